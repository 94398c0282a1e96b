import { describe, expect, it } from 'vitest'
import {
  InfoAplikasi,
  IpcFailure,
  ipcEvents,
  ipcRequests,
  StatusSesi,
} from '@meja/core/ipc/contract.ts'

import { kunciRequests } from '@meja/core/ipc/kunci-contract.ts'

describe('the contract between main process and renderer', () => {
  it('has these channels and no other', () => {
    expect(Object.keys(ipcRequests)).toEqual([
      'getSesi',
      'startMasuk',
      'cancelMasuk',
      'signOut',
      'getInfo',
      'setBelumTerkirim',
      'getKunci',
      'setPin',
      'changePin',
      'retryKunci',
      'getKebijakanLayar',
      'takeKunciTembolok',
      'lockLayar',
      'stayAwake',
      'getIngatan',
      'saveIngatan',
      'addJurnal',
      'closeJurnal',
      'listJurnal',
      'acceptResi',
      'noteKiriman',
      'noteSalinan',
      'saveUnduhan',
      'savePreferensi',
      'noteAsli',
      'listAsli',
      'notePeriksa',
      'lepasKomputer',
      'listGudangDilepas',
      'closeGudangDilepas',
    ])
    expect(Object.keys(ipcEvents)).toEqual([
      'sesiBerubah',
      'kunciBerubah',
      'kunciSegera',
      'ingatanDiminta',
      'kirimanKembali',
    ])
    expect(Object.keys(kunciRequests)).toEqual([
      'getKeadaan',
      'isDaring',
      'bukaDenganPin',
      'masukPenuh',
      'savePeriksa',
    ])
  })

  it('tells the renderer of a session, and drops what is none of its business', () => {
    expect(StatusSesi.parse({ keadaan: 'masuk', diingat: true, accessToken: 'rahasia' })).toEqual({
      keadaan: 'masuk',
      diingat: true,
    })
  })

  it.each([
    { keadaan: 'masuk' },
    { keadaan: 'menunggu_peramban', alamat: 'bukan alamat' },
    { keadaan: 'keluar', sebab: 'entah' },
    { keadaan: 'terkunci' },
  ])('refuses a session state that it does not know: %j', (status) => {
    expect(StatusSesi.safeParse(status).success).toBe(false)
  })

  it('accepts no argument where none is asked', () => {
    const tanpaIsi = ['getSesi', 'startMasuk', 'cancelMasuk', 'signOut', 'getInfo'] as const
    const menerima = (isi: unknown) =>
      tanpaIsi.filter((kanal) => ipcRequests[kanal].input.safeParse(isi).success)
    expect(menerima(undefined)).toEqual(tanpaIsi)
    expect(menerima({})).toEqual([])
  })

  it.each([-1, 1.5, Number.NaN, '3', null, 1e9])('counts no unsent work as %j', (jumlah) => {
    expect(ipcRequests.setBelumTerkirim.input.safeParse(jumlah).success).toBe(false)
  })

  it('answers a failure with a code of the closed list only', () => {
    expect(IpcFailure.safeParse({ ok: false, code: 'masuk_gagal' }).success).toBe(true)
    expect(IpcFailure.safeParse({ ok: false, code: 'ENOENT' }).success).toBe(false)
  })

  it('says on which runtime the app runs, so that a test runtime is announced', () => {
    const info = { versi: '0.1.0', alamatServer: 'http://127.0.0.1:3030', runtimeResmi: false }
    expect(InfoAplikasi.parse(info)).toEqual(info)
  })
})
