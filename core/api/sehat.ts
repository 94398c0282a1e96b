import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { KeadaanPesan } from './pesan.ts'

export const getSehat = defineEndpoint({
  name: 'getSehat',
  summary: 'Answers when the server and its database do',
  method: 'GET',
  path: '/api/sehat',
  roles: 'umum',
  response: z.object({
    versi: z.string(),
    waktu: z.iso.datetime({ offset: true }),
    /** For whoever watches the server; desktops also meet servers that do not say it. */
    pesan: KeadaanPesan.optional(),
  }),
  errors: ['basis_data_tak_terjangkau'],
})
