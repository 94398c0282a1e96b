import type { IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ipcRequests } from '../../../core/ipc/contract.ts'
import { kebijakanLayarBawaan } from '../../../core/domain/kebijakan-layar.ts'
import {
  answerIpc,
  GalatIpc,
  isPengirimSah,
  registerIpc,
  sendEvent,
  type IpcHandlers,
} from '../../../electron/ipc.ts'

type Terdaftar = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>
const terdaftar = vi.hoisted(() => new Map<string, Terdaftar>())
vi.mock('electron', () => ({
  ipcMain: { handle: (nama: string, satu: Terdaftar) => terdaftar.set(nama, satu) },
}))

function createPengirim(url: string, parent: WebFrameMain | null = null): IpcMainInvokeEvent {
  return { senderFrame: { url, parent } } as IpcMainInvokeEvent
}

const halaman = createPengirim('app://meja/desktop.html#/antrean')
const tanpaBingkai = { senderFrame: null } as IpcMainInvokeEvent
const anakBingkai = createPengirim('app://meja/desktop.html', halaman.senderFrame)

describe('who may ask the main process', () => {
  it('our own page, in the top frame', () => {
    expect(isPengirimSah(halaman)).toBe(true)
  })

  it('no frame within it', () => {
    expect(isPengirimSah(anakBingkai)).toBe(false)
  })

  it('no frame that is gone', () => {
    expect(isPengirimSah(tanpaBingkai)).toBe(false)
  })

  it.each([
    '',
    'about:blank',
    'app://meja',
    'app://meja.evil/desktop.html',
    'app://meja@evil/desktop.html',
    'app://mejaevil/',
    'https://meja/desktop.html',
    'file:///desktop.html',
    'data:text/html,app://meja/',
    'blob:app://meja/1',
  ])('no other origin: "%s"', (url) => {
    expect(isPengirimSah(createPengirim(url))).toBe(false)
  })
})

describe('a message to the main process', () => {
  const schema = { input: z.int().min(0), output: z.string() }

  it('is parsed, handled and answered', async () => {
    expect(await answerIpc(halaman, schema, (jumlah) => `ada ${String(jumlah)}`, 3)).toEqual({
      ok: true,
      value: 'ada 3',
    })
  })

  it('from elsewhere is refused before anything is done', async () => {
    const handler = vi.fn<(input: unknown) => unknown>()
    expect(await answerIpc(anakBingkai, schema, handler, 3)).toEqual({
      ok: false,
      code: 'tidak_berwenang',
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it.each([-1, 1.5, '3', null, undefined, {}])(
    'that does not fit the contract is refused: %j',
    async (input) => {
      const handler = vi.fn<(input: unknown) => unknown>()
      expect(await answerIpc(halaman, schema, handler, input)).toEqual({
        ok: false,
        code: 'permintaan_tidak_sah',
      })
      expect(handler).not.toHaveBeenCalled()
    },
  )

  it('that fails tells no more than that', async () => {
    const gagal = () => Promise.reject(new Error('/home/citra/rahasia'))
    expect(await answerIpc(halaman, schema, gagal, 3)).toEqual({
      ok: false,
      code: 'kesalahan_aplikasi',
    })
  })

  it('never carries an answer outside of the contract', async () => {
    expect(await answerIpc(halaman, schema, () => 42, 3)).toEqual({
      ok: false,
      code: 'kesalahan_aplikasi',
    })
  })
})

describe('the channels', () => {
  const keluar = { keadaan: 'keluar', sebab: null } as const
  const setBelumTerkirim = vi.fn<IpcHandlers['setBelumTerkirim']>(() => null)

  beforeEach(() => {
    terdaftar.clear()
    setBelumTerkirim.mockClear()
    const nol = () => null
    const terbuka = () => ({ keadaan: 'terbuka' }) as const
    const handlers: IpcHandlers = {
      getSesi: () => keluar,
      startMasuk: () => keluar,
      cancelMasuk: () => keluar,
      signOut: () => keluar,
      getInfo: () => ({ versi: '1', alamatServer: 'https://meja.example', runtimeResmi: true }),
      setBelumTerkirim,
      getKunci: terbuka,
      setPin: () => {
        throw new GalatIpc('pin_lemah')
      },
      changePin: nol,
      retryKunci: terbuka,
      getKebijakanLayar: () => kebijakanLayarBawaan,
      takeKunciTembolok: nol,
      lockLayar: nol,
      stayAwake: nol,
      getIngatan: nol,
      saveIngatan: nol,
      addJurnal: nol,
      closeJurnal: nol,
      listJurnal: () => ({ terbuka: [], rusak: 0 }),
      acceptResi: (semua) => semua.map(() => true),
      noteKiriman: nol,
      noteSalinan: nol,
      saveUnduhan: nol,
      savePreferensi: nol,
      noteAsli: nol,
      listAsli: () => [],
      notePeriksa: nol,
      lepasKomputer: nol,
      listGudangDilepas: () => [],
      closeGudangDilepas: nol,
    }
    registerIpc(ipcRequests, handlers, 'app://meja')
  })

  it('are exactly those of the contract', () => {
    expect([...terdaftar.keys()].toSorted()).toEqual(Object.keys(ipcRequests).toSorted())
  })

  it('carry the code of a failure that has one', async () => {
    const isi = { pin: '739416', inisial: 'SN' }
    expect(await terdaftar.get('setPin')?.(halaman, isi)).toEqual({ ok: false, code: 'pin_lemah' })
  })

  it('of the desk do not answer the lock screen', async () => {
    const kunci = createPengirim('app://kunci/lock.html')
    expect(await terdaftar.get('getIngatan')?.(kunci, undefined)).toEqual({
      ok: false,
      code: 'tidak_berwenang',
    })
  })

  it('answer our page', async () => {
    expect(await terdaftar.get('getSesi')?.(halaman, undefined)).toEqual({
      ok: true,
      value: keluar,
    })
    expect(await terdaftar.get('setBelumTerkirim')?.(halaman, 2)).toEqual({ ok: true, value: null })
    expect(setBelumTerkirim).toHaveBeenCalledExactlyOnceWith(2)
  })

  it('answer nobody else', async () => {
    const jawaban = await terdaftar.get('signOut')?.(tanpaBingkai, undefined)
    expect(jawaban).toEqual({ ok: false, code: 'tidak_berwenang' })
  })

  it('tell the page nothing but what stands in the contract', () => {
    const send = vi.fn<(nama: string, payload: unknown) => void>()
    const contents = { send } as unknown as Electron.WebContents
    const lebih = { ...keluar, token: 'rahasia' }
    sendEvent(contents, 'sesiBerubah', lebih)
    expect(send).toHaveBeenCalledExactlyOnceWith('sesiBerubah', keluar)
  })
})
