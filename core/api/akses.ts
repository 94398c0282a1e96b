import { z } from 'zod'
import { hakDimohon, jalurPermohonan } from '../domain/permohonan-akses.ts'
import { defineEndpoint } from './endpoint.ts'
import { SebabGugur } from './fasilitator.ts'
import { AkunId, HakId, PermohonanAksesId } from './objek.ts'

const semuaPeran = ['user_personal', 'fasilitator', 'administrator'] as const
const Alasan = z.string().trim().min(3).max(500)

/** There is no fourth login: the others are dated tasks on ordinary accounts (P8). */
export const JenisHak = z.enum([...hakDimohon, 'fasilitator'])
export type JenisHak = z.infer<typeof JenisHak>

/** One right of one account, as a review reads it (P30.2a). */
export const HakAkun = z.object({
  /** The task; of an administrator the account itself. */
  hakId: z.uuid(),
  akunId: z.uuid(),
  nama: z.string(),
  namaPengguna: z.string(),
  hak: JenisHak,
  perangkatDaerah: z.string().nullable(),
  /** How many units; null for a whole office or the province. */
  jumlahUnit: z.int().nullable(),
  mulai: z.string().nullable(),
  sampai: z.string().nullable(),
  dasar: z.string().nullable(),
  /** What today's facts have ended it by (P10.6). */
  sebabGugur: SebabGugur.nullable(),
  /** The account is open. */
  aktif: z.boolean(),
  paktaPada: z.iso.datetime().nullable(),
  terakhirMasuk: z.iso.datetime().nullable(),
})
export type HakAkun = z.infer<typeof HakAkun>

export const listHak = defineEndpoint({
  name: 'listHak',
  summary: 'Who has which right today, since when and by what, and who signed in when (P30.2a)',
  method: 'GET',
  path: '/api/akses/hak',
  roles: ['administrator'],
  response: z.object({ hak: z.array(HakAkun), per: z.iso.datetime() }),
  errors: [],
})

export const getHakCsv = defineEndpoint({
  name: 'getHakCsv',
  summary: 'The same list as a CSV file',
  method: 'GET',
  path: '/api/akses/hak/csv',
  roles: ['administrator'],
  response: 'berkas',
  errors: [],
})

export const listHakSaya = defineEndpoint({
  name: 'listHakSaya',
  summary: 'The rights of the own person, since when and by what, and the offices to ask for',
  method: 'GET',
  path: '/api/akses/hak-saya',
  roles: semuaPeran,
  response: z.object({
    hak: z.array(HakAkun),
    /** The own office, and those that one heads: for these the own person may ask. */
    kantor: z.array(z.object({ kode: z.string(), nama: z.string(), dikepalai: z.boolean() })),
  }),
  errors: [],
})

/** Taking away waits for nobody: it acts at the next request. */
export const revokeHak = defineEndpoint({
  name: 'revokeHak',
  summary: 'Withdraws a right of somebody else at once, with the reason',
  method: 'POST',
  path: '/api/akses/hak/:hakId/cabut',
  roles: ['administrator'],
  params: z.object({ hakId: HakId }),
  body: z.object({ hak: JenisHak, alasan: Alasan }),
  response: z.object({ status: z.literal('dicabut') }),
  errors: ['pengelola_lain_diperlukan', 'penunjukan_usang'],
})

export const PermohonanAkses = z.object({
  id: z.uuid(),
  nama: z.string(),
  hak: z.enum(hakDimohon),
  perangkatDaerah: z.string().nullable(),
  jalur: z.enum(jalurPermohonan),
  mulai: z.string(),
  sampai: z.string().nullable(),
  nomorSurat: z.string(),
  tanggalSurat: z.string(),
  alasan: z.string(),
  status: z.enum(['diajukan', 'disetujui', 'ditolak', 'dicabut']),
  namaPemohon: z.string(),
  diajukanPada: z.iso.datetime(),
  namaPemutus: z.string().nullable(),
  /** When it was decided, or taken back. */
  diputuskanPada: z.iso.datetime().nullable(),
  alasanPutusan: z.string().nullable(),
  /** Asked by whoever reads this: may be taken back while it waits. */
  milikSaya: z.boolean(),
  /** A right of whoever reads this. */
  untukSaya: z.boolean(),
  /** Whoever reads this is neither the one who asked nor the one it is for. */
  bolehDiputus: z.boolean(),
})
export type PermohonanAkses = z.infer<typeof PermohonanAkses>

