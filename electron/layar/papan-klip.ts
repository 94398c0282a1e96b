import { createHash } from 'node:crypto'
import type { Clipboard } from 'electron'

type Papan = Pick<Clipboard, 'readText' | 'clear'>

/** Chromium writes the clipboard a moment after the page was told of the copying. */
const jedaTulisMs = 150

function hash(teks: string): string {
  return createHash('sha256').update(teks).digest('hex')
}

/**
 * Takes back what was copied here, after a while and at the lock, if it is still ours (P1.21). Only
 * its hash is remembered.
 */
export class PapanKlip {
  readonly #papan: Papan
  #milikKita: string | null = null
  #pewaktu: NodeJS.Timeout | undefined

  constructor(papan: Papan) {
    this.#papan = papan
  }

  noteSalinan(bersihkanSetelahDetik: number): void {
    clearTimeout(this.#pewaktu)
    setTimeout(() => void this.#remember(), jedaTulisMs)
    this.#pewaktu = setTimeout(() => void this.clear(), bersihkanSetelahDetik * 1000)
  }

  async clear(): Promise<void> {
    clearTimeout(this.#pewaktu)
    const milikKita = this.#milikKita
    this.#milikKita = null
    if (milikKita !== null && hash(await this.#papan.readText()) === milikKita) {
      this.#papan.clear()
    }
  }

  async #remember(): Promise<void> {
    // A promise in the newest Electron, a string in the test runtime.
    const teks = await this.#papan.readText()
    this.#milikKita = teks === '' ? null : hash(teks)
  }
}
