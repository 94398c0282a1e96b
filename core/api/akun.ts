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
