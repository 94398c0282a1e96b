import type { Kiriman } from './kiriman.ts'

/** Well below the server's limit of a body: one decision with much evidence fills most of it. */
const BYTE_TERBANYAK = 400_000

const ukuran = new WeakMap<object, number>()

function getUkuran({ keputusan }: Kiriman): number {
  const lama = ukuran.get(keputusan)
  if (lama !== undefined) return lama
  const baru = new TextEncoder().encode(JSON.stringify(keputusan)).length
  ukuran.set(keputusan, baru)
  return baru
}

/**
 * The next decisions that travel in one request: the first that is ready, and those behind it that may
 * go with as many as it. One that is too large for company goes alone.
 */
export function takeRombongan(siap: readonly Kiriman[]): Kiriman[] {
  const [pertama] = siap
  if (pertama === undefined) return []
  const rombongan: Kiriman[] = []
  let byte = 0
  for (const satu of siap) {
    if (satu.sekaligus !== pertama.sekaligus) continue
    byte += getUkuran(satu)
    if (rombongan.length > 0 && byte > BYTE_TERBANYAK) break
    rombongan.push(satu)
    if (rombongan.length >= pertama.sekaligus) break
  }
  return rombongan
}
