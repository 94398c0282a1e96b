import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { useSessionStore } from '../../../../renderer/app/session-store.ts'
import { berakhir, citra, installBridge, keluar, masuk } from './jembatan-palsu.ts'

const callEndpoint = vi.hoisted(() => vi.fn<() => Promise<unknown>>())
vi.mock(import('../../../../renderer/app/api.ts'), () => ({
  callEndpoint: callEndpoint as never,
  watchPaktaDiminta: () => {},
}))

beforeEach(() => {
  setActivePinia(createPinia())
  callEndpoint.mockReset().mockResolvedValue(citra)
})
afterEach(() => vi.unstubAllGlobals())

describe('the session', () => {
  it('knows at start who is still signed in', async () => {
    installBridge(masuk)
    const session = useSessionStore()
    await session.start()
    expect(session.isMasuk).toBe(true)
    await vi.waitFor(() => expect(session.saya).toEqual(citra))
  })

  it('shows the first screen without waiting for the server', async () => {
    callEndpoint.mockReturnValue(new Promise(() => {}))
    installBridge(masuk)
    await useSessionStore().start()
    expect(useSessionStore().isMasuk).toBe(true)
  })

  it('asks the server once, although reply and event of a sign-in both arrive', async () => {
    const { tell } = installBridge(masuk)
    const session = useSessionStore()
    await session.start()
    tell(masuk)
    await vi.waitFor(() => expect(session.saya).toEqual(citra))
    expect(callEndpoint).toHaveBeenCalledOnce()
  })

  it('keeps why the person could not be read, and reads again on demand', async () => {
    callEndpoint.mockRejectedValueOnce(new ApiError('luring'))
    installBridge(masuk)
    const session = useSessionStore()
    await session.start()
    await vi.waitFor(() => expect(session.galat).toBe('luring'))
    await session.loadSaya()
    expect(session.galat).toBeNull()
    expect(session.saya).toEqual(citra)
  })

  it('forgets the person when it ends, and says why it ended', async () => {
    const { tell } = installBridge(masuk)
    const session = useSessionStore()
    await session.start()
    await vi.waitFor(() => expect(session.saya).not.toBeNull())
    tell(berakhir)
    expect(session.saya).toBeNull()
    expect(session.status).toEqual(berakhir)
  })

  it('gives no desk to nobody: an answer that comes after signing out is dropped', async () => {
    let answer: (isi: unknown) => void = () => {}
    callEndpoint.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    const { tell } = installBridge(masuk)
    const session = useSessionStore()
    await session.start()
    const pemuatan = session.loadSaya()
    tell(keluar)
    answer(citra)
    await pemuatan
    expect(session.saya).toBeNull()
  })

  it('waits for the browser with the address at hand, and lets a person give up', async () => {
    installBridge(keluar)
    const session = useSessionStore()
    await session.start()
    await session.startMasuk()
    expect(session.status).toEqual({
      keadaan: 'menunggu_peramban',
      alamat: 'http://127.0.0.1/masuk',
    })
    await session.cancelMasuk()
    expect(session.status).toEqual({ keadaan: 'keluar', sebab: 'masuk_dibatalkan' })
  })

  it('says so when the main process refuses or does not answer', async () => {
    const { bridge } = installBridge(keluar)
    const session = useSessionStore()
    await session.start()
    vi.mocked(bridge.startMasuk).mockResolvedValueOnce({ ok: false, code: 'permintaan_tidak_sah' })
    await session.startMasuk()
    expect(session.galat).toBe('permintaan_tidak_sah')
    vi.mocked(bridge.startMasuk).mockRejectedValueOnce(new Error('gone'))
    await session.startMasuk()
    expect(session.galat).toBe('kesalahan_aplikasi')
  })
})
