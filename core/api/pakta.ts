import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

export const getPakta = defineEndpoint({
  name: 'getPakta',
  summary: 'The integrity pact in force, and whether the own signature of this year is there',
  method: 'GET',
  path: '/api/pakta',
  roles: ['fasilitator', 'administrator'],
  tanpaPakta: true,
  response: z.object({
    versi: z.int(),
    teks: z.string(),
    sidik: z.string(),
    /** First day of this text. */
    berlakuMulai: z.iso.date(),
    ditandatangani: z.boolean(),
    /** The own last signature, of whichever year and text: it tells why another is asked for. */
    terakhir: z.object({ versi: z.int(), pada: z.iso.datetime() }).nullable(),
  }),
  errors: [],
})

/** The hash says which text was on the screen: a newer one is not signed unread. */
export const signPakta = defineEndpoint({
  name: 'signPakta',
  summary: 'Signs the integrity pact for this year (P30.1a)',
  method: 'POST',
  path: '/api/pakta/tanda-tangan',
  roles: ['fasilitator', 'administrator'],
  tanpaPakta: true,
  body: z.object({
    versi: z.int().positive(),
    sidik: z.string().regex(/^[0-9a-f]{64}$/),
    setuju: z.literal(true),
  }),
  response: z.object({ ditandatangani: z.literal(true) }),
  errors: ['pakta_usang'],
})
