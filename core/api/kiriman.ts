import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { errorCodes } from './errors.ts'
import { KunciResi, Resi } from './resi.ts'
import { HasilKeputusan } from '../domain/status-usulan.ts'
import { Keputusan, Teks } from './verifikasi.ts'

const pengelola = ['fasilitator', 'administrator'] as const

/** Decisions in one request; the workstation also keeps it below the server's limit of a body. */
export const kirimanSekaligus = 25

/** What became of one decision of a batch; each is answered for itself. */
export const HasilKiriman = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('diterima'), transactionId: z.uuid(), resi: Resi }),
  z.object({
    keadaan: z.literal('ditolak'),
    transactionId: z.uuid(),
    kode: z.enum(errorCodes),
    rincian: z.record(z.string(), z.unknown()),
  }),
])
export type HasilKiriman = z.infer<typeof HasilKiriman>

export const postKeputusanSekaligus = defineEndpoint({
  name: 'postKeputusanSekaligus',
  summary:
    'Writes several decisions, each in a transaction of its own and with an answer of its own (P33)',
  method: 'POST',
  path: '/api/verifikasi/keputusan/sekaligus',
  roles: pengelola,
  body: z.object({ keputusan: z.array(Keputusan).min(1).max(kirimanSekaligus) }),
  response: z.object({ hasil: z.array(HasilKiriman) }),
  errors: ['berkas_terlalu_besar'],
})

/**
 * How far the server's memory reaches. Another `zaman`, or a `puncak` below one that was seen before,
 * means that it was restored from a backup.
 */
export const IngatanServer = z.object({
  zaman: z.uuid(),
  /** Number of the newest entry of its audit trail: it only grows. */
  puncak: z.int().nonnegative(),
})
export type IngatanServer = z.infer<typeof IngatanServer>

export const kirimanDiperiksa = 500

export const postPeriksaKiriman = defineEndpoint({
  name: 'postPeriksaKiriman',
  summary:
    'Which of these receipted decisions the server does not know: it was restored to before them (P29.2c)',
  method: 'POST',
  path: '/api/verifikasi/keputusan/periksa',
  roles: pengelola,
  body: z.object({ transactionId: z.array(z.uuid()).min(1).max(kirimanDiperiksa) }),
  response: IngatanServer.extend({ takDikenal: z.array(z.uuid()) }),
  errors: [],
})

export const listKunciResi = defineEndpoint({
  name: 'listKunciResi',
  summary: 'The public keys of receipts, newest first, each vouched for by the older ones',
  method: 'GET',
  path: '/api/verifikasi/kunci-resi',
  roles: pengelola,
  response: z.object({ kunci: z.array(KunciResi).min(1).max(20) }),
  errors: [],
})

const Waktu = z.iso.datetime({ offset: true })
const Catatan = Teks(500).pipe(z.string().min(5))

export const postSerahan = defineEndpoint({
  name: 'postSerahan',
  summary: 'Leaves a refused decision to the administrators; it changes nothing by itself (P33)',
  method: 'POST',
  path: '/api/verifikasi/serahan',
  roles: pengelola,
  body: z.object({ keputusan: Keputusan, kode: z.enum(errorCodes), catatan: Catatan }),
  response: z.object({ diserahkanPada: Waktu }),
  errors: ['transaksi_berbeda'],
})

/** A decision that was refused and left to the administrators. */
export const Serahan = z.object({
  transactionId: z.uuid(),
  usulanId: z.uuid(),
  hasil: HasilKeputusan,
  kode: z.enum(errorCodes),
  catatan: z.string(),
  oleh: z.string(),
  diputuskanPada: Waktu,
  diserahkanPada: Waktu,
})
export type Serahan = z.infer<typeof Serahan>

export const listSerahan = defineEndpoint({
  name: 'listSerahan',
  summary: 'Refused decisions that were left to the administrators, oldest first',
  method: 'GET',
  path: '/api/verifikasi/serahan',
  roles: ['administrator'],
  response: z.object({ serahan: z.array(Serahan) }),
  errors: [],
})

export const settleSerahan = defineEndpoint({
  name: 'settleSerahan',
  summary:
    'An administrator has looked at a decision that was left to them, and says what came of it',
  method: 'POST',
  path: '/api/verifikasi/serahan/:transactionId/selesai',
  roles: ['administrator'],
  params: z.object({ transactionId: z.uuid() }),
  body: z.object({ penyelesaian: Catatan }),
  response: z.object({ diselesaikanPada: Waktu }),
  errors: [],
})
