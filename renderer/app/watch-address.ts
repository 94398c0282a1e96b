import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { takeAlamat } from './ingatan.ts'
import { useKunciStore } from './kunci-store.ts'
import { useSessionStore } from './session-store.ts'

/**
 * Signing in or out moves between the door and the desk, and nothing else does. The desk opens once it
 * is known whose it is and the keys are open, whichever comes last: at what lay there when the screen
 * closed, else at the case that an expired session left, else at the queue.
 */
export function watchAddress(): void {
  const session = useSessionStore()
  const kunci = useKunciStore()
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
    () => (kunci.siap ? session.saya : null),
    (saya) => {
      if (saya === null) return
      akunId = saya.akunId
      if (router.currentRoute.value.path !== '/masuk') return
      const lama = tinggal?.akunId === saya.akunId ? tinggal.alamat : '/antrean'
      void router.replace(takeAlamat() ?? lama)
    },
  )
}
