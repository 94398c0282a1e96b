import { watch } from 'vue'
import { useConnectionStore } from '../../app/connection-store.ts'
import { useKunciStore } from '../../app/kunci-store.ts'
import { useSessionStore } from '../../app/session-store.ts'
import { useAntreanStore } from './antrean-store.ts'
import { useAsliStore } from './asli-store.ts'
import { useBekalStore } from './bekal-store.ts'
import { clearVerifikasi } from './clear-verifikasi.ts'
import { useKotakKeluarStore } from './kotak-keluar-store.ts'

/**
 * Keeps one person's work from the next (P29): signing out and another account clear the desk. A
 * session that merely ended keeps what has not been sent, and the same person's return sends it.
 */
export function watchPemilikMeja(): void {
  const session = useSessionStore()
  const connection = useConnectionStore()
  const kunci = useKunciStore()
  const kotakKeluar = useKotakKeluarStore()
  const asli = useAsliStore()
  const antrean = useAntreanStore()
  const bekal = useBekalStore()
  let pemilik: string | null = null

  watch(
    () => session.saya?.akunId ?? null,
    (akunId) => {
      if (akunId === null) return
      if (pemilik !== null && pemilik !== akunId) clearVerifikasi()
      pemilik = akunId
      kotakKeluar.resumeMasuk()
    },
    { immediate: true },
  )
  watch(
    () => kunci.siap && session.saya !== null,
    (terbuka) => {
      if (!terbuka) return
      void kotakKeluar.loadTersimpan()
      void asli.load()
    },
    { immediate: true },
  )
  watch(
    () => session.status,
    (status) => {
      if (status.keadaan !== 'keluar' || status.sebab !== null || pemilik === null) return
      pemilik = null
      clearVerifikasi()
    },
  )
  watch(
    () => connection.keadaan,
    (keadaan) => {
      if (keadaan === 'daring') kotakKeluar.resumeJaringan()
    },
  )
  // Whatever the server has just said of the queue is what the day without it may need.
  watch(
    () => [antrean.per, connection.keadaan] as const,
    ([per, keadaan]) => {
      if (per !== null && keadaan === 'daring') void bekal.prepare()
    },
  )
}
