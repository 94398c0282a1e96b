import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { Sel } from '@meja/core/domain/sel-impor.ts'
import { MejaError } from '../../meja-error.ts'

/** What the worker answers. */
export type JawabanLembar = { baris: Sel[][] } | { galat: ErrorCode }

const batasWaktu = 60_000

/**
 * The cells of an XLSX or CSV file. A thread of its own with little memory reads it: a small file can
 * unpack to anything, and only that thread ends of it.
 */
export async function readSheetRows(bytes: Uint8Array): Promise<Sel[][]> {
  if (bytes.length === 0) throw new MejaError('berkas_kosong')
  const jawaban = await new Promise<JawabanLembar>((resolve) => {
    const worker = new Worker(new URL('read-sheet-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    })
    const finish = (satu: JawabanLembar) => {
      clearTimeout(waktu)
      resolve(satu)
    }
    // One that has answered ends by itself: stopping a thread that is ending anyway has cost a process.
    const waktu = setTimeout(() => {
      void worker.terminate()
      finish({ galat: 'berkas_rusak' })
    }, batasWaktu)
    worker.once('message', finish)
    worker.once('error', () => finish({ galat: 'berkas_rusak' }))
  })
  if ('galat' in jawaban) throw new MejaError(jawaban.galat)
  return jawaban.baris
}
