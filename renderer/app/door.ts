import type { MejaBridge } from '@meja/core/ipc/contract.ts'

/**
 * The one place where desktop and portal differ: who signs in and out, and what is known of this
 * installation. On the desktop it is the main process, behind the preload script; the portal puts
 * its own in (portal/portal-door.ts).
 */
let door: MejaBridge | null = null

export function openDoor(lain: MejaBridge): void {
  door = lain
}

export function getDoor(): MejaBridge {
  return door ?? window.meja
}
