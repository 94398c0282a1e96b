import { z } from 'zod'
import { HasilKeputusan, StatusUsulan } from '../domain/status-usulan.ts'

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Waktu = z.iso.datetime({ offset: true })

export const IdKunciResi = z.string().regex(/^[0-9a-f]{16}$/)
/** Ed25519: 64 bytes. */
const NilaiTandaTangan = z.base64().length(88)

/** What a receipt says before it is signed. */
export const IsiResi = z.object({
  keputusanId: z.uuid(),
  transactionId: z.uuid(),
  usulanId: z.uuid(),
  hasil: HasilKeputusan,
  status: StatusUsulan,
  versi: z.int().positive(),
  diterimaPada: Waktu,
  /** SHA-256 of the decision as stored, in canonical JSON. */
  sidik: Sha256,
  /** SHA-256 of which scans were seen, by their bytes (core/domain/resi.ts). */
  sidikPindaian: Sha256,
})
export type IsiResi = z.infer<typeof IsiResi>

export const Resi = IsiResi.extend({
  tandaTangan: z.object({ idKunci: IdKunciResi, nilai: NilaiTandaTangan }),
})
export type Resi = z.infer<typeof Resi>

/** A key with which the server signs receipts, and the older keys that vouch for it. */
export const KunciResi = z.object({
  id: IdKunciResi,
  /** Ed25519, SubjectPublicKeyInfo in base64. */
  kunciPublik: z.base64().max(200),
  pengesahan: z.array(z.object({ oleh: IdKunciResi, nilai: NilaiTandaTangan })).max(20),
})
export type KunciResi = z.infer<typeof KunciResi>
