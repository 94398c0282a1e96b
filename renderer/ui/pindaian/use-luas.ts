import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { Ukuran } from './geometri.ts'

/** The room inside the scroll bars of an element, as it is now. */
export function useLuas(elemen: Readonly<Ref<HTMLElement | null>>): Ref<Ukuran> {
  const luas = ref<Ukuran>({ lebar: 0, tinggi: 0 })
  function measure(): void {
    const { clientWidth: lebar = 0, clientHeight: tinggi = 0 } = elemen.value ?? {}
    if (lebar !== luas.value.lebar || tinggi !== luas.value.tinggi) luas.value = { lebar, tinggi }
  }
  const pengamat = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    if (elemen.value) pengamat.observe(elemen.value)
  })
  onBeforeUnmount(() => pengamat.disconnect())
  return luas
}
