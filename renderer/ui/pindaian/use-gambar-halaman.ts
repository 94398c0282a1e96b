import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import type { GambarHalaman } from './simpanan-bitmap.ts'
import { drawHalaman, findHalaman } from './simpanan-halaman.ts'

export type Permintaan = {
  readonly dokumenId: string
  readonly sha256: string
  readonly halaman: number
  /** Pixels across on the screen, unturned; 0 while the document is not open. */
  readonly lebarPiksel: number
}

/** Waits for zooming to settle before the page is drawn anew; the old picture is scaled meanwhile. */
const jedaGambarUlang = 120

function isSamaHalaman(baru: Permintaan, lama: Permintaan | undefined): boolean {
  return (
    lama?.dokumenId === baru.dokumenId &&
    lama.sha256 === baru.sha256 &&
    lama.halaman === baru.halaman
  )
}

/** The picture of the wanted page; what is prepared is there without waiting for a frame. */
export function useGambarHalaman(permintaan: Ref<Permintaan>, onGagal: (error: unknown) => void) {
  const gambar = shallowRef<GambarHalaman>()
  /** Drawn for this very size, not borrowed from another. */
  const pas = ref(false)
  let giliran = 0
  let waktu: ReturnType<typeof setTimeout> | undefined

  async function draw({ dokumenId, halaman, lebarPiksel }: Permintaan): Promise<void> {
    const ini = giliran
    try {
      const hasil = await drawHalaman(dokumenId, halaman, lebarPiksel)
      if (ini !== giliran) return
      pas.value = true
      gambar.value = hasil
    } catch (error) {
      if (ini === giliran) onGagal(error)
    }
  }

  watch(
    permintaan,
    (baru, lama) => {
      giliran += 1
      clearTimeout(waktu)
      if (!isSamaHalaman(baru, lama)) gambar.value = undefined
      if (baru.lebarPiksel === 0) return
      const siap = findHalaman(baru.dokumenId, baru.halaman, baru.lebarPiksel)
      // What is drawn already, in whatever size, is better than an empty sheet.
      pas.value = siap?.pas === true
      if (pas.value || gambar.value === undefined) gambar.value = siap?.gambar
      if (pas.value) return
      if (gambar.value === undefined) void draw(baru)
      else waktu = setTimeout(() => void draw(baru), jedaGambarUlang)
    },
    { immediate: true, flush: 'sync' },
  )
  onBeforeUnmount(() => {
    giliran += 1
    clearTimeout(waktu)
  })
  /** For a picture whose pixels the cache has given away meanwhile. */
  function redraw(): void {
    giliran += 1
    void draw(permintaan.value)
  }
  return { gambar, pas, redraw }
}
