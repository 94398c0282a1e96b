import type { ErrorCode } from '@meja/core/api/errors.ts'
import { GalatDokumen } from './batas.ts'
import type { HasilBuka, HasilGambar, Jawaban, Permintaan } from './pesan.ts'

/**
 * A worker that has given no answer for so long while work waits is given up. Counted from its last
 * answer: a document that merely stands in the queue is not blamed for the one in front.
 */
const batasWaktuMs = 10_000

type Tunggu = {
  readonly resolve: (hasil: HasilBuka | HasilGambar | null) => void
  readonly reject: (galat: GalatDokumen) => void
}

/** The screen's end of the drawing worker; starts a new one when the old one had to die. */
export class Penggambar {
  #worker: Worker | null = null
  #nomor = 0
  #angkatan = 0
  #waktu: ReturnType<typeof setTimeout> | undefined
  readonly #menunggu = new Map<number, Tunggu>()

  /** Changes whenever a worker died and took its open documents with it. */
  get angkatan(): number {
    return this.#angkatan
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
    const worker = (this.#worker ??= this.#start())
    this.#nomor += 1
    const id = this.#nomor
    return new Promise<HasilBuka | HasilGambar | null>((resolve, reject) => {
      this.#menunggu.set(id, { resolve, reject })
      if (this.#menunggu.size === 1) this.#watch()
      worker.postMessage({ ...permintaan, id }, pindah)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./pekerja.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Jawaban>) => {
      const tunggu = this.#menunggu.get(data.id)
      this.#menunggu.delete(data.id)
      this.#watch()
      if (data.ok) tunggu?.resolve(data.hasil)
      else tunggu?.reject(new GalatDokumen(data.kode))
    })
    worker.addEventListener('error', () => this.#giveUp('dokumen_tidak_dapat_ditampilkan'))
    return worker
  }

  #watch(): void {
    clearTimeout(this.#waktu)
    if (this.#menunggu.size === 0) return
    this.#waktu = setTimeout(() => this.#giveUp('dokumen_tidak_dapat_ditampilkan'), batasWaktuMs)
  }

  #giveUp(kode: ErrorCode): void {
    clearTimeout(this.#waktu)
    this.#worker?.terminate()
    this.#worker = null
    this.#angkatan += 1
    const korban = [...this.#menunggu.values()]
    this.#menunggu.clear()
    for (const tunggu of korban) tunggu.reject(new GalatDokumen(kode))
  }
}
