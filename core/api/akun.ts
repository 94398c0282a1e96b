import { z } from 'zod'
import { Peran } from '../domain/peran.ts'
import { defineEndpoint } from './endpoint.ts'
import { AkunId, PegawaiId } from './objek.ts'
import { SesiTerbuka } from './sesi.ts'

const Alasan = z.string().trim().min(3).max(500)

export const AkunPegawai = z.object({
  id: z.uuid(),
  namaPengguna: z.string(),
  peran: Peran,
  aktif: z.boolean(),
  /** Last signature of the integrity pact, in whichever role. */
  paktaPada: z.iso.datetime().nullable(),
  sesi: z.array(SesiTerbuka),
  /** Its owner has set a password; until then only a letter opens it. */
  diaktifkan: z.boolean(),
  /** A letter that is still good; null when there is none. */
  undangan: z.object({ kodeId: z.uuid(), kedaluwarsa: z.iso.datetime() }).nullable(),
})
export type AkunPegawai = z.infer<typeof AkunPegawai>

export const listAkunPegawai = defineEndpoint({
  name: 'listAkunPegawai',
  summary: 'Accounts of one employee with their open sessions',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/akun',
  roles: ['administrator'],
  params: z.object({ pegawaiId: PegawaiId }),
  response: z.object({ akun: z.array(AkunPegawai) }),
  errors: [],
})

export const setAktifAkun = defineEndpoint({
  name: 'setAktifAkun',
  summary: 'Closes an account, with all its sessions, or opens it again',
  method: 'POST',
  path: '/api/akun/:akunId/keaktifan',
  roles: ['administrator'],
  params: z.object({ akunId: AkunId }),
  body: z.object({ aktif: z.boolean(), alasan: Alasan }),
  response: z.object({ aktif: z.boolean() }),
  errors: ['pengelola_lain_diperlukan'],
})

/** Between employee and administrator; a fasilitator is made by decree only (P10.5). */
export const setPeranAkun = defineEndpoint({
  name: 'setPeranAkun',
  summary: 'Makes an employee administrator by decree, or takes the right back',
  method: 'POST',
  path: '/api/akun/:akunId/peran',
  roles: ['administrator'],
  params: z.object({ akunId: AkunId }),
  body: z.object({
    peran: z.enum(['user_personal', 'administrator']),
    nomorKeputusan: z.string().trim().min(3).max(100),
    alasan: Alasan,
  }),
  response: z.object({ peran: Peran }),
  errors: ['pengelola_lain_diperlukan', 'peran_oleh_keputusan'],
})

/** One right of one account, as a review reads it (P30.2a). */
export const HakAkun = z.object({
  akunId: z.uuid(),
  nama: z.string(),
  namaPengguna: z.string(),
  hak: z.enum(['administrator', 'fasilitator', 'kepala_pd', 'penanda_tangan', 'tim', 'auditor']),
  perangkatDaerah: z.string().nullable(),
  /** How many units; null for a whole office or the province. */
  jumlahUnit: z.int().nullable(),
  mulai: z.string().nullable(),
  sampai: z.string().nullable(),
  dasar: z.string().nullable(),
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
  path: '/api/akun/hak',
  roles: ['administrator'],
  response: z.object({ hak: z.array(HakAkun), per: z.iso.datetime() }),
  errors: [],
})

export const getHakCsv = defineEndpoint({
  name: 'getHakCsv',
  summary: 'The same list as a CSV file, for the file of the review',
  method: 'GET',
  path: '/api/akun/hak/csv',
  roles: ['administrator'],
  response: 'berkas',
  errors: [],
})
