import { z } from 'zod'
import { temuanHak } from '../domain/tinjauan-akses.ts'
import { JenisHak } from './akses.ts'
import { defineEndpoint } from './endpoint.ts'
import { SebabGugur } from './fasilitator.ts'
import { TinjauanHakId, TinjauanId } from './objek.ts'

export const Tinjauan = z.object({
  id: z.uuid(),
  nama: z.string(),
  /** The period that it covers. */
  mulai: z.string(),
  sampai: z.string(),
  tenggat: z.string(),
  namaPembuka: z.string(),
  dibukaPada: z.iso.datetime(),
  namaPenutup: z.string().nullable(),
  ditutupPada: z.iso.datetime().nullable(),
  jumlah: z.int().nonnegative(),
  /** With a finding, or ended by themselves. */
  selesai: z.int().nonnegative(),
})
export type Tinjauan = z.infer<typeof Tinjauan>

/** A right as it stood when the review was opened. */
export const BarisTinjauan = z.object({
  id: z.uuid(),
  nama: z.string(),
  namaPengguna: z.string(),
  hak: JenisHak,
  perangkatDaerah: z.string().nullable(),
  jumlahUnit: z.int().nullable(),
  mulai: z.string().nullable(),
  sampai: z.string().nullable(),
  dasar: z.string().nullable(),
  temuan: z.enum([...temuanHak, 'berakhir']).nullable(),
  alasan: z.string().nullable(),
  namaPeninjau: z.string().nullable(),
  ditemukanPada: z.iso.datetime().nullable(),
  /** Still among the rights in force. */
  masihAda: z.boolean(),
  /** What today's facts have ended it by, although nobody withdrew it. */
  sebabGugur: SebabGugur.nullable(),
  /** A right of whoever reads this: somebody else judges it. */
  milikSaya: z.boolean(),
})
export type BarisTinjauan = z.infer<typeof BarisTinjauan>

export const listTinjauan = defineEndpoint({
  name: 'listTinjauan',
  summary: 'Reviews of access, newest first, with how far they are (P30.2a)',
  method: 'GET',
  path: '/api/tinjauan',
  roles: ['administrator'],
  response: z.object({ tinjauan: z.array(Tinjauan) }),
  errors: [],
})

export const openTinjauan = defineEndpoint({
  name: 'openTinjauan',
  summary: 'Opens a review of all rights that are in force now; one at a time',
  method: 'POST',
  path: '/api/tinjauan',
  roles: ['administrator'],
  body: z.object({
    nama: z.string().trim().min(3).max(120),
    mulai: z.iso.date(),
    sampai: z.iso.date(),
    tenggat: z.iso.date(),
  }),
  response: z.object({ id: z.uuid() }),
  errors: ['isian_tidak_sah', 'tinjauan_usang'],
})

export const getTinjauan = defineEndpoint({
  name: 'getTinjauan',
  summary: 'One review with all its rights and findings',
  method: 'GET',
  path: '/api/tinjauan/:tinjauanId',
  roles: ['administrator'],
  params: z.object({ tinjauanId: TinjauanId }),
  response: z.object({ tinjauan: Tinjauan, baris: z.array(BarisTinjauan) }),
  errors: [],
})

/** Several only when each was chosen: the screen offers no "all". */
export const judgeHak = defineEndpoint({
  name: 'judgeHak',
  summary: 'Finds that rights stay, are withdrawn at once, or are to be changed; never the own',
  method: 'POST',
  path: '/api/tinjauan/:tinjauanId/temuan',
  roles: ['administrator'],
  params: z.object({ tinjauanId: TinjauanId }),
  body: z
    .object({
      baris: z.array(TinjauanHakId).min(1).max(200),
      temuan: z.enum(temuanHak),
      alasan: z.string().trim().min(3).max(500).nullable(),
    })
    // Only what stays is said of several at once.
    .refine(({ baris, temuan }) => temuan === 'tetap' || baris.length === 1),
  response: z.object({ jumlah: z.int() }),
  errors: ['isian_tidak_sah', 'pengelola_lain_diperlukan', 'tinjauan_usang', 'penunjukan_usang'],
})

export const closeTinjauan = defineEndpoint({
  name: 'closeTinjauan',
  summary: 'Closes a review in which every right has a finding or has ended',
  method: 'POST',
  path: '/api/tinjauan/:tinjauanId/tutup',
  roles: ['administrator'],
  params: z.object({ tinjauanId: TinjauanId }),
  response: z.object({ status: z.literal('ditutup') }),
  errors: ['tinjauan_usang', 'tinjauan_belum_lengkap'],
})

export const getTinjauanCsv = defineEndpoint({
  name: 'getTinjauanCsv',
  summary: 'The report of a review as a CSV file',
  method: 'GET',
  path: '/api/tinjauan/:tinjauanId/csv',
  roles: ['administrator'],
  params: z.object({ tinjauanId: TinjauanId }),
  response: 'berkas',
  errors: [],
})
