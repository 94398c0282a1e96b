import { hkdfSync } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

const argon2id = 2

/** D7: 64 MiB and three passes, on a thread of libuv's pool: the window stays alive meanwhile. */
const biaya = { algorithm: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

/**
 * The key that wraps the data key. The PIN alone could be tried out on a copied disk, the device
 * secret alone by any program of this user: it takes both.
 */
export async function deriveKek(
  pin: string,
  { garam, rahasia }: { garam: Uint8Array; rahasia: Uint8Array },
): Promise<Buffer> {
  const dariPin = await hashRaw(pin, { ...biaya, salt: garam, outputLen: 32 })
  const bahan = Buffer.concat([dariPin, rahasia])
  const kek = Buffer.from(hkdfSync('sha256', bahan, garam, 'meja-asn/kek/1', 32))
  dariPin.fill(0)
  bahan.fill(0)
  return kek
}
