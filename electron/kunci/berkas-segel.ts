import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { findFile, writeAtomic } from '../atomic-file.ts'
import { findSealed, seal } from './segel.ts'

/** One sealed text: where a person was when the screen closed. The newest replaces the one before. */
export class BerkasSegel {
  readonly #tujuan: string
  readonly #guna: string
  /** Writes follow each other; of those that wait only the newest is written. */
  #menunggu: Buffer | null = null
  #menulis: Promise<void> | null = null

  constructor(tujuan: string, guna: string) {
    this.#tujuan = tujuan
    this.#guna = guna
  }

  async find(kunci: Uint8Array): Promise<string | null> {
    await this.settle()
    const isi = await findFile(this.#tujuan)
    return isi === null ? null : (findSealed(kunci, isi, this.#guna)?.toString() ?? null)
  }

  /** Sealed in this very moment: no open text waits for the disk. */
  save(kunci: Uint8Array, teks: string): Promise<void> {
    this.#menunggu = seal(kunci, Buffer.from(teks), this.#guna)
    this.#menulis ??= this.#writeAll().finally(() => {
      this.#menulis = null
    })
    return this.#menulis
  }

  /** Until what was sealed is on the disk; a full disk loses the place, not the lock. */
  async settle(): Promise<void> {
    await this.#menulis?.catch(() => {})
  }

  async #writeAll(): Promise<void> {
    await mkdir(dirname(this.#tujuan), { recursive: true, mode: 0o700 })
    while (this.#menunggu !== null) {
      const isi = this.#menunggu
      this.#menunggu = null
      await writeAtomic(this.#tujuan, isi)
    }
  }
}
