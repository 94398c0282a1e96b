import { contextBridge, ipcRenderer } from 'electron'
import type { IpcEvents, IpcRequests, MejaBridge } from '@meja/core/ipc/contract.ts'
import type { z } from 'zod'

// Types only from the contract: a sandboxed preload carries no schemas, main parses every message.
function invoke<K extends keyof IpcRequests>(nama: K) {
  return ((input?: unknown) => ipcRenderer.invoke(nama, input)) as MejaBridge[K]
}

function listen<K extends keyof IpcEvents>(nama: K) {
  return (listener: (payload: z.output<IpcEvents[K]>) => void) => {
    const terima = (_: unknown, payload: z.output<IpcEvents[K]>) => listener(payload)
    ipcRenderer.on(nama, terima)
    return () => {
      ipcRenderer.off(nama, terima)
    }
  }
}

contextBridge.exposeInMainWorld('meja', {
  getSesi: invoke('getSesi'),
  startMasuk: invoke('startMasuk'),
  cancelMasuk: invoke('cancelMasuk'),
  signOut: invoke('signOut'),
  getInfo: invoke('getInfo'),
  setBelumTerkirim: invoke('setBelumTerkirim'),
  getKunci: invoke('getKunci'),
  setPin: invoke('setPin'),
  changePin: invoke('changePin'),
  retryKunci: invoke('retryKunci'),
  getKebijakanLayar: invoke('getKebijakanLayar'),
  takeKunciTembolok: invoke('takeKunciTembolok'),
  lockLayar: invoke('lockLayar'),
  stayAwake: invoke('stayAwake'),
  getIngatan: invoke('getIngatan'),
  saveIngatan: invoke('saveIngatan'),
  addJurnal: invoke('addJurnal'),
  closeJurnal: invoke('closeJurnal'),
  listJurnal: invoke('listJurnal'),
  acceptResi: invoke('acceptResi'),
  noteKiriman: invoke('noteKiriman'),
  noteSalinan: invoke('noteSalinan'),
  saveUnduhan: invoke('saveUnduhan'),
  savePreferensi: invoke('savePreferensi'),
  noteAsli: invoke('noteAsli'),
  listAsli: invoke('listAsli'),
  notePeriksa: invoke('notePeriksa'),
  lepasKomputer: invoke('lepasKomputer'),
  listGudangDilepas: invoke('listGudangDilepas'),
  closeGudangDilepas: invoke('closeGudangDilepas'),
  onSesiBerubah: listen('sesiBerubah'),
  onKunciBerubah: listen('kunciBerubah'),
  onKunciSegera: listen('kunciSegera'),
  onIngatanDiminta: listen('ingatanDiminta'),
  onKirimanKembali: listen('kirimanKembali'),
} satisfies MejaBridge)
