import { z } from 'zod'

const Tampilan = z.object({
  id: z.uuid(),
  halaman: z.int().positive(),
  zoom: z.union([z.literal('lebar'), z.literal('halaman'), z.number().positive()]),
  putaran: z.array(
    z.tuple([z.int(), z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])]),
  ),
})

export const IngatanPindaian = z.object({ aktifId: z.string(), tampilan: z.array(Tampilan) })
export type IngatanPindaian = z.infer<typeof IngatanPindaian>
