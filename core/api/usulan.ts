import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { JenisUsulan, RingkasUsulan } from './verifikasi.ts'

export const postUsulan = defineEndpoint({
  name: 'postUsulan',
  summary: 'Proposes a change of the record, proved by stored documents (P1.15, P11.4)',
  method: 'POST',
  path: '/api/usulan',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  body: z.object({
    transactionId: z.uuid(),
    pegawaiId: z.uuid(),
    jenis: JenisUsulan,
    /** The row that is corrected; null adds one. */
    riwayatId: z.uuid().nullable(),
    sesudah: z.record(z.string().max(60), z.string().max(1000).nullable()),
    dokumenIds: z.array(z.uuid()).min(1).max(20),
    /** "Sesuai naskah asli" (P1.13). */
    pernyataanBenar: z.literal(true),
  }),
  response: RingkasUsulan,
  errors: ['isian_tidak_sah', 'transaksi_berbeda'],
})
