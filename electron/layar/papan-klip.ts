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
  /** Copied so lately that it has not been read back yet. */
  #menulis: NodeJS.Timeout | undefined
  #pewaktu: NodeJS.Timeout | undefined

  constructor(papan: Papan) {
    this.#papan = papan
  }

  noteSalinan(bersihkanSetelahDetik: number): void {
    clearTimeout(this.#pewaktu)
    clearTimeout(this.#menulis)
    this.#menulis = setTimeout(() => void this.#remember(), jedaTulisMs)
    this.#pewaktu = setTimeout(() => void this.clear(), bersihkanSetelahDetik * 1000)
  }

  async clear(): Promise<void> {
    clearTimeout(this.#pewaktu)
    if (this.#menulis !== undefined) return this.#clearFresh()
    const milikKita = this.#milikKita
    this.#milikKita = null
    if (milikKita !== null && hash(await this.#papan.readText()) === milikKita) {
      this.#papan.clear()
    }
  }

  /** Locked in the very moment of copying: whatever is being written is ours, or was a blink ago. */
  #clearFresh(): void {
    clearTimeout(this.#menulis)
    this.#menulis = undefined
    this.#milikKita = null
    this.#papan.clear()
    setTimeout(() => this.#papan.clear(), jedaTulisMs)
  }

  async #remember(): Promise<void> {
    this.#menulis = undefined
    // A promise in the newest Electron, a string in the test runtime.
    const teks = await this.#papan.readText()
    this.#milikKita = teks === '' ? null : hash(teks)
  }
}
