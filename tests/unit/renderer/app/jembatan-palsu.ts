import { vi } from 'vitest'
import { kebijakanLayarBawaan } from '@meja/core/domain/kebijakan-layar.ts'
import type { MejaBridge, StatusSesi } from '@meja/core/ipc/contract.ts'
import type { SesiSaya } from '@meja/core/api/sesi.ts'

export const citra: SesiSaya = {
  akunId: '00000000-0000-4000-8000-000000000001',
  pegawaiId: '00000000-0000-4000-8000-000000000002',
  namaPengguna: 'fasilitator.contoh',
  nama: 'Citra Laras, S.Pd.',
  peran: 'fasilitator',
  perangkatDaerah: { kode: '101', nama: 'Dinas Contoh' },
  paktaSah: true,
}

export const masuk: StatusSesi = { keadaan: 'masuk', diingat: true }
export const keluar: StatusSesi = { keadaan: 'keluar', sebab: null }
export const berakhir: StatusSesi = { keadaan: 'keluar', sebab: 'sesi_berakhir' }

/** Puts a bridge on `window` that says what the test wants; `tell` is the main process speaking. */
export function installBridge(awal: StatusSesi) {
  let dengar: (status: StatusSesi) => void = () => {}
  const reply = (status: StatusSesi) => Promise.resolve({ ok: true as const, value: status })
  const bridge: MejaBridge = {
    getSesi: vi.fn<MejaBridge['getSesi']>(() => reply(awal)),
    startMasuk: vi.fn<MejaBridge['startMasuk']>(() =>
      reply({ keadaan: 'menunggu_peramban', alamat: 'http://127.0.0.1/masuk' }),
    ),
    cancelMasuk: vi.fn<MejaBridge['cancelMasuk']>(() =>
      reply({ keadaan: 'keluar', sebab: 'masuk_dibatalkan' }),
    ),
    signOut: vi.fn<MejaBridge['signOut']>(() => reply(keluar)),
    getInfo: () =>
      Promise.resolve({
        ok: true,
        value: { versi: '0.1.0', alamatServer: 'http://127.0.0.1:3030', runtimeResmi: true },
      }),
    setBelumTerkirim: () => Promise.resolve({ ok: true, value: null }),
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
    saveUnduhan: () =>
      Promise.resolve({ ok: true, value: { tempat: '/rumah/Unduhan/berkas.pdf' } }),
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
      dengar = listener
      return () => {}
    },
  }
  vi.stubGlobal('window', { meja: bridge })
  return { bridge, tell: (status: StatusSesi) => dengar(status) }
}
