import { kebijakanLayarBawaan } from '@meja/core/domain/kebijakan-layar.ts'
import type { IpcReply, MejaBridge, StatusSesi } from '@meja/core/ipc/contract.ts'
import { kepalaSkenario, parseSkenario, type Skenario } from './skenario.ts'

/**
 * Stands in for the preload script, so that the screens can be looked at in a plain browser. It runs
 * before the application and never is part of its build.
 */

const alamatMasuk =
  'http://127.0.0.1:3030/oidc/auth?client_id=meja-desktop&response_type=code&code_challenge_method=S256'

const awal = parseSkenario(new URLSearchParams(location.search).get('skenario'))
const keadaan = { skenario: awal, belumTerkirim: 0 }

function getStatusAwal(satu: Skenario): StatusSesi {
  if (satu === 'keluar') return { keadaan: 'keluar', sebab: null }
  if (satu === 'menunggu_peramban') return { keadaan: 'menunggu_peramban', alamat: alamatMasuk }
  if (satu === 'masuk_gagal' || satu === 'sesi_berakhir') return { keadaan: 'keluar', sebab: satu }
  return { keadaan: 'masuk', diingat: satu !== 'tidak_diingat' }
}

let status = getStatusAwal(awal)
if (new URLSearchParams(location.search).has('keluar')) status = getStatusAwal('keluar')
const pendengar = new Set<(status: StatusSesi) => void>()

function accept(baru: StatusSesi): Promise<IpcReply<StatusSesi>> {
  status = baru
  for (const satu of pendengar) satu(baru)
  return Promise.resolve({ ok: true, value: baru })
}

const bridge: MejaBridge = {
  getSesi: () => Promise.resolve({ ok: true, value: status }),
  startMasuk: () => accept({ keadaan: 'menunggu_peramban', alamat: alamatMasuk }),
  cancelMasuk: () => accept({ keadaan: 'keluar', sebab: 'masuk_dibatalkan' }),
  signOut: () => accept({ keadaan: 'keluar', sebab: null }),
  getInfo: () =>
    Promise.resolve({
      ok: true,
      value: { versi: '0.1.0', alamatServer: 'http://127.0.0.1:3030', runtimeResmi: false },
    }),
  setBelumTerkirim: (jumlah) => {
    keadaan.belumTerkirim = jumlah
    return Promise.resolve({ ok: true, value: null })
  },
  getKunci: () => Promise.resolve({ ok: true, value: { keadaan: 'tanpa_tembolok' } }),
  setPin: () => Promise.resolve({ ok: true, value: { keadaan: 'terbuka' } }),
  changePin: () => Promise.resolve({ ok: true, value: null }),
  retryKunci: () => Promise.resolve({ ok: true, value: { keadaan: 'terbuka' } }),
  getKebijakanLayar: () => Promise.resolve({ ok: true, value: kebijakanLayarBawaan }),
  takeKunciTembolok: () => Promise.resolve({ ok: true, value: null }),
  lockLayar: () => Promise.resolve({ ok: true, value: null }),
  stayAwake: () => Promise.resolve({ ok: true, value: null }),
  getIngatan: () => Promise.resolve({ ok: true, value: null }),
  saveIngatan: () => Promise.resolve({ ok: true, value: null }),
  addJurnal: () => Promise.resolve({ ok: true, value: null }),
  closeJurnal: () => Promise.resolve({ ok: true, value: null }),
  listJurnal: () => Promise.resolve({ ok: true, value: { terbuka: [], rusak: 0 } }),
  acceptResi: (semua) => Promise.resolve({ ok: true, value: semua.map(() => true) }),
  noteKiriman: () => Promise.resolve({ ok: true, value: null }),
  noteSalinan: () => Promise.resolve({ ok: true, value: null }),
  saveUnduhan: () => Promise.resolve({ ok: true, value: { tempat: '/rumah/Unduhan/berkas.pdf' } }),
  savePreferensi: () => Promise.resolve({ ok: true, value: null }),
  noteAsli: () => Promise.resolve({ ok: true, value: null }),
  listAsli: () => Promise.resolve({ ok: true, value: [] }),
  notePeriksa: () => Promise.resolve({ ok: true, value: null }),
  lepasKomputer: () => Promise.resolve({ ok: true, value: null }),
  listGudangDilepas: () => Promise.resolve({ ok: true, value: [] }),
  closeGudangDilepas: () => Promise.resolve({ ok: true, value: null }),
  onKunciBerubah: () => () => {},
  onKunciSegera: () => () => {},
  onIngatanDiminta: () => () => {},
  onKirimanKembali: () => () => {},
  onSesiBerubah: (listener) => {
    pendengar.add(listener)
    return () => pendengar.delete(listener)
  },
}

const fetchAsli = globalThis.fetch
globalThis.fetch = (masukan, init) => {
  const permintaan = new Request(masukan, init)
  permintaan.headers.set(kepalaSkenario, keadaan.skenario)
  return fetchAsli(permintaan)
}

Object.defineProperty(globalThis, 'meja', { value: bridge })
/** For a person at the console and for the picture script. */
Object.defineProperty(globalThis, 'harness', {
  value: {
    keadaan,
    finishMasuk: () => accept({ keadaan: 'masuk', diingat: true }),
    endSesi: () => accept({ keadaan: 'keluar', sebab: 'sesi_berakhir' }),
  },
})
