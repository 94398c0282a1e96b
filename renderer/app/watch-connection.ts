import { getSehat } from '@meja/core/api/sehat.ts'
import { callEndpoint } from './api.ts'
import { useConnectionStore } from './connection-store.ts'

const jedaDaring = 30_000
const jedaLuring = 5000

/** Asks the server whether it is there; the client itself notes the outcome. */
export async function checkConnection(): Promise<void> {
  await callEndpoint(getSehat, {}).catch(() => {})
}

/** Asks again and again, more often while the server is not there. Returns the way to stop. */
export function watchConnection(): () => void {
  const connection = useConnectionStore()
  let waktu: ReturnType<typeof setTimeout> | undefined
  let berhenti = false
  const tanya = async () => {
    await checkConnection()
    if (berhenti) return
    const jeda = connection.keadaan === 'daring' ? jedaDaring : jedaLuring
    waktu = setTimeout(() => void tanya(), jeda)
  }
  void tanya()
  return () => {
    berhenti = true
    clearTimeout(waktu)
  }
}
