import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { RekomendasiId } from './objek.ts'

/** What of other people's data leaves the screen; each kind names its own endpoint (P18). */
const Penyajian = z.enum(['drh'])

/** Longest validity, in days: a standing recommendation is looked at once a year. */
export const hariRekomendasiTerlama = 366

const IsiRekomendasi = z.object({
  penyajian: Penyajian,
  tujuan: z.string().trim().min(3).max(300),
  penerima: z.string().trim().min(3).max(200),
  /** Null for the employees of every office. */
  perangkatDaerah: z
    .string()
    .regex(/^[0-9A-Z.]{1,20}$/)
    .nullable(),
  mulai: z.iso.date(),
  sampai: z.iso.date(),
})
export type IsiRekomendasi = z.infer<typeof IsiRekomendasi>

export const Rekomendasi = IsiRekomendasi.extend({
  id: z.uuid(),
  nomor: z.string(),
  namaPerangkatDaerah: z.string().nullable(),
  namaPemberi: z.string(),
  diberikanPada: z.iso.datetime({ offset: true }),
  dicabut: z.boolean(),
})
export type Rekomendasi = z.infer<typeof Rekomendasi>

export const listRekomendasi = defineEndpoint({
  name: 'listRekomendasi',
  summary:
    'Recommendations for presenting data, newest first; a fasilitator sees those of the office',
  method: 'GET',
  path: '/api/rekomendasi',
  roles: ['fasilitator', 'administrator'],
  response: z.object({ rekomendasi: z.array(Rekomendasi) }),
  errors: [],
})

export const giveRekomendasi = defineEndpoint({
  name: 'giveRekomendasi',
  summary: 'Allows a presentation for a purpose, a receiver and a time (P18)',
  method: 'POST',
  path: '/api/rekomendasi',
  roles: ['administrator'],
  body: IsiRekomendasi,
  response: z.object({ id: z.uuid() }),
  errors: ['isian_tidak_sah'],
})

export const withdrawRekomendasi = defineEndpoint({
  name: 'withdrawRekomendasi',
  summary: 'Ends a recommendation at once',
  method: 'POST',
  path: '/api/rekomendasi/:rekomendasiId/cabut',
  roles: ['administrator'],
  params: z.object({ rekomendasiId: RekomendasiId }),
  response: z.object({ status: z.literal('dicabut') }),
  errors: ['rekomendasi_tidak_berlaku'],
})
