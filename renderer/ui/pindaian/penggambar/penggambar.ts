import { GalatDokumen } from './batas.ts'
import type { HasilBuka, HasilGambar, Jawaban, Permintaan, Siap } from './pesan.ts'

/**
 * A document that has not been opened and shown by then is given up, and the worker with it. Ten seconds
 * are what a person waits at most (quality.md); its bytes have to come in that time too.
 */
const batasWaktuMs = 6_000

/** A worker has to be loaded before the first document; a slow disk takes its time, and no document is to blame. */
const batasMulaiMs = 30_000

/** The worker died of another document and forgot this one; opening it again helps. */
export class PekerjaBerhenti extends Error {}

type Tugas = {
  readonly permintaan: Permintaan
  readonly pindah: Transferable[]
  readonly resolve: (hasil: HasilBuka | HasilGambar | null) => void
  readonly reject: (galat: Error) => void
}

function startPekerja(): Worker {
  return new Worker(new URL('./pekerja.ts', import.meta.url), { type: 'module' })
}

/**
 * The screen's end of the drawing worker. One task is given out at a time: when the worker hangs or
 * dies, the document in its hands is to blame and no other.
 */
export class Penggambar {
  readonly #startWorker: () => Worker
  readonly #antre: Tugas[] = []
  #worker: Worker | null = null
  #berjalan: Tugas | null = null
  #waktu: ReturnType<typeof setTimeout> | undefined
  #nomor = 0
  #angkatan = 0
  #mulai = 0
  #siap = false
  /** What opening a document has left for its first page. */
  readonly #sisa = new Map<string, number>()

  constructor(startWorker: () => Worker = startPekerja) {
    this.#startWorker = startWorker
  }

  /** Changes whenever a worker died and took its open documents with it. */
  get angkatan(): number {
    return this.#angkatan
  }

  /** Loads the worker before the first document is there. */
  warm(): void {
    this.#worker ??= this.#start()
  }

  open(kunci: string, tipeMedia: string, bytes: ArrayBuffer): Promise<HasilBuka> {
    return this.#ask({ aksi: 'buka', kunci, tipeMedia, bytes }, [bytes]) as Promise<HasilBuka>
  }

  draw(kunci: string, nomor: number, lebarPiksel: number): Promise<HasilGambar> {
    return this.#ask({ aksi: 'gambar', kunci, nomor, lebarPiksel }) as Promise<HasilGambar>
  }

  async close(kunci: string): Promise<void> {
    if (this.#worker !== null) await this.#ask({ aksi: 'tutup', kunci })
  }

  #ask(permintaan: Permintaan, pindah: Transferable[] = []) {
    return new Promise<HasilBuka | HasilGambar | null>((resolve, reject) => {
      this.#antre.push({ permintaan, pindah, resolve, reject })
      this.#startNext()
    })
  }

  #startNext(): void {
    if (this.#berjalan !== null) return
    const tugas = this.#antre.shift()
    if (tugas === undefined) return
    this.#berjalan = tugas
    this.#nomor += 1
    this.#worker ??= this.#start()
    if (this.#siap) this.#startClock(tugas.permintaan)
    else this.#waktu = setTimeout(() => this.#giveUp(), batasMulaiMs)
    this.#worker.postMessage({ ...tugas.permintaan, id: this.#nomor }, tugas.pindah)
  }

  #startClock({ kunci }: Permintaan): void {
    clearTimeout(this.#waktu)
    this.#mulai = performance.now()
    this.#waktu = setTimeout(() => this.#giveUp(), this.#sisa.get(kunci) ?? batasWaktuMs)
  }

  #start(): Worker {
    const worker = this.#startWorker()
    this.#siap = false
    worker.addEventListener('message', ({ data }: MessageEvent<Jawaban | Siap>) => {
      // Whatever a worker says that has been given up is of no interest.
      if (worker !== this.#worker) return
      if ('siap' in data) {
        this.#siap = true
        if (this.#berjalan !== null) this.#startClock(this.#berjalan.permintaan)
      } else if (data.id === this.#nomor) this.#settle(data)
    })
    worker.addEventListener('error', () => {
      if (worker === this.#worker) this.#giveUp()
    })
    return worker
  }

  #settle(jawaban: Jawaban): void {
    const tugas = this.#takeBerjalan()
    if (tugas !== null) this.#countTime(tugas.permintaan)
    if (jawaban.ok) tugas?.resolve(jawaban.hasil)
    else tugas?.reject(new GalatDokumen(jawaban.kode))
    this.#startNext()
  }

  #countTime({ aksi, kunci }: Permintaan): void {
    if (aksi === 'buka') this.#sisa.set(kunci, batasWaktuMs - (performance.now() - this.#mulai))
    else this.#sisa.delete(kunci)
  }

  #giveUp(): void {
    this.#sisa.clear()
    this.#worker?.terminate()
    this.#worker = null
    this.#angkatan += 1
    this.#takeBerjalan()?.reject(new GalatDokumen('dokumen_tidak_dapat_ditampilkan'))
    for (const tugas of this.#antre.splice(0)) tugas.reject(new PekerjaBerhenti())
  }

  #takeBerjalan(): Tugas | null {
    clearTimeout(this.#waktu)
    const tugas = this.#berjalan
    this.#berjalan = null
    return tugas
  }
}
