import { z } from 'zod'
import { Saringan } from '../../ui/pindaian/saringan.ts'

const Tampilan = z.object({
  id: z.uuid(),
  halaman: z.int().positive(),
  zoom: z.union([z.literal('lebar'), z.literal('halaman'), z.number().positive()]),
  saringan: Saringan,
  putaran: z.array(
    z.tuple([z.int(), z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])]),
  ),
})

/** How the scans of the case lay; written by another version it is simply not put back. */
export const IngatanPindaian = z.object({
  aktifId: z.array(z.string()),
  tampilan: z.array(z.array(Tampilan)),
  berdampingan: z.boolean(),
  kecil: z.boolean(),
  /** In the second window. */
  jauh: z.boolean(),
})
export type IngatanPindaian = z.infer<typeof IngatanPindaian>
