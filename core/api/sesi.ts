import { z } from 'zod'
import { Peran } from '../domain/peran.ts'
import { defineEndpoint } from './endpoint.ts'
import { AkunId, SesiId } from './objek.ts'

/** Whose desk it is. */
export const SesiSaya = z.object({
  akunId: z.uuid(),
  pegawaiId: z.uuid(),
  namaPengguna: z.string(),
  nama: z.string(),
  peran: Peran,
  perangkatDaerah: z.object({ kode: z.string(), nama: z.string() }).nullable(),
  /** False: the integrity pact is asked for, and everything else is closed (P30.1a). */
  paktaSah: z.boolean(),
})
export type SesiSaya = z.infer<typeof SesiSaya>

export const getSesiSaya = defineEndpoint({
  name: 'getSesiSaya',
  summary: 'The account behind the access token',
  method: 'GET',
  path: '/api/sesi/saya',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  tanpaPakta: true,
  response: SesiSaya,
  errors: [],
})

/** A device that is signed in: enough to recognise the own one, no more. */
export const SesiTerbuka = z.object({
  id: z.uuid(),
  perangkat: z.string(),
  alamatKasar: z.string(),
  dibuatPada: z.iso.datetime(),
  terakhirPada: z.iso.datetime(),
  /** The one that asks. */
  ini: z.boolean(),
})
export type SesiTerbuka = z.infer<typeof SesiTerbuka>

export const listSesiSaya = defineEndpoint({
  name: 'listSesiSaya',
  summary: 'Devices on which the own account is signed in',
  method: 'GET',
  path: '/api/sesi/daftar',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  tanpaPakta: true,
  response: z.object({ sesi: z.array(SesiTerbuka) }),
  errors: [],
})

/** One or all: whoever wants all sends all that the list shows. */
export const endSesiSaya = defineEndpoint({
  name: 'endSesiSaya',
  summary: 'Ends sessions of the own account; refused from their next request on',
  method: 'POST',
  path: '/api/sesi/akhiri',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  tanpaPakta: true,
  body: z.object({ sesi: z.array(SesiId).min(1).max(200) }),
  response: z.object({ diakhiri: z.int() }),
  errors: [],
})

export const endSesiAkun = defineEndpoint({
  name: 'endSesiAkun',
  summary: 'An administrator ends every session of an account',
  method: 'POST',
  path: '/api/sesi/akun/:akunId/akhiri',
  roles: ['administrator'],
  params: z.object({ akunId: AkunId }),
  body: z.object({ alasan: z.string().trim().min(3).max(500) }),
  response: z.object({ diakhiri: z.int() }),
  errors: [],
})
