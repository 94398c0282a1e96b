import { ref, type Ref } from 'vue'

/** Moves the page with the pointer held down, as a hand moves paper. */
export function useSeret(wadah: Readonly<Ref<HTMLElement | null>>) {
  const seret = ref(false)

  function mulaiSeret(awal: PointerEvent): void {
    const elemen = wadah.value
    if (elemen === null || awal.button > 1 || awal.pointerType === 'touch') return
    const { scrollLeft, scrollTop } = elemen
    seret.value = true
    elemen.setPointerCapture(awal.pointerId)
    const gerak = (event: PointerEvent) => {
      elemen.scrollTo(
        scrollLeft - event.clientX + awal.clientX,
        scrollTop - event.clientY + awal.clientY,
      )
    }
    const lepas = () => {
      seret.value = false
      elemen.removeEventListener('pointermove', gerak)
    }
    elemen.addEventListener('pointermove', gerak)
    elemen.addEventListener('pointerup', lepas, { once: true })
    elemen.addEventListener('pointercancel', lepas, { once: true })
  }

  return { seret, mulaiSeret }
}
