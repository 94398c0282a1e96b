import { z } from 'zod'
import { kodeJenisRiwayat } from '../domain/jenis-riwayat.ts'
import { MutuPindaian } from '../domain/mutu-pindaian.ts'
import { AksiUsulan, HasilKeputusan, StatusUsulan, SumberUsulan } from '../domain/status-usulan.ts'
import { TemuanUsulan } from '../domain/temuan-usulan.ts'
import { defineEndpoint } from './endpoint.ts'
import { DokumenId, UsulanId } from './objek.ts'
import { Resi, Sha256 } from './resi.ts'

const pengelola = ['fasilitator', 'administrator'] as const

const Waktu = z.iso.datetime({ offset: true })
const Versi = z.int().positive()

export const JenisUsulan = z.enum(kodeJenisRiwayat)

export const PegawaiRingkas = z.object({
  id: z.uuid(),
  nip: z.string(),
  /** With titles, as on paper. */
  nama: z.string(),
  unitKerja: z.string(),
})

export const RingkasUsulan = z.object({
  id: z.uuid(),
  versi: Versi,
  status: StatusUsulan,
  jenis: JenisUsulan,
  aksi: AksiUsulan,
  pegawai: PegawaiRingkas,
  perangkatDaerah: z.string(),
  diajukanPada: Waktu,
  jumlahDokumen: z.int().nonnegative(),
})
export type RingkasUsulan = z.infer<typeof RingkasUsulan>

