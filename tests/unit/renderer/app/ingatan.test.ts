import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// Loaded before the stand-in of the page below, which is no document to render into.
import 'vue'

type Halaman = Awaited<ReturnType<typeof openPage>>

/** A fresh page, as every start and every unlock loads one; `touch` is a hand on it. */
async function openPage(alamat: string) {
  vi.resetModules()
  const dengar: (() => void)[] = []
  const saveIngatan = vi.fn<(teks: string) => Promise<unknown>>(async () => null)
  vi.stubGlobal('document', {
    activeElement: null,
    querySelectorAll: () => [],
    addEventListener: (_: string, apa: () => void) => dengar.push(apa),
  })
  vi.stubGlobal('window', { meja: { saveIngatan, onIngatanDiminta: () => {} } })
  const modul = await import('../../../../renderer/app/ingatan.ts')
  const tempat = { alamat }
  modul.startIngatan(() => tempat.alamat)
  const touch = async () => {
    for (const satu of dengar) satu()
    await vi.runAllTimersAsync()
  }
  const listAlamat = () =>
    saveIngatan.mock.calls.map(([teks]) => (JSON.parse(teks) as { alamat: string }).alamat)
  return { ...modul, tempat, touch, listAlamat }
}

const dahulu = JSON.stringify({
  alamat: '/verifikasi/u7',
  bagian: {},
  isian: { isian: [], fokus: null },
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what is kept of the desk', () => {
  let halaman: Halaman
  beforeEach(async () => {
    halaman = await openPage('/masuk')
  })

  it('is not overwritten by a touch at the door', async () => {
    await halaman.touch()
    expect(halaman.listAlamat()).toEqual([])
  })

  it('stays where the desk lay until it has been laid out there again', async () => {
    halaman.readIngatan(dahulu)
    await halaman.touch()
    expect(halaman.takeAlamat()).toBe('/verifikasi/u7')
    halaman.tempat.alamat = '/antrean'
    await halaman.touch()
    expect(halaman.listAlamat()).toEqual(['/verifikasi/u7', '/antrean'])
  })

  it('never has the door as its place', async () => {
    halaman.readIngatan(null)
    await halaman.touch()
    expect(halaman.listAlamat()).toEqual([''])
    halaman.readIngatan(null)
    expect(halaman.takeAlamat()).toBeNull()
  })
})
