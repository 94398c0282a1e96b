import { nextTick, type Ref } from 'vue'
import { clampSkala, type Titik } from './geometri.ts'
import { getGeser, keepJangkar, type Jangkar } from './jangkar-zoom.ts'

/** Zooms so that what lies under one point of the window stays under it. */
export function useZoomTitik({
  panggung,
  kertas,
  skala,
  setSkala,
}: {
  panggung: Readonly<Ref<HTMLElement | null>>
  kertas: Readonly<Ref<HTMLElement | null>>
  skala: Readonly<Ref<number>>
  setSkala: (skala: number) => void
}) {
  let jangkar: Jangkar | null = null

  async function zoomBy(faktor: number, titik?: Titik): Promise<void> {
    const wadah = panggung.value
    const sebelum = kertas.value?.getBoundingClientRect()
    if (wadah === null || sebelum === undefined || skala.value === 0) return
    const bidang = wadah.getBoundingClientRect()
    const tengah = {
      x: bidang.left + wadah.clientWidth / 2,
      y: bidang.top + wadah.clientHeight / 2,
    }
    jangkar = keepJangkar(jangkar, titik ?? tengah, sebelum, performance.now())
    setSkala(clampSkala(skala.value * faktor))
    await nextTick()
    const { x, y } = getGeser(jangkar, kertas.value?.getBoundingClientRect() ?? sebelum)
    wadah.scrollBy(x, y)
  }

  /** Ctrl with the wheel, and the pinch that browsers report so, zooms; the plain wheel scrolls. */
  function onWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return
    event.preventDefault()
    void zoomBy(Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY })
  }

  return { zoomBy, onWheel }
}
