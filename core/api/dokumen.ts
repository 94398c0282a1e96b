import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { DokumenId, PegawaiId } from './objek.ts'
import { DokumenKasus } from './verifikasi.ts'

/** Largest accepted file, in bytes; the server may be set lower. */
export const batasUkuranBerkas = 20 * 1024 * 1024

/** Most pages in one document. */
export const batasHalaman = 300

/** Most pixels in one page: an A3 page at 600 dpi has 70 million. */
export const batasPiksel = 100_000_000

/** Media types that a scan may have, found by looking at the bytes, never by the name. */
export const tipeMediaDiterima = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
] as const

export const getBerkas = defineEndpoint({
  name: 'getBerkas',
  summary: 'The bytes of one document; answers Range',
  method: 'GET',
  path: '/api/dokumen/:dokumenId/berkas',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  params: z.object({ dokumenId: DokumenId }),
  response: 'berkas',
  errors: [],
})

export const postDokumen = defineEndpoint({
  name: 'postDokumen',
  summary: 'Stores one scan of an employee after looking at its bytes (P1.13)',
  method: 'POST',
  path: '/api/dokumen',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  query: z.object({
    pegawaiId: PegawaiId,
    jenis: z.string().regex(/^[A-Z0-9_]{2,40}$/),
    namaBerkas: z.string().min(1).max(200),
  }),
  body: 'berkas',
  response: DokumenKasus,
  errors: [
    'berkas_kosong',
    'berkas_terlalu_besar',
    'berkas_tidak_didukung',
    'berkas_rusak',
    'berkas_terkunci',
    'berkas_terlalu_banyak_halaman',
    'berkas_terlalu_luas',
  ],
})
