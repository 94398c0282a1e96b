import { onBeforeUnmount, ref, watch } from 'vue'
import { postDraf } from '@meja/core/api/draf.ts'
import type { BodyOf } from '@meja/core/api/endpoint.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'

export type IsiDraf = BodyOf<typeof postDraf>
type Simpan = (isi: IsiDraf) => Promise<unknown>

const jedaSimpan = 1000

export type KeadaanDraf = 'belum' | 'menyimpan' | 'tersimpan' | 'gagal'

/**
 * Keeps what is written on the server, a second after the last key. Not in this browser: it may stand
 * in a shared room, and what it stores outlives the session (docs/decisions).
 */
export function useDraf(
  getIsi: () => IsiDraf,
  simpan: Simpan = (isi) => callEndpoint(postDraf, { body: isi }),
) {
  const keadaan = ref<KeadaanDraf>('belum')
  const galat = ref<ErrorCode | null>(null)
  const pada = ref<Date | null>(null)
  let waktu: ReturnType<typeof setTimeout> | undefined
  let berhenti = false
  let antre: Promise<void> = Promise.resolve()

  async function send(): Promise<void> {
    keadaan.value = 'menyimpan'
    try {
      await simpan(getIsi())
      galat.value = null
      pada.value = new Date()
      // What was typed meanwhile has its own turn.
      if (waktu === undefined) keadaan.value = 'tersimpan'
    } catch (error) {
      galat.value = error instanceof ApiError ? error.kode : 'kesalahan_aplikasi'
      keadaan.value = 'gagal'
    }
  }

  /** Writes now what still waits; one writing at a time, so that the newest is the last. */
  function flush(): Promise<void> {
    if (waktu !== undefined) {
      clearTimeout(waktu)
      waktu = undefined
      antre = antre.then(send)
    }
    return antre
  }

  function touch(): void {
    if (berhenti) return
    clearTimeout(waktu)
    waktu = setTimeout(() => void flush(), jedaSimpan)
    keadaan.value = 'menyimpan'
  }

  /** The proposal is sent, or thrown away: nothing is kept any more. */
  function stop(): Promise<void> {
    berhenti = true
    clearTimeout(waktu)
    waktu = undefined
    return antre
  }

  function warn(event: BeforeUnloadEvent): void {
    if (waktu !== undefined || keadaan.value === 'gagal') event.preventDefault()
  }

  watch(() => JSON.stringify(getIsi()), touch)
  globalThis.addEventListener('beforeunload', warn)
  onBeforeUnmount(() => {
    globalThis.removeEventListener('beforeunload', warn)
    if (!berhenti) void flush()
  })
  return { keadaan, galat, pada, flush, stop }
}
