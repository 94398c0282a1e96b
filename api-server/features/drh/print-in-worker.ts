import { Worker } from 'node:worker_threads'
import type { Drh } from './draw-drh.ts'

export type JawabanCetak = { pdf: Uint8Array } | { sebab: string }

const batasWaktu = 20_000

function startWorker(): Worker {
  const worker = new Worker(new URL('print-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  // A server that has nothing else to do may end.
  worker.unref()
  worker.once('exit', () => {
    if (pencetak === worker) pencetak = undefined
  })
  // Without a listener the event would end the server; whoever waits has one too.
  worker.on('error', () => {})
  return worker
}

function askWorker(worker: Worker, drh: Drh): Promise<Buffer> {
  worker.postMessage(drh)
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const waktu = setTimeout(() => void worker.terminate(), batasWaktu)
  const listenJawaban = (jawaban: JawabanCetak) => {
    if ('pdf' in jawaban) resolve(Buffer.from(jawaban.pdf))
    else reject(new Error(jawaban.sebab))
  }
  const listenBerhenti = () => reject(new Error('pencetak berhenti'))
  worker.once('message', listenJawaban)
  worker.once('exit', listenBerhenti)
  return promise.finally(() => {
    clearTimeout(waktu)
    worker.off('message', listenJawaban)
    worker.off('exit', listenBerhenti)
  })
}

let pencetak: Worker | undefined
let antrean: Promise<unknown> = Promise.resolve()

/**
 * The PDF of one print. Fonts and layout take a tenth of a second and more: one thread of its own draws,
 * one print after the other, so that decisions of others do not wait. It starts with the first print;
 * one that dies or hangs is replaced at the next.
 */
export function printInWorker(drh: Drh): Promise<Buffer> {
  const hasil = antrean.then(() => askWorker((pencetak ??= startWorker()), drh))
  antrean = hasil.catch(() => {})
  return hasil
}
