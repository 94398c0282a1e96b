import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { errorCodes, type ErrorCode } from '@meja/core/api/errors.ts'
import type { BerkasTampil, MuatBerkas } from './berkas-tampil.ts'
import { findBerkas, openBerkas, type BerkasTerbuka } from './simpanan-halaman.ts'

/** The code that a failure carries, from the drawing worker or from loading the bytes. */
export function getKodeGalat(error: unknown): ErrorCode {
  const kode = error instanceof Error && 'kode' in error ? error.kode : undefined
  return errorCodes.find((satu) => satu === kode) ?? 'dokumen_tidak_dapat_ditampilkan'
}

/** The document in front, opened; what was prepared is there in the same moment. */
export function useBerkasTerbuka(getBerkas: () => BerkasTampil, muat: MuatBerkas) {
  const terbuka = shallowRef<BerkasTerbuka>()
  const galat = ref<ErrorCode | null>(null)
  let giliran = 0

  async function reopen(): Promise<void> {
    giliran += 1
    const ini = giliran
    const berkas = getBerkas()
    galat.value = null
    terbuka.value = findBerkas(berkas)
    if (terbuka.value !== undefined) return
    try {
      const hasil = await openBerkas(berkas, muat)
      if (ini === giliran) terbuka.value = hasil
    } catch (error) {
      if (ini === giliran) galat.value = getKodeGalat(error)
    }
  }

  // The same id under another hash is another document.
  watch(() => `${getBerkas().id} ${getBerkas().sha256}`, reopen, { immediate: true, flush: 'sync' })
  onBeforeUnmount(() => {
    giliran += 1
  })
  return { terbuka, galat, reopen }
}
