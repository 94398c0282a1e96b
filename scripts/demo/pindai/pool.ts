import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Ekstensi, TipeMedia } from '../provinsi.ts'
import type { PesananPindai } from './scan.ts'

export type HasilPindai = {
  kunci: string
  sha256: string
  tipeMedia: TipeMedia
  ekstensi: Ekstensi
  halaman: number
  ukuran: number
}

/** Makes all scans on a few workers; each order is seeded by its own key, so order is no matter. */
export async function makeSemuaPindaian(
  pesanan: readonly PesananPindai[],
  folder: string,
  onDone: (done: number) => void,
): Promise<Map<string, HasilPindai>> {
  const antre = [...pesanan]
  const hasil = new Map<string, HasilPindai>()
  const jumlah = Math.max(1, Math.min(4, availableParallelism(), antre.length))

  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folder } })
      const give = (): void => {
        const berikut = antre.shift()
        if (berikut === undefined) {
          void worker.terminate().then(() => resolve())
          return
        }
        worker.postMessage(berikut, [])
      }
      worker.on('message', (satu: HasilPindai) => {
        hasil.set(satu.kunci, satu)
        onDone(hasil.size)
        give()
      })
      worker.on('error', reject)
      worker.on('exit', (kode) => {
        if (kode !== 0 && antre.length > 0) reject(new Error(`scan worker ended with ${kode}`))
      })
      give()
    })

  await Promise.all(Array.from({ length: jumlah }, runWorker))
  return hasil
}
