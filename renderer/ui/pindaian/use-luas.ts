import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { Ukuran } from './geometri.ts'

/** The room inside the scroll bars of an element, as it is now. */
export function useLuas(elemen: Readonly<Ref<HTMLElement | null>>): Ref<Ukuran> {
  const luas = ref<Ukuran>({ lebar: 0, tinggi: 0 })
  function measure(): void {
    const { clientWidth: lebar = 0, clientHeight: tinggi = 0 } = elemen.value ?? {}
    if (lebar !== luas.value.lebar || tinggi !== luas.value.tinggi) luas.value = { lebar, tinggi }
  }
  let pengamat: ResizeObserver | undefined
  onMounted(() => {
    measure()
    if (elemen.value === null) return
    // Of the window in which it lies: another window's observer hears nothing of it.
    const { ResizeObserver: Pengamat } = elemen.value.ownerDocument.defaultView ?? globalThis.window
    pengamat = new Pengamat(measure)
    pengamat.observe(elemen.value)
  })
  onBeforeUnmount(() => pengamat?.disconnect())
  return luas
}
