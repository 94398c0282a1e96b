import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { makePindaian, type PesananPindai } from './scan.ts'
import type { HasilPindai } from './pool.ts'

const { folder } = workerData as { folder: string }
const port = parentPort
if (port === null) throw new Error('worker.ts only runs as a worker')

// One worker a core already; libvips threads on top would only wait for each other.
sharp.concurrency(1)

port.on('message', (pesanan: PesananPindai) => {
  void handle(pesanan)
})

async function handle(pesanan: PesananPindai): Promise<void> {
  const { data, tipeMedia, ekstensi, halaman } = await makePindaian(pesanan)
  const sha256 = createHash('sha256').update(data).digest('hex')
  await writeFile(join(folder, `${sha256}.${ekstensi}`), data)
  const hasil: HasilPindai = {
    kunci: pesanan.kunci,
    sha256,
    tipeMedia,
    ekstensi,
    halaman,
    ukuran: data.length,
  }
  port?.postMessage(hasil)
}
