import { compareIsian } from '@meja/core/domain/perbandingan/bandingkan.ts'
import type { JawabanBanding, PermintaanBanding } from './pembanding.ts'

/** Comparing away from the page: a long document must not hold back the key that was just pressed. */
self.addEventListener('message', ({ data }: MessageEvent<PermintaanBanding>) => {
  const jawaban: JawabanBanding = { id: data.id, hasil: compareIsian(data.halaman, data.isian) }
  self.postMessage(jawaban)
})
