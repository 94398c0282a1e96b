import { getSehat } from '@meja/core/api/sehat.ts'
import { callEndpoint } from './api.ts'
import { useConnectionStore } from './connection-store.ts'

const jedaDaring = 30_000
const jedaLuring = 5000

/** Asks the server itself whether it is there, more often while it is not. Returns the way to stop. */
export function watchConnection(): () => void {
  const connection = useConnectionStore()
  let waktu: ReturnType<typeof setTimeout> | undefined
  let berhenti = false
  const tanya = async () => {
    // The outcome is noted by the client itself.
    await callEndpoint(getSehat, {}).catch(() => {})
    if (berhenti) return
    waktu = setTimeout(
      () => void tanya(),
      connection.keadaan === 'luring' ? jedaLuring : jedaDaring,
    )
  }
  void tanya()
  return () => {
    berhenti = true
    clearTimeout(waktu)
  }
}
