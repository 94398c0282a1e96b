import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { useSessionStore } from './session-store.ts'

/**
 * Signing in or out moves between the door and the desk, and nothing else does. Whoever comes back
 * after an expired session finds the same case; anybody else begins at the queue.
 */
export function watchAddress(): void {
  const session = useSessionStore()
  const router = useRouter()
  let tinggal: { alamat: string; akunId: string } | null = null
  let akunId: string | null = null

  watch(
    () => session.status,
    (status, lama) => {
      if (status.keadaan === 'masuk' || lama.keadaan !== 'masuk') return
      const alamat = router.currentRoute.value.fullPath
      // Signing out on purpose has no cause and leaves nothing to come back to.
      tinggal = status.keadaan === 'keluar' && status.sebab && akunId ? { alamat, akunId } : null
      void router.replace('/masuk')
    },
  )
  watch(
    () => session.saya,
    (saya) => {
      if (saya === null) return
      akunId = saya.akunId
      if (router.currentRoute.value.path !== '/masuk') return
      void router.replace(tinggal?.akunId === saya.akunId ? tinggal.alamat : '/antrean')
    },
  )
}
