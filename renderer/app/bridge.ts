import type { MejaBridge } from '@meja/core/ipc/contract.ts'

declare global {
  interface Window {
    /** Put there by the preload script: the only way to the main process. */
    readonly meja: MejaBridge
  }
}
