import { parentPort } from 'node:worker_threads'
import { drawDrh, type Drh } from './draw-drh.ts'
import type { JawabanCetak } from './print-in-worker.ts'

async function answer(drh: Drh): Promise<JawabanCetak> {
  try {
    return { pdf: await drawDrh(drh) }
  } catch (error) {
    return { sebab: error instanceof Error ? error.message : 'gagal' }
  }
}

parentPort?.on('message', (drh: Drh) => {
  void answer(drh).then((jawaban) => parentPort?.postMessage(jawaban))
})
