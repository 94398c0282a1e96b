import { ref, type Ref } from 'vue'

/** A hand that clicks trembles by a few pixels. */
const getarTangan = 4

/** Scroll bars are dragged by themselves. */
function isDiBilahGulir(elemen: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, top } = elemen.getBoundingClientRect()
  return clientX >= left + elemen.clientWidth || clientY >= top + elemen.clientHeight
}

/** Moves the page with the pointer held down, as a hand moves paper. */
export function useSeret(wadah: Readonly<Ref<HTMLElement | null>>) {
  const seret = ref(false)
  let bergeser = false

  function mulaiSeret(awal: PointerEvent): void {
    const elemen = wadah.value
    if (elemen === null || awal.button > 1 || awal.pointerType === 'touch') return
    if (isDiBilahGulir(elemen, awal)) return
    const { scrollLeft, scrollTop } = elemen
    seret.value = true
    bergeser = false
    elemen.setPointerCapture(awal.pointerId)
    const gerak = (event: PointerEvent) => {
      const x = event.clientX - awal.clientX
      const y = event.clientY - awal.clientY
      bergeser ||= Math.hypot(x, y) > getarTangan
      if (bergeser) elemen.scrollTo(scrollLeft - x, scrollTop - y)
    }
    const lepas = () => {
      seret.value = false
      elemen.removeEventListener('pointermove', gerak)
    }
    elemen.addEventListener('pointermove', gerak)
    elemen.addEventListener('pointerup', lepas, { once: true })
    elemen.addEventListener('pointercancel', lepas, { once: true })
  }

  return {
    seret,
    mulaiSeret,
    /** Whether the click that has just ended moved the page instead of meaning a spot. */
    isBergeser: () => bergeser,
  }
}
