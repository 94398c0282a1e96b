import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { MejaError } from '../../meja-error.ts'

/**
 * Where the originals lie: under their own SHA-256, immutable, the same bytes kept once (D12). A
 * folder and any S3 are the two that there are.
 */
export type ObjectStore = {
  /** Returns the hash once the bytes are stored under it; what is there is never touched. */
  write: (bytes: Uint8Array) => Promise<string>
  /** Size in bytes and a mark that changes whenever anything about the object does. */
  stat: (sha256: string) => Promise<ObjectStat | undefined>
  /** Bytes `start` to `end`, both included. */
  read: (sha256: string, start: number, end: number) => Promise<Readable>
}

export type ObjectStat = { ukuran: number; tanda: string }

export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** How many checked objects are remembered; an entry is about 200 bytes. */
const ingatanMaks = 50_000

/**
 * Reads originals only after their bytes were found to be those of their name (P29.2b). An object
 * is read through once, and again whenever its mark changes: a range costs no second reading.
 */
export class CheckedStore {
  readonly #store: ObjectStore
  readonly #terperiksa = new Map<string, string>()

  constructor(store: ObjectStore) {
    this.#store = store
  }

  write(bytes: Uint8Array): Promise<string> {
    return this.#store.write(bytes)
  }

  /** Size of an original that is whole; `pindaian_tidak_utuh` when it is changed or gone. */
  async getSize(sha256: string): Promise<number> {
    const stat = await this.#store.stat(sha256)
    if (stat === undefined || stat.ukuran === 0) throw new MejaError('pindaian_tidak_utuh')
    if (this.#terperiksa.get(sha256) !== stat.tanda) await this.#check(sha256, stat)
    return stat.ukuran
  }

  read(sha256: string, start: number, end: number): Promise<Readable> {
    return this.#store.read(sha256, start, end)
  }

  async #check(sha256: string, { ukuran, tanda }: ObjectStat): Promise<void> {
    const sidik = createHash('sha256')
    const isi = await this.#store.read(sha256, 0, ukuran - 1)
    for await (const bagian of isi as AsyncIterable<Uint8Array>) sidik.update(bagian)
    if (sidik.digest('hex') !== sha256) throw new MejaError('pindaian_tidak_utuh')
    if (this.#terperiksa.size >= ingatanMaks) this.#terperiksa.clear()
    this.#terperiksa.set(sha256, tanda)
  }
}
