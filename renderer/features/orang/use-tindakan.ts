import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiError } from '../../app/api-error.ts'

export type Tindakan = {
  readonly sibuk: Ref<boolean>
  readonly ditolak: ShallowRef<ApiError | null>
  /** True when it was done. */
  readonly run: (kerja: () => Promise<unknown>) => Promise<boolean>
}

/** One change at a time, and why the last one was refused. */
export function useTindakan(): Tindakan {
  const sibuk = ref(false)
  const ditolak = shallowRef<ApiError | null>(null)
  return {
    sibuk,
    ditolak,
    async run(kerja) {
      sibuk.value = true
      ditolak.value = null
      try {
        await kerja()
        return true
      } catch (error) {
        ditolak.value = error instanceof ApiError ? error : new ApiError('kesalahan_aplikasi')
        return false
      } finally {
        sibuk.value = false
      }
    },
  }
}
