import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

/** POST although it reads: a NIP holds a birth date and may not stand in a URL (nip.md). */
export const findPegawai = defineEndpoint({
  name: 'findPegawai',
  summary: 'Looks up one employee of the own office by NIP',
  method: 'POST',
  path: '/api/pegawai/cari',
  roles: ['fasilitator', 'administrator'],
  body: z.object({ nip: z.string().max(64) }),
  response: z.object({
    pegawai: z
      .object({ id: z.uuid(), nip: z.string(), nama: z.string(), unitKerja: z.string() })
      .nullable(),
  }),
  errors: ['nip_rusak', 'nip_tidak_sah'],
})
