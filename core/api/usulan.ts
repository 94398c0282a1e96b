import { z } from 'zod'
import { AksiUsulan } from '../domain/status-usulan.ts'
import { defineEndpoint } from './endpoint.ts'
import { DokumenId, PegawaiId, RiwayatId, UsulanId } from './objek.ts'
import { Kasus, Penilaian, RingkasUsulan, Teks, JenisUsulan } from './verifikasi.ts'

const semua = ['user_personal', 'fasilitator', 'administrator'] as const

/** Why a row is corrected, ended or withdrawn (P1.15). */
const Alasan = Teks(500).pipe(z.string().min(3))

export const postUsulan = defineEndpoint({
  name: 'postUsulan',
  summary: 'Proposes a change of the record, proved by stored documents (P1.15, P11.4)',
  method: 'POST',
  path: '/api/usulan',
  roles: semua,
  body: z.object({
    transactionId: z.uuid(),
    pegawaiId: PegawaiId,
    jenis: JenisUsulan,
    aksi: AksiUsulan,
    /** The row that is changed; null for an addition. */
    riwayatId: RiwayatId.nullable(),
    /** All values after the change; empty for `cabut`. */
    sesudah: z.record(z.string().max(60), z.string().max(1000).nullable()),
    /** Wanted for every change of a row that exists. */
    alasan: Alasan.optional(),
    /** The returned proposal that this one mends. */
    memperbaiki: UsulanId.optional(),
    dokumenIds: z.array(DokumenId).max(20),
    /** "Sesuai naskah asli" (P1.13). */
    pernyataanBenar: z.literal(true),
  }),
  response: RingkasUsulan,
  errors: [
    'isian_tidak_sah',
    'rekam_bertentangan',
    'transaksi_berbeda',
    'bukti_kurang',
    'keputusan_usang',
  ],
})

/** One decision as the employee sees it. */
const KeputusanUsulan = z.object({
  hasil: Kasus.shape.keputusanTerakhir.unwrap().shape.hasil,
  pada: z.iso.datetime({ offset: true }),
  oleh: z.string(),
  /** How the original was seen; null for a return. */
  metode: z.enum(['asli', 'legalisir', 'sistem_lain']).nullable(),
  catatan: z.string().nullable(),
  penilaian: z.array(Penilaian),
})
export type KeputusanUsulan = z.infer<typeof KeputusanUsulan>

export const getUsulan = defineEndpoint({
  name: 'getUsulan',
  summary: 'One proposal with its decisions, reasons and spots on the scan (P10.3a)',
  method: 'GET',
  path: '/api/usulan/:usulanId',
  roles: semua,
  params: z.object({ usulanId: UsulanId }),
  response: Kasus.extend({
    /** The row that it changes; null for an addition. */
    riwayatId: z.uuid().nullable(),
    memperbaiki: z.uuid().nullable(),
    /** The proposal that mends this one. */
    diperbaikiOleh: z.uuid().nullable(),
    keputusan: z.array(KeputusanUsulan),
  }),
  errors: [],
})

export const listUsulanPegawai = defineEndpoint({
  name: 'listUsulanPegawai',
  summary: 'All proposals of one employee with their state, newest first (P9.1)',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/usulan',
  roles: semua,
  params: z.object({ pegawaiId: PegawaiId }),
  response: z.object({
    usulan: z.array(
      RingkasUsulan.extend({
        /** When it came into the state in which it is. */
        sejak: z.iso.datetime({ offset: true }),
        diperbaikiOleh: z.uuid().nullable(),
      }),
    ),
  }),
  errors: [],
})

export const withdrawUsulan = defineEndpoint({
  name: 'withdrawUsulan',
  summary: 'Takes a proposal back before it is decided; the employee or whoever proposed it',
  method: 'POST',
  path: '/api/usulan/:usulanId/tarik',
  roles: semua,
  params: z.object({ usulanId: UsulanId }),
  body: z.object({ versi: z.int().positive() }),
  response: RingkasUsulan.pick({ id: true, versi: true, status: true }),
  errors: ['sudah_diputuskan', 'keputusan_usang'],
})
