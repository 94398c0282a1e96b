import { computed, ref, type Ref } from 'vue'
import { getTengahTerlihat, type Titik } from './geometri.ts'

const clampBagian = (nilai: number) => Math.min(1, Math.max(0, nilai))

/** Where the lens lies: under the pointer, or in the middle of what is seen when it is elsewhere. */
export function useKaca({
  panggung,
  kertas,
  isAktif,
}: {
  panggung: Readonly<Ref<HTMLElement | null>>
  kertas: Readonly<Ref<HTMLElement | null>>
  isAktif: () => boolean
}) {
  const penunjuk = ref<Titik | null>(null)

  function notePenunjuk({ clientX: x, clientY: y }: PointerEvent): void {
    penunjuk.value = { x, y }
  }

  function forgetPenunjuk(): void {
    penunjuk.value = null
  }

  const pusat = computed((): Titik | null => {
    if (!isAktif()) return null
    const halaman = kertas.value?.getBoundingClientRect()
    const bidang = panggung.value?.getBoundingClientRect()
    if (halaman === undefined || bidang === undefined || halaman.width === 0) return null
    if (penunjuk.value === null) {
      return {
        x: getTengahTerlihat([halaman.left, halaman.right], [bidang.left, bidang.right]),
        y: getTengahTerlihat([halaman.top, halaman.bottom], [bidang.top, bidang.bottom]),
      }
    }
    return {
      x: clampBagian((penunjuk.value.x - halaman.left) / halaman.width),
      y: clampBagian((penunjuk.value.y - halaman.top) / halaman.height),
    }
  })

  return { pusat, notePenunjuk, forgetPenunjuk }
}
