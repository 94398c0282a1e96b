import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { BerkasTampil, MuatBerkas } from './berkas-tampil.ts'
import { GalatDokumen } from './penggambar/batas.ts'
import type { GambarHalaman } from './simpanan-bitmap.ts'
import {
  drawHalaman,
  findBerkas,
  findHalaman,
  openBerkas,
  type BerkasTerbuka,
} from './simpanan-halaman.ts'

type Permintaan = {
  readonly berkas: BerkasTampil
  readonly halaman: number
  /** Pixels across on the screen, unturned; 0 while the document's size is not known. */
  readonly lebarPiksel: number
}

/** Waits for zooming to settle before the page is drawn anew; the old picture is scaled meanwhile. */
const jedaGambarUlang = 120

/** Opens the document and draws the wanted page; what is prepared is there without waiting. */
export function useGambarHalaman(permintaan: Ref<Permintaan>, muat: MuatBerkas) {
  const terbuka = shallowRef<BerkasTerbuka>()
  const gambar = shallowRef<GambarHalaman>()
  const galat = ref<ErrorCode | null>(null)
  let giliran = 0
  let waktu: ReturnType<typeof setTimeout> | undefined

  async function run<T>(kerja: Promise<T>, sukses: (hasil: T) => void): Promise<void> {
    const ini = giliran
    try {
      const hasil = await kerja
      if (ini === giliran) sukses(hasil)
    } catch (error) {
      if (ini !== giliran) return
      galat.value =
        error instanceof GalatDokumen
          ? error.kode
          : ((error as { kode?: ErrorCode }).kode ?? 'dokumen_tidak_dapat_ditampilkan')
    }
  }

  function draw(): void {
    const { berkas, halaman, lebarPiksel } = permintaan.value
    if (terbuka.value === undefined || lebarPiksel === 0) return
    void run(drawHalaman(berkas.id, halaman, lebarPiksel), (hasil) => {
      gambar.value = hasil
    })
  }

  function reopen(): void {
    const { berkas } = permintaan.value
    giliran += 1
    galat.value = null
    gambar.value = undefined
    terbuka.value = findBerkas(berkas.id)
    if (terbuka.value !== undefined) return
    void run(openBerkas(berkas, muat), (hasil) => {
      terbuka.value = hasil
    })
  }

  watch(() => permintaan.value.berkas.id, reopen, { immediate: true, flush: 'sync' })
  watch(
    () => [terbuka.value, permintaan.value.halaman, permintaan.value.lebarPiksel] as const,
    ([, halaman], lama) => {
      clearTimeout(waktu)
      const { berkas, lebarPiksel } = permintaan.value
      if (terbuka.value === undefined || lebarPiksel === 0) return
      const siap = findHalaman(berkas.id, halaman, lebarPiksel)
      if (siap !== undefined) gambar.value = siap
      else if (lama !== undefined && lama[1] === halaman && gambar.value !== undefined) {
        waktu = setTimeout(draw, jedaGambarUlang)
      } else {
        gambar.value = undefined
        draw()
      }
    },
    { immediate: true, flush: 'sync' },
  )
  onBeforeUnmount(() => {
    giliran += 1
    clearTimeout(waktu)
  })

  return { terbuka, gambar, galat, reopen }
}
