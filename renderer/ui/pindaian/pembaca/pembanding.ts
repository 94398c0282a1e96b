import type { HasilBanding } from '@meja/core/domain/perbandingan/hasil.ts'
import type { IsianBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'

export type PermintaanBanding = {
  readonly id: number
  readonly halaman: readonly HalamanTerbaca[]
  readonly isian: readonly IsianBanding[]
}
export type JawabanBanding = { readonly id: number; readonly hasil: HasilBanding[] }

/** Words that take longer than this were made to, not written by an office. */
const batasBandingMs = 15_000

function startPekerja(): Worker {
  return new Worker(new URL('./pekerja-banding.ts', import.meta.url), { type: 'module' })
}

type Tunggu = {
  readonly permintaan: PermintaanBanding
  readonly resolve: (hasil: HasilBanding[]) => void
}

/** What is said of a field when comparing failed: nothing was found out, look for yourself. */
function leaveToEye({ kunci }: IsianBanding): HasilBanding {
  return {
    kunci,
    status: 'periksa_mata',
    terbaca: null,
    kotak: [],
    alasan: { aturan: 'tidak_terbaca_pasti', label: null, hubungan: null, keyakinan: 0 },
  }
}

/**
 * The screen's end of the comparing worker, one document at a time. It always answers: a document
 * that ends the worker, or does not come to an end in time, is left to the eye.
 */
export class Pembanding {
  readonly #startWorker: () => Worker
  readonly #antre: Tunggu[] = []
  #worker: Worker | null = null
  #waktu: ReturnType<typeof setTimeout> | undefined
  #nomor = 0

  constructor(startWorker: () => Worker = startPekerja) {
    this.#startWorker = startWorker
  }

  compare(
    halaman: readonly HalamanTerbaca[],
    isian: readonly IsianBanding[],
  ): Promise<HasilBanding[]> {
    return new Promise((resolve) => {
      this.#nomor += 1
      this.#antre.push({ permintaan: { id: this.#nomor, halaman, isian }, resolve })
      if (this.#antre.length === 1) this.#send()
    })
  }

  #send(): void {
    const [tugas] = this.#antre
    if (tugas === undefined) return
    this.#worker ??= this.#start()
    this.#waktu = setTimeout(() => this.#giveUp(), batasBandingMs)
    this.#worker.postMessage(tugas.permintaan)
  }

  #start(): Worker {
    const worker = this.#startWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<JawabanBanding>) => {
      if (data.id === this.#antre[0]?.permintaan.id) this.#finish(data.hasil)
    })
    worker.addEventListener('error', () => {
      if (worker === this.#worker) this.#giveUp()
    })
    return worker
  }

  #finish(hasil: HasilBanding[]): void {
    clearTimeout(this.#waktu)
    this.#antre.shift()?.resolve(hasil)
    this.#send()
  }

  #giveUp(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#finish(this.#antre[0]?.permintaan.isian.map(leaveToEye) ?? [])
  }
}