export const listPermohonanAkses = defineEndpoint({
  name: 'listPermohonanAkses',
  summary: 'Requests by or about oneself, of the office that one heads, or all for administrators',
  method: 'GET',
  path: '/api/akses/permohonan',
  roles: semuaPeran,
  response: z.object({ permohonan: z.array(PermohonanAkses) }),
  errors: [],
})

export const CalonAkses = z.object({
  /** Null while this person has no open account. */
  akunId: z.uuid().nullable(),
  nama: z.string(),
  unitKerja: z.string(),
  perangkatDaerah: z.string(),
})
export type CalonAkses = z.infer<typeof CalonAkses>

/** By whole NIP, and in the body: it holds the date of birth (nip.md). */
export const findCalonAkses = defineEndpoint({
  name: 'findCalonAkses',
  summary: 'An employee of the office that one heads, before the request',
  method: 'POST',
  path: '/api/akses/calon',
  roles: ['user_personal'],
  body: z.object({ nip: z.string().max(64) }),
  response: z.object({ calon: CalonAkses.nullable() }),
  errors: [],
})

export const requestAkses = defineEndpoint({
  name: 'requestAkses',
  summary: 'Asks for a right on an account: for oneself, for the own office, or by a letter',
  method: 'POST',
  path: '/api/akses/permohonan',
  roles: semuaPeran,
  body: z.object({
    akunId: AkunId,
    hak: z.enum(hakDimohon),
    perangkatDaerah: z
      .string()
      .regex(/^[0-9A-Z.]{1,20}$/)
      .nullable(),
    mulai: z.iso.date(),
    sampai: z.iso.date().nullable(),
    nomorSurat: z.string().trim().min(3).max(100),
    tanggalSurat: z.iso.date(),
    alasan: Alasan,
  }),
  response: z.object({ id: z.uuid() }),
  errors: ['isian_tidak_sah', 'hak_sudah_ada'],
})

export const approveAkses = defineEndpoint({
  name: 'approveAkses',
  summary: 'Approves a request of somebody else for somebody else, and gives the right at once',
  method: 'POST',
  path: '/api/akses/permohonan/:permohonanAksesId/setujui',
  roles: ['administrator'],
  params: z.object({ permohonanAksesId: PermohonanAksesId }),
  response: z.object({ status: z.literal('disetujui') }),
  errors: [
    'permohonan_usang',
    'pengelola_lain_diperlukan',
    'hak_sudah_ada',
    'peran_oleh_keputusan',
    'calon_tanpa_akun',
  ],
})

export const refuseAkses = defineEndpoint({
  name: 'refuseAkses',
  summary: 'Refuses a request with the reason',
  method: 'POST',
  path: '/api/akses/permohonan/:permohonanAksesId/tolak',
  roles: ['administrator'],
  params: z.object({ permohonanAksesId: PermohonanAksesId }),
  body: z.object({ alasan: Alasan }),
  response: z.object({ status: z.literal('ditolak') }),
  errors: ['permohonan_usang', 'pengelola_lain_diperlukan'],
})

export const withdrawAkses = defineEndpoint({
  name: 'withdrawAkses',
  summary: 'Whoever asked takes the request back while it waits',
  method: 'POST',
  path: '/api/akses/permohonan/:permohonanAksesId/cabut',
  roles: semuaPeran,
  params: z.object({ permohonanAksesId: PermohonanAksesId }),
  body: z.object({ alasan: Alasan }),
  response: z.object({ status: z.literal('dicabut') }),
  errors: ['permohonan_usang'],
})
