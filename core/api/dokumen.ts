import { z } from 'zod'
import { StatusUsulan } from '../domain/status-usulan.ts'
import { defineEndpoint } from './endpoint.ts'
import { DokumenId, PegawaiId, UnggahanId } from './objek.ts'
import { DokumenKasus, JenisUsulan } from './verifikasi.ts'

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

const semua = ['user_personal', 'fasilitator', 'administrator'] as const

export const getBerkas = defineEndpoint({
  name: 'getBerkas',
  summary: 'The bytes of one document, once they are found to be those of its hash; answers Range',
  method: 'GET',
  path: '/api/dokumen/:dokumenId/berkas',
  roles: semua,
  params: z.object({ dokumenId: DokumenId }),
  response: 'berkas',
  errors: ['pindaian_tidak_utuh', 'penyimpanan_tak_terjangkau'],
})

/** What a scan is, besides its bytes. */
const Unggahan = z.object({
  pegawaiId: PegawaiId,
  jenis: z.string().regex(/^[A-Z0-9_]{2,40}$/),
  namaBerkas: z.string().min(1).max(200),
  /** The earlier scan of the same paper, which stays in the archive (P1.13). */
  menggantikan: DokumenId.optional(),
})
export type Unggahan = z.infer<typeof Unggahan>

const galatUnggahan = [
  'berkas_kosong',
  'berkas_terlalu_besar',
  'berkas_tidak_didukung',
  'berkas_heic',
  'berkas_rusak',
  'berkas_terkunci',
  'berkas_terlalu_banyak_halaman',
  'berkas_terlalu_luas',
  'berkas_terinfeksi',
  'pemindai_tak_terjangkau',
  'penyimpanan_tak_terjangkau',
  'pindaian_sudah_digantikan',
] as const

export const postDokumen = defineEndpoint({
  name: 'postDokumen',
  summary: 'Stores one scan of an employee after looking at its bytes (P1.13)',
  method: 'POST',
  path: '/api/dokumen',
  roles: semua,
  query: Unggahan,
  body: 'berkas',
  response: DokumenKasus,
  errors: galatUnggahan,
})

/**
 * Where bytes arrive in parts (tus 1.0: POST begins, PATCH goes on, HEAD tells how far, DELETE gives
 * up). Only bytes pass here; what they are is said to postDokumenUnggahan afterwards.
 */
export const jalurUnggah = '/api/unggah'

/** Hours after which an upload that nobody finished is forgotten. */
export const jamUnggahan = 24

/** Uploads that one account may have open at once. */
export const batasUnggahan = 20

export const postDokumenUnggahan = defineEndpoint({
  name: 'postDokumenUnggahan',
  summary: 'Stores a scan that arrived in parts; asking twice stores it once',
  method: 'POST',
  path: '/api/dokumen/unggahan',
  roles: semua,
  body: Unggahan.extend({ unggahanId: UnggahanId }),
  response: DokumenKasus,
  errors: [...galatUnggahan, 'unggahan_belum_lengkap'],
})

export const DokumenArsip = DokumenKasus.extend({
  diunggahPada: z.iso.datetime({ offset: true }),
  /** What it proves: every proposal it stands behind, and the row of the record that came of it. */
  membuktikan: z.array(
    z.object({
      usulanId: z.uuid(),
      jenis: JenisUsulan,
      status: StatusUsulan,
      riwayatId: z.uuid().nullable(),
    }),
  ),
})
export type DokumenArsip = z.infer<typeof DokumenArsip>

export const listDokumen = defineEndpoint({
  name: 'listDokumen',
  summary: 'The archive of one employee, newest first, with what each document proves (P22.1)',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/dokumen',
  roles: semua,
  params: z.object({ pegawaiId: PegawaiId }),
  query: z.object({
    jenis: Unggahan.shape.jenis.optional(),
    /** With scans that a newer one has replaced. */
    semua: z.stringbool().default(false),
  }),
  response: z.object({
    dokumen: z.array(DokumenArsip),
    /** Server time of the reading (P1.11). */
    per: z.iso.datetime({ offset: true }),
  }),
  errors: [],
})
