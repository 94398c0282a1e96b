import { contextBridge, ipcRenderer } from 'electron'
import type { KunciBridge, KunciRequests } from '@meja/core/ipc/kunci-contract.ts'

function invoke<K extends keyof KunciRequests>(nama: K) {
  return ((input?: unknown) => ipcRenderer.invoke(nama, input)) as KunciBridge[K]
}

contextBridge.exposeInMainWorld('kunci', {
  getKeadaan: invoke('getKeadaan'),
  isDaring: invoke('isDaring'),
  bukaDenganPin: invoke('bukaDenganPin'),
  masukPenuh: invoke('masukPenuh'),
  savePeriksa: invoke('savePeriksa'),
} satisfies KunciBridge)
