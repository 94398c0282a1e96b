import { nextTick, ref, watch, type Ref } from 'vue'
import { getTengahTerlihat, type Titik } from './geometri.ts'

const langkah = 12
const arah: Readonly<Record<string, Titik>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

const clampBagian = (nilai: number) => Math.min(1, Math.max(0, nilai))

type Bidik = {
  readonly panggung: Readonly<Ref<HTMLElement | null>>
  readonly halaman: Readonly<Ref<HTMLElement | null>>
  readonly isAktif: () => boolean
  readonly onPilih: (titik: Titik) => void
}

/**
 * Aims a pin with the keyboard: arrows move the cross-hair, Enter chooses the spot. While aiming the
 * stage has the focus and keeps these keys from the desk; afterwards the focus goes back.
 */
export function useBidik({ panggung, halaman, isAktif, onPilih }: Bidik) {
  /** Shares of the page as it lies; null until an arrow is pressed. */
  const bidik = ref<Titik | null>(null)
  let sebelumnya: HTMLElement | null = null

  function getAwal(): Titik | null {
    const kertas = halaman.value?.getBoundingClientRect()
    const bidang = panggung.value?.getBoundingClientRect()
    if (kertas === undefined || bidang === undefined || kertas.width === 0) return null
    return {
      x: getTengahTerlihat([kertas.left, kertas.right], [bidang.left, bidang.right]),
      y: getTengahTerlihat([kertas.top, kertas.bottom], [bidang.top, bidang.bottom]),
    }
  }

  function move({ x, y }: Titik): void {
    const kertas = halaman.value?.getBoundingClientRect()
    const awal = bidik.value ?? getAwal()
    if (kertas === undefined || awal === null) return
    bidik.value = {
      x: clampBagian(awal.x + (x * langkah) / kertas.width),
      y: clampBagian(awal.y + (y * langkah) / kertas.height),
    }
    void nextTick(() =>
      panggung.value
        ?.querySelector('[data-bidik]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
  }

  function onKeydown(event: KeyboardEvent): void {
    if (!isAktif() || event.target !== panggung.value || event.shiftKey || event.ctrlKey) return
    const gerak = arah[event.key]
    if (gerak === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (gerak !== undefined) {
      move(gerak)
      return
    }
    const titik = bidik.value ?? getAwal()
    if (titik !== null) onPilih(titik)
  }

  watch(
    isAktif,
    (aktif) => {
      bidik.value = null
      if (aktif) {
        sebelumnya = document.activeElement instanceof HTMLElement ? document.activeElement : null
        panggung.value?.focus({ preventScroll: true })
        return
      }
      if (document.activeElement === panggung.value) sebelumnya?.focus({ preventScroll: true })
    },
    { flush: 'post' },
  )

  return { bidik, onKeydown }
}
