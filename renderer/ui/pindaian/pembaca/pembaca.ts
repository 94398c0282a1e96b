import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import { getJeda } from './jeda-baca.ts'
import type { JawabanBaca, PermintaanBaca } from './pesan-baca.ts'

/** The engine has to be loaded before the first page; a slow disk takes its time. */
const batasMulaiMs = 60_000
/** A page that has not been read by then is given up, and the worker with it. */
const batasHalamanMs = 60_000

export class GalatBaca extends Error {
  /** `mesin`: reading as such does not work here; else it is this document. */
  readonly sebab: 'mesin' | 'batal' | ErrorCode

  constructor(sebab: GalatBaca['sebab']) {
    super(sebab)
    this.sebab = sebab
  }
}

type Tugas = {
  readonly tipeMedia: string
  readonly bytes: ArrayBuffer
  readonly halaman: HalamanTerbaca[]
  readonly resolve: (halaman: HalamanTerbaca[]) => void
  readonly reject: (galat: GalatBaca) => void
}

function startPekerja(): Worker {
  return new Worker(new URL('./pekerja-baca.ts', import.meta.url), { type: 'module' })
}

/**
 * The screen's end of the reading worker: one document at a time, one page at a time. Reading is a
 * help and may fail; whoever asks shows the document without it.
 */
export class Pembaca {
  readonly #startWorker: () => Worker
  readonly #antre: Tugas[] = []
  #worker: Worker | null = null
  #berjalan: Tugas | null = null
  #siap = false
  #nomor = 0
  #waktu: ReturnType<typeof setTimeout> | undefined

  constructor(startWorker: () => Worker = startPekerja) {
    this.#startWorker = startWorker
  }

  /** Words of all pages. The bytes are given away. An aborted signal ends the reading at once. */
  read(tipeMedia: string, bytes: ArrayBuffer, signal?: AbortSignal): Promise<HalamanTerbaca[]> {
    return new Promise((resolve, reject) => {
      const tugas: Tugas = { tipeMedia, bytes, halaman: [], resolve, reject }
      if (signal?.aborted === true) {
        reject(new GalatBaca('batal'))
        return
      }
      signal?.addEventListener('abort', () => this.#cancel(tugas), { once: true })
      this.#antre.push(tugas)
      this.#startNext()
    })
  }

  #cancel(tugas: Tugas): void {
    const letak = this.#antre.indexOf(tugas)
    if (letak >= 0) {
      this.#antre.splice(letak, 1)
      tugas.reject(new GalatBaca('batal'))
    } else if (this.#berjalan === tugas) this.#giveUp('batal')
  }

  #startNext(): void {
    if (this.#berjalan !== null) return
    const tugas = this.#antre.shift()
    if (tugas === undefined) return
    this.#berjalan = tugas
    this.#nomor += 1
    this.#worker ??= this.#start()
    this.#startClock(this.#siap ? batasHalamanMs : batasMulaiMs)
    const { tipeMedia, bytes } = tugas
    const permintaan: PermintaanBaca = { id: this.#nomor, tipeMedia, bytes, jeda: getJeda() }
    this.#worker.postMessage(permintaan, [bytes])
  }

  #start(): Worker {
    const worker = this.#startWorker()
    this.#siap = false
    worker.addEventListener('message', ({ data }: MessageEvent<JawabanBaca>) => {
      if (worker === this.#worker && data.id === this.#nomor) this.#take(data)
    })
    worker.addEventListener('error', () => {
      if (worker === this.#worker) this.#giveUp('mesin')
    })
    return worker
  }

  #take(jawaban: JawabanBaca): void {
    const tugas = this.#berjalan
    if (tugas === null) return
    switch (jawaban.tahap) {
      case 'siap':
        this.#siap = true
        this.#startClock(batasHalamanMs)
        return
      case 'halaman':
        tugas.halaman.push(jawaban.halaman)
        this.#startClock(batasHalamanMs)
        return
      case 'selesai':
        this.#end()
        tugas.resolve(tugas.halaman)
        break
      case 'gagal':
        // Before it was ready nothing of the document had been touched.
        if (!this.#siap) {
          this.#giveUp('mesin')
          return
        }
        this.#end()
        tugas.reject(new GalatBaca(jawaban.kode))
        break
    }
    this.#startNext()
  }

  #startClock(batasMs: number): void {
    clearTimeout(this.#waktu)
    this.#waktu = setTimeout(
      () => this.#giveUp(this.#siap ? 'dokumen_tidak_dapat_ditampilkan' : 'mesin'),
      batasMs,
    )
  }

  #end(): void {
    clearTimeout(this.#waktu)
    this.#berjalan = null
  }

  #giveUp(sebab: GalatBaca['sebab']): void {
    const tugas = this.#berjalan
    this.#end()
    this.#worker?.terminate()
    this.#worker = null
    this.#siap = false
    tugas?.reject(new GalatBaca(sebab))
    this.#startNext()
  }
}
