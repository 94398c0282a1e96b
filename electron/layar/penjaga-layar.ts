import type { KebijakanLayar } from '@meja/core/domain/kebijakan-layar.ts'

/** The senses of the guard; tests hand in their own. */
export type Indra = {
  /** Milliseconds that only go forward; no person and no server can set them. */
  readonly now: () => number
  /** Milliseconds of the wall clock: shows that the machine slept. */
  readonly jam: () => number
  /** Seconds without input, as the operating system counts them. */
  readonly getDiamSistem: () => number
}

export type Pelaksana = {
  /** Seconds left; null when a hand came back. */
  readonly onSegera: (sisaDetik: number | null) => void
  readonly onDiam: () => void
}

/** Between two looks at the clocks; a longer pause means that the machine slept. */
const tidurMs = 15_000

/**
 * Decides when nobody is at the desk. Either clock suffices: the window's own, because the operating
 * system's can stick at 0, and the operating system's, because a pointer that lies still over a moving
 * page makes the window believe in a hand. Neither focus nor a filled form keeps the screen open.
 */
export class PenjagaLayar {
  readonly #indra: Indra
  readonly #pelaksana: Pelaksana
  #kebijakan: KebijakanLayar
  #mulai = 0
  #gerak = 0
  /** Keys and buttons: what no page makes by itself. */
  #tekan = 0
  #jamTerakhir = 0
  #sisa: number | null = null
  #jaga = false

  constructor(kebijakan: KebijakanLayar, indra: Indra, pelaksana: Pelaksana) {
    this.#kebijakan = kebijakan
    this.#indra = indra
    this.#pelaksana = pelaksana
  }

  setKebijakan(kebijakan: KebijakanLayar): void {
    this.#kebijakan = kebijakan
  }

  /** The desk has opened: counting begins now, whatever the system counted before. */
  start(): void {
    const kini = this.#indra.now()
    this.#mulai = kini
    this.#gerak = kini
    this.#tekan = kini
    this.#jamTerakhir = this.#indra.jam()
    this.#sisa = null
    this.#jaga = true
  }

  stop(): void {
    this.#jaga = false
    this.#sisa = null
  }

  noteInput(jenis: 'tekan' | 'gerak'): void {
    const kini = this.#indra.now()
    this.#gerak = kini
    if (jenis === 'tekan') this.#tekan = kini
    if (this.#sisa !== null) this.tick()
  }

  /** Once a second. */
  tick(): void {
    if (!this.#jaga) return
    const jam = this.#indra.jam()
    // Slept without saying so, or the clock was set: in both cases nobody knows who sits here now.
    const lompat = Math.abs(jam - this.#jamTerakhir) > tidurMs
    this.#jamTerakhir = jam
    const { diamDetik, hitungMundurDetik } = this.#kebijakan
    const sisa = Math.ceil(diamDetik - this.#getDiam())
    if (lompat || sisa <= 0) {
      this.stop()
      this.#pelaksana.onDiam()
      return
    }
    this.#tell(sisa <= hitungMundurDetik ? sisa : null)
  }

  #getDiam(): number {
    const kini = this.#indra.now()
    const sejak = (saat: number) => (kini - saat) / 1000
    const sistem = Math.min(this.#indra.getDiamSistem(), sejak(this.#mulai), sejak(this.#tekan))
    return Math.max(sejak(this.#gerak), sistem)
  }

  #tell(sisa: number | null): void {
    if (sisa === this.#sisa) return
    this.#sisa = sisa
    this.#pelaksana.onSegera(sisa)
  }
}
