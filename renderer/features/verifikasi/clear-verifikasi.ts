import { useAntreanStore } from './antrean-store.ts'
import { useAsliStore } from './asli-store.ts'
import { useBacaanStore } from './bacaan-store.ts'
import { useBekalStore } from './bekal-store.ts'
import { useDrafStore } from './draf-store.ts'
import { useKasusStore } from './kasus-store.ts'
import { useKotakKeluarStore } from './kotak-keluar-store.ts'
import { useMejaStore } from './meja-store.ts'

/** Leaves nothing of one person's work to the next: the desk is clear (P29). */
export function clearVerifikasi(): void {
  useMejaStore().clear()
  useDrafStore().clear()
  useBacaanStore().clear()
  useKasusStore().clear()
  useKotakKeluarStore().clear()
  useAntreanStore().clear()
  useAsliStore().clear()
  useBekalStore().clear()
}
