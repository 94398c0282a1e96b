import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { MutuHalaman, type FaktaMutu } from '@meja/core/domain/mutu-pindaian.ts'
import type { PesananMutu } from './measure-worker.ts'

/** An upload waits no longer than this for its measures; a long document is measured in part. */
const batasWaktu = 15_000

/** Threads in use and those that wait: uploads at once must not take the machine from everybody. */
const antrean: (() => void)[] = []
let bebas = availableParallelism()

async function takeGiliran(): Promise<void> {
  if (bebas > 0) bebas -= 1
  else await new Promise<void>((resolve) => antrean.push(resolve))
}

function giveGiliran(): void {
  const berikut = antrean.shift()
  if (berikut === undefined) bebas += 1
  else berikut()
}

function runWorker(pesanan: PesananMutu): Promise<MutuHalaman[]> {
  return new Promise((resolve) => {
    const halaman: MutuHalaman[] = []
    const worker = new Worker(new URL('measure-worker.ts', import.meta.url), {
      workerData: pesanan,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    })
    const finish = () => {
      clearTimeout(waktu)
      void worker.terminate()
      resolve(halaman)
    }
    const waktu = setTimeout(finish, batasWaktu)
    worker.on('message', (satu: unknown) => halaman.push(MutuHalaman.parse(satu)))
    // Whatever stops a decoder stops the measuring only: the file itself was found whole before.
    worker.once('error', finish)
    worker.once('exit', finish)
  })
}

/** Facts of legibility, page by page; null when not even the first page could be measured. */
export async function measureMutu(pesanan: PesananMutu): Promise<FaktaMutu | null> {
  await takeGiliran()
  try {
    const halaman = await runWorker(pesanan)
    return halaman.length === 0 ? null : { cara: 1, halaman }
  } finally {
    giveGiliran()
  }
}
