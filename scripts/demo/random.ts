import { createHash } from 'node:crypto'

/**
 * Seeded chance. The demo must come out byte for byte the same on every machine (screenshots,
 * tests and the truth file rely on it), so nothing here may ask the platform for randomness.
 */
export type Random = {
  /** 0 <= x < 1 */
  next: () => number
  /** lowest <= n <= highest, whole */
  int: (lowest: number, highest: number) => number
  between: (lowest: number, highest: number) => number
  chance: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
  shuffle: <T>(items: readonly T[]) => T[]
}

export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest()
  let a = digest.readUInt32LE(0)
  let b = digest.readUInt32LE(4)
  let c = digest.readUInt32LE(8)
  let d = digest.readUInt32LE(12)

  // sfc32: small, fast, and more than random enough for paper dust.
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  const int = (lowest: number, highest: number): number =>
    lowest + Math.floor(next() * (highest - lowest + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('cannot pick from nothing')
    return item
  }
  return {
    next,
    int,
    between: (lowest, highest) => lowest + next() * (highest - lowest),
    chance: (probability) => next() < probability,
    pick,
    shuffle: (items) => {
      const keyed = items.map((item) => ({ item, key: next() }))
      return keyed.toSorted((left, right) => left.key - right.key).map(({ item }) => item)
    },
  }
}

/** A version 8 UUID (RFC 9562: content of our own) that only depends on the name. */
export function makeUuid(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-')
}
