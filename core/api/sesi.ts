import { z } from 'zod'
import { Peran } from '../domain/peran.ts'
import { defineEndpoint } from './endpoint.ts'

/** Whose desk it is. */
export const SesiSaya = z.object({
  akunId: z.uuid(),
  pegawaiId: z.uuid(),
  namaPengguna: z.string(),
  nama: z.string(),
  peran: Peran,
  perangkatDaerah: z.object({ kode: z.string(), nama: z.string() }).nullable(),
})
export type SesiSaya = z.infer<typeof SesiSaya>

export const getSesiSaya = defineEndpoint({
  name: 'getSesiSaya',
  summary: 'The account behind the access token',
  method: 'GET',
  path: '/api/sesi/saya',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  response: SesiSaya,
  errors: [],
})
