import { nextTick, watch, type Ref } from 'vue'
import { toTitikTerputar, type Putaran } from './geometri.ts'
import type { TempatSorot } from './sorot.ts'

/** Room kept round a place, so that its label is seen with it. */
const jarakTepi = 60

type Bidang = { readonly awal: number; readonly akhir: number }

/** How far to scroll so that a stretch lies within a window of this size; 0 when it does already. */
export function measureGeser(tempat: Bidang, ukuran: number): number {
  if (tempat.awal >= 0 && tempat.akhir <= ukuran) return 0
  const tengah = (tempat.awal + tempat.akhir) / 2
  return tengah - ukuran / 2
}

/**
 * Eases the place that is framed into view when it is asked for: a reading that comes while somebody
 * looks moves nothing. Never a move when it is visible already, and none that takes time when the
 * person prefers none.
 */
export function useBawaTerlihat({
  panggung,
  kertas,
  tempat,
  putaran,
  siap,
}: {
  panggung: Readonly<Ref<HTMLElement | null>>
  kertas: Readonly<Ref<HTMLElement | null>>
  tempat: Readonly<Ref<readonly TempatSorot[]>>
  putaran: Readonly<Ref<Putaran>>
  siap: Readonly<Ref<unknown>>
}): { readonly bringSorot: () => void } {
  /** The page was not there yet when it was asked for. */
  let ditunggu = false

  function show(): void {
    const [pertama] = tempat.value
    const halaman = kertas.value?.getBoundingClientRect()
    const wadah = panggung.value
    if (pertama === undefined || halaman === undefined || wadah === null) return
    const a = toTitikTerputar(pertama.awal, putaran.value)
    const b = toTitikTerputar(pertama.akhir, putaran.value)
    const bidang = wadah.getBoundingClientRect()
    const stretch = (
      p: number,
      q: number,
      awal: number,
      panjang: number,
      tepi: number,
    ): Bidang => ({
      awal: awal + Math.min(p, q) * panjang - tepi - jarakTepi,
      akhir: awal + Math.max(p, q) * panjang - tepi + jarakTepi,
    })
    const left = measureGeser(
      stretch(a.x, b.x, halaman.left, halaman.width, bidang.left),
      wadah.clientWidth,
    )
    const top = measureGeser(
      stretch(a.y, b.y, halaman.top, halaman.height, bidang.top),
      wadah.clientHeight,
    )
    if (left === 0 && top === 0) return
    const tenang = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
    wadah.scrollBy({ left, top, behavior: tenang ? 'auto' : 'smooth' })
  }

  function bringSorot(): void {
    ditunggu = siap.value === undefined || tempat.value.length === 0
    if (!ditunggu) show()
  }

  watch([tempat, siap], () => {
    if (!ditunggu || siap.value === undefined || tempat.value.length === 0) return
    ditunggu = false
    void nextTick(show)
  })
  return { bringSorot }
}
