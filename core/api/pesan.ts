import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { PesanId } from './objek.ts'

/** What the server writes to people about. */
export const jenisPesan = [
  'sandi_diubah',
  'surel_diubah',
  'nomor_hp_diubah',
  'akun_dipulihkan',
  'surel_kode',
] as const
export type JenisPesan = (typeof jenisPesan)[number]

/** Why a message came to nothing, or waits; `tak_pasti` may have arrived and is never sent again. */
const sebabPesan = [
  'ditolak',
  'tertunda',
  'tak_terjangkau',
  'pengaturan',
  'tak_pasti',
  'kedaluwarsa',
] as const

/** Whether messages go out: no mail server is set, some wait too long, or all is well. */
export const KeadaanPesan = z.enum(['lancar', 'belum_diatur', 'macet'])
export type KeadaanPesan = z.infer<typeof KeadaanPesan>

/** A message that came to nothing; never the address (P30.2j). */
export const PesanGagal = z.object({
  id: z.uuid(),
  jenis: z.enum(jenisPesan),
  /** Whose account it is about. */
  nama: z.string(),
  dibuatPada: z.iso.datetime(),
  percobaan: z.int(),
  sebab: z.enum(sebabPesan),
  /** Code of the mail server's refusal. */
  balasan: z.int().nullable(),
  dapatDiulang: z.boolean(),
})
export type PesanGagal = z.infer<typeof PesanGagal>

export const getPesan = defineEndpoint({
  name: 'getPesan',
  summary: 'Whether messages go out, how many wait and since when, and which came to nothing',
  method: 'GET',
  path: '/api/pesan',
  roles: ['administrator'],
  response: z.object({
    keadaan: KeadaanPesan,
    menunggu: z.int(),
    tertua: z.iso.datetime().nullable(),
    terkirimSehari: z.int(),
    jumlahGagal: z.int(),
    /** Why those that wait have not gone out yet, by the last attempt. */
    sebab: z.enum(sebabPesan).nullable(),
    gagal: z.array(PesanGagal),
  }),
  errors: [],
})

export const retryPesan = defineEndpoint({
  name: 'retryPesan',
  summary: 'Lets a message that was refused be tried again; not one that may have arrived',
  method: 'POST',
  path: '/api/pesan/:pesanId/ulang',
  roles: ['administrator'],
  params: z.object({ pesanId: PesanId }),
  response: z.object({ diulang: z.literal(true) }),
  errors: [],
})
