import { z } from 'zod'
import { kodeTemuanImpor } from '../domain/temuan-impor.ts'
import { defineEndpoint } from './endpoint.ts'
import { ImporId } from './objek.ts'
import { IsiRiwayat, JenisUsulan } from './verifikasi.ts'

const administrator = ['administrator'] as const
const Waktu = z.iso.datetime({ offset: true })

/** Most rows of one file. */
export const batasBarisImpor = 50_000

const VonisImpor = z.enum(['siap', 'peringatan', 'ditolak'])

export const Impor = z.object({
  id: z.uuid(),
  namaBerkas: z.string(),
  jenis: JenisUsulan,
  /** Rows of `identitas` that make new employees, each with what else the file says of them. */
  pegawaiBaru: z.boolean(),
  status: z.enum(['pratinjau', 'berjalan', 'selesai', 'dibatalkan']),
  dibuatPada: Waktu,
  /** Headings that no field of this kind answers to: they are left out. */
  kolomLain: z.array(z.string()),
  jumlah: z.object({
    siap: z.int().nonnegative(),
    peringatan: z.int().nonnegative(),
    ditolak: z.int().nonnegative(),
    /** Rows that are part of the record by now. */
    masuk: z.int().nonnegative(),
  }),
})
export type Impor = z.infer<typeof Impor>

export const BarisImpor = z.object({
  /** Row number in the file; the heading is 1. */
  nomor: z.int().positive(),
  nip: z.string().nullable(),
  nama: z.string().nullable(),
  isi: IsiRiwayat,
  vonis: VonisImpor,
  temuan: z.array(z.object({ kode: z.enum(kodeTemuanImpor), kunci: z.string().optional() })),
  status: z.enum(['menunggu', 'masuk', 'ditolak', 'dibatalkan']),
})
export type BarisImpor = z.infer<typeof BarisImpor>

export const postImpor = defineEndpoint({
  name: 'postImpor',
  summary:
    'Reads an XLSX or CSV of one kind of history, or of new employees, and says of every row what would happen',
  method: 'POST',
  path: '/api/impor',
  roles: administrator,
  query: z.object({
    jenis: JenisUsulan,
    /** New employees; only with `identitas`. */
    pegawaiBaru: z.stringbool().default(false),
    namaBerkas: z.string().min(1).max(200),
  }),
  body: 'berkas',
  response: Impor,
  errors: ['berkas_kosong', 'berkas_terlalu_besar', 'berkas_rusak', 'impor_tanpa_kolom'],
})

export const listImpor = defineEndpoint({
  name: 'listImpor',
  summary: 'Imports so far, newest first',
  method: 'GET',
  path: '/api/impor',
  roles: administrator,
  response: z.object({ impor: z.array(Impor) }),
  errors: [],
})

export const listBarisImpor = defineEndpoint({
  name: 'listBarisImpor',
  summary: 'Rows of one import with their verdicts, in the order of the file',
  method: 'GET',
  path: '/api/impor/:imporId/baris',
  roles: administrator,
  params: z.object({ imporId: ImporId }),
  query: z.object({
    vonis: VonisImpor.optional(),
    setelah: z.coerce.number().int().nonnegative().default(0),
    batas: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({ baris: z.array(BarisImpor) }),
  errors: [],
})

export const applyImpor = defineEndpoint({
  name: 'applyImpor',
  summary:
    'Takes the next rows into the record; called again until none is left, also after a break',
  method: 'POST',
  path: '/api/impor/:imporId/terapkan',
  roles: administrator,
  params: z.object({ imporId: ImporId }),
  body: z.object({ batas: z.int().min(1).max(1000).default(500) }),
  response: z.object({ impor: Impor, sisa: z.int().nonnegative() }),
  errors: ['impor_selesai'],
})

export const undoImpor = defineEndpoint({
  name: 'undoImpor',
  summary: 'Withdraws every row of an import in one step, while nobody has built on one',
  method: 'POST',
  path: '/api/impor/:imporId/batalkan',
  roles: administrator,
  params: z.object({ imporId: ImporId }),
  body: z.object({ alasan: z.string().trim().min(3).max(300) }),
  response: Impor,
  errors: ['impor_selesai', 'impor_sudah_dipakai'],
})

export const getBerkasDitolak = defineEndpoint({
  name: 'getBerkasDitolak',
  summary: 'The rejected rows as a spreadsheet to mend and import again',
  method: 'GET',
  path: '/api/impor/:imporId/ditolak',
  roles: administrator,
  params: z.object({ imporId: ImporId }),
  response: 'berkas',
  errors: [],
})
