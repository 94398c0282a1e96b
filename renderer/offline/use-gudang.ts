import { shallowRef } from 'vue'
import type { KunciTembolok } from '@meja/core/ipc/contract.ts'
import { Gudang } from './gudang.ts'

const gudang = shallowRef<Gudang | null>(null)

/** The open store of the person at this desk; null without one (policy, or nobody). */
export function findGudang(): Gudang | null {
  return gudang.value
}

/**
 * Opens it for as long as this process lives. A store that cannot be opened at all costs the work
 * without network, not the work: decisions are in the journal too.
 */
export async function openGudang(kunci: KunciTembolok): Promise<Gudang | null> {
  gudang.value = await Gudang.open({ kunci }).catch(() => null)
  // Chromium may otherwise throw the store away when the disk gets full; the answer is observed.
  if (gudang.value !== null) tetap.value = (await navigator.storage?.persist?.()) ?? false
  return gudang.value
}

/** Whether Chromium has promised to keep the store; null while unknown. */
export const tetap = shallowRef<boolean | null>(null)
