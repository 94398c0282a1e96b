import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiError } from './api-error.ts'

export type Muatan<T> = {
  readonly isi: ShallowRef<T | null>
  readonly galat: ShallowRef<ApiError | null>
  readonly memuat: Ref<boolean>
  readonly load: () => Promise<void>
}

/** One reading for one screen: what came, why not, and asking again. Old content stays meanwhile. */
export function useMuat<T>(baca: (signal: AbortSignal) => Promise<T>): Muatan<T> {
  const isi = shallowRef<T | null>(null)
  const galat = shallowRef<ApiError | null>(null)
  const memuat = ref(false)
  const batal = new AbortController()

  async function load(): Promise<void> {
    memuat.value = true
    try {
      isi.value = await baca(batal.signal)
      galat.value = null
    } catch (error) {
      if (batal.signal.aborted) return
      galat.value = error instanceof ApiError ? error : new ApiError('kesalahan_aplikasi')
    } finally {
      memuat.value = false
    }
  }

  onBeforeUnmount(() => batal.abort())
  void load()
  return { isi, galat, memuat, load }
}
