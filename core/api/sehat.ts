import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

export const getSehat = defineEndpoint({
  name: 'getSehat',
  summary: 'Answers when the server and its database do',
  method: 'GET',
  path: '/api/sehat',
  roles: 'umum',
  response: z.object({ versi: z.string(), waktu: z.iso.datetime({ offset: true }) }),
  errors: ['basis_data_tak_terjangkau'],
})
