import type { MejaBridge } from '@meja/core/ipc/contract.ts'

/**
 * The one place where desktop and portal differ: who signs in and out, and what is known of this
 * installation. On the desktop it is the main process, behind the preload script; the portal puts
 * its own in (portal/portal-door.ts). Keys, lock and journal are the desktop's alone and not here.
 */
export type Door = Pick<
  MejaBridge,
  | 'getSesi'
  | 'startMasuk'
  | 'cancelMasuk'
  | 'signOut'
  | 'onSesiBerubah'
  | 'getInfo'
  | 'setBelumTerkirim'
  | 'savePreferensi'
>

let door: Door | null = null

export function openDoor(lain: Door): void {
  door = lain
}

export function getDoor(): Door {
  return door ?? window.meja
}
