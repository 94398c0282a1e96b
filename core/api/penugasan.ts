import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { AkunId, PenugasanId } from './objek.ts'

/** Tasks on ordinary accounts; there is no fourth login (P8). */
export const JenisPenugasan = z.enum(['kepala_pd', 'penanda_tangan', 'tim', 'auditor'])
export type JenisPenugasan = z.infer<typeof JenisPenugasan>

export const Penugasan = z.object({
  id: z.uuid(),
  akunId: z.uuid(),
  nama: z.string(),
  jenis: JenisPenugasan,
  perangkatDaerah: z.string().nullable(),
  dasar: z.string(),
  mulai: z.string(),
  sampai: z.string().nullable(),
})
export type Penugasan = z.infer<typeof Penugasan>

export const listPenugasan = defineEndpoint({
  name: 'listPenugasan',
  summary: 'Dated tasks: all for administrators, else the own ones',
  method: 'GET',
  path: '/api/penugasan',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  response: z.object({ penugasan: z.array(Penugasan) }),
  errors: [],
})

export const assignPenugasan = defineEndpoint({
  name: 'assignPenugasan',
  summary: 'Gives an ordinary account a dated task',
  method: 'POST',
  path: '/api/penugasan',
  roles: ['administrator'],
  body: z.object({
    akunId: AkunId,
    jenis: JenisPenugasan,
    perangkatDaerah: z
      .string()
      .regex(/^[0-9A-Z.]{1,20}$/)
      .nullable(),
    dasar: z.string().trim().min(3).max(200),
    mulai: z.iso.date(),
    sampai: z.iso.date().nullable(),
  }),
  response: z.object({ id: z.uuid() }),
  errors: ['isian_tidak_sah', 'pengelola_lain_diperlukan'],
})

export const endPenugasan = defineEndpoint({
  name: 'endPenugasan',
  summary: 'Ends a dated task on a day',
  method: 'POST',
  path: '/api/penugasan/:penugasanId/akhiri',
  roles: ['administrator'],
  params: z.object({ penugasanId: PenugasanId }),
  body: z.object({ sampai: z.iso.date() }),
  response: z.object({ status: z.literal('diakhiri') }),
  errors: ['penunjukan_usang'],
})
