import type { KunciBridge } from '@meja/core/ipc/kunci-contract.ts'

declare global {
  interface Window {
    /** Put there by the lock screen's own preload: the only way out of this page. */
    readonly kunci: KunciBridge
  }
}