export const getAntrean = defineEndpoint({
  name: 'getAntrean',
  summary:
    'Proposals that wait for this login, oldest first; a fasilitator sees own office only (P9.3)',
  method: 'GET',
  path: '/api/verifikasi/antrean',
  roles: pengelola,
  query: z.object({
    jenis: JenisUsulan.optional(),
    /** The last id of the page before. */
    setelah: z.uuid().optional(),
    batas: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({
    usulan: z.array(RingkasUsulan),
    /** All that wait, not only this page. */
    jumlah: z.int().nonnegative(),
    /** Server time of the reading (P1.11). */
    per: Waktu,
  }),
  errors: [],
})

export const IsiRiwayat = z.record(z.string(), z.string().nullable())

export const DokumenKasus = z.object({
  id: z.uuid(),
  /** Code of core/reference/jenis-dokumen. */
  jenis: z.string(),
  namaBerkas: z.string(),
  tipeMedia: z.string(),
  /** Bytes. */
  ukuran: z.int().positive(),
  sha256: Sha256,
  halaman: z.int().positive(),
  /** How many other employees have the same bytes in their archive: a fact to look at (P10.3a). */
  kembar: z.int().nonnegative(),
  /** 1 for the first scan of a paper, 2 for the one that replaced it, and so on. */
  versi: Versi,
  menggantikan: z.uuid().nullable(),
  digantikanOleh: z.uuid().nullable(),
  /** How legible it is (P1.13); null when nothing could be measured. */
  mutu: MutuPindaian.nullable(),
})
export type DokumenKasus = z.infer<typeof DokumenKasus>

export const KeputusanTerakhir = z.object({
  hasil: HasilKeputusan,
  oleh: z.string(),
  pada: Waktu,
})
export type KeputusanTerakhir = z.infer<typeof KeputusanTerakhir>

/** Everything the desk shows of one proposal. */
export const Kasus = z.object({
  id: z.uuid(),
  versi: Versi,
  status: StatusUsulan,
  jenis: JenisUsulan,
  aksi: AksiUsulan,
  diajukanPada: Waktu,
  pegawai: PegawaiRingkas.extend({
    perangkatDaerah: z.string(),
    jabatan: z.string().nullable(),
    golongan: z.string().nullable(),
  }),
  /** Why the row is corrected, ended or withdrawn. */
  alasan: z.string().nullable(),
  /** Through which door it came: the employee, or somebody on behalf. */
  sumber: SumberUsulan,
  /** Version of the row that the change replaces; null for an addition. */
  versiRiwayat: Versi.nullable(),
  sebelum: IsiRiwayat.nullable(),
  sesudah: IsiRiwayat,
  dokumen: z.array(DokumenKasus),
  /** What the rules say of it: of the record as it is while it waits, as it was once it is decided. */
  temuan: z.array(TemuanUsulan).default([]),
  keputusanTerakhir: KeputusanTerakhir.nullable(),
})
export type Kasus = z.infer<typeof Kasus>

export const getKasus = defineEndpoint({
  name: 'getKasus',
  summary: 'One proposal with old and new values and its documents',
  method: 'GET',
  path: '/api/verifikasi/usulan/:usulanId',
  roles: pengelola,
  params: z.object({ usulanId: UsulanId }),
  response: Kasus,
  errors: [],
})

/** Reason codes of a return; the employee reads their labels (P10.3a). */
export const KodeAlasan = z.enum([
  'berbeda_dengan_pindaian',
  'tidak_terbaca',
  'dokumen_salah',
  'dokumen_tidak_lengkap',
  'bukan_milik_pegawai',
  'asli_tidak_dibawa',
  'lainnya',
])
export type KodeAlasan = z.infer<typeof KodeAlasan>

/** A spot on a scan; x and y are shares of the unrotated page, 0 at the top left. */
export const Pin = z.object({
  dokumenId: z.uuid(),
  halaman: z.int().positive(),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
})
export type Pin = z.infer<typeof Pin>

/** Free text of a person, up to so many characters. */
export const Teks = (maks: number) =>
  z
    .string()
    .trim()
    .max(maks)
    .refine((nilai) => nilai.isWellFormed() && !nilai.includes('\0'))

export const Penilaian = z.object({
  kunci: z.string().max(60),
  nilai: z.enum(['sesuai', 'tidak_sesuai', 'tidak_terbaca']),
  alasan: KodeAlasan.optional(),
  catatan: Teks(500).optional(),
  pin: Pin.optional(),
})
export type Penilaian = z.infer<typeof Penilaian>

/** The statement "asli dilihat": what was seen, and where (P1.17). */
export const PernyataanAsli = z.object({
  metode: z.enum(['asli', 'legalisir', 'sistem_lain']),
  tempat: Teks(100).pipe(z.string().min(1)),
})
export type PernyataanAsli = z.infer<typeof PernyataanAsli>

export const Keputusan = z.object({
  /** Made once by the workstation; sending twice changes nothing. */
  transactionId: z.uuid(),
  usulanId: UsulanId,
  versiDilihat: z.object({ usulan: Versi, riwayat: Versi.nullable() }),
  hasil: HasilKeputusan,
  penilaian: z.array(Penilaian).max(60),
  asli: PernyataanAsli.nullable(),
  /** Evidence of looking: which bytes, which pages were really shown. */
  bukti: z
    .array(
      z.object({
        dokumenId: DokumenId,
        sha256: Sha256,
        halamanDilihat: z.array(z.int().positive()).max(2000),
      }),
    )
    .max(50),
  catatan: Teks(1000).optional(),
  diputuskanPada: Waktu,
})
export type Keputusan = z.infer<typeof Keputusan>

export const postKeputusan = defineEndpoint({
  name: 'postKeputusan',
  summary:
    'Writes a decision with its evidence; the same transactionId gets the same receipt (P10.3a)',
  method: 'POST',
  path: '/api/verifikasi/keputusan',
  roles: pengelola,
  body: Keputusan,
  response: Resi,
  errors: [
    'keputusan_usang',
    'server_tertinggal',
    'sudah_diputuskan',
    'transaksi_berbeda',
    'milik_sendiri',
    'pindaian_berubah',
    'halaman_belum_dilihat',
    'penilaian_belum_lengkap',
    'asli_belum_dinyatakan',
    'ada_yang_tidak_sesuai',
    'alasan_belum_lengkap',
    'bukti_kurang',
    'rekam_bertentangan',
  ],
})
