import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import { clearVerifikasi } from '../../../../renderer/features/verifikasi/clear-verifikasi.ts'
import { buildKasus } from './contoh-kasus.ts'
import { setUpMeja } from './meja-palsu.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function openQueue(jumlah: number) {
  const desk = setUpMeja(Array.from({ length: jumlah }, (_, nol) => buildKasus(nol + 1)))
  await desk.antrean.loadAntrean()
  const ids = desk.server.kasus.map(({ id }) => id)
  return { ...desk, ids }
}

describe('the day without a server (P33)', () => {
  it('is provided for in the order of the queue, and its count grows', async () => {
    const { bekal, server, ids } = await openQueue(3)
    const selesai = bekal.prepare()
    await vi.advanceTimersByTimeAsync(3000)
    expect([bekal.jumlah, bekal.semua, bekal.berjalan]).toEqual([1, 3, true])
    await vi.runAllTimersAsync()
    await selesai
    expect(server.bekal).toEqual(ids)
    expect([bekal.jumlah, bekal.berjalan, bekal.penuh]).toEqual([3, false, false])
  })

  it('waits until the desk has been laid out', async () => {
    const { bekal, server } = await openQueue(1)
    void bekal.prepare()
    await vi.advanceTimersByTimeAsync(2900)
    expect(server.bekal).toEqual([])
  })

  it('brings nothing twice, and what has a new version again', async () => {
    const { antrean, bekal, server, ids } = await openQueue(2)
    void bekal.prepare()
    await vi.runAllTimersAsync()
    const [pertama] = server.kasus
    if (pertama === undefined) throw new Error('no case')
    server.kasus[0] = { ...pertama, versi: pertama.versi + 1 }
    await antrean.loadAntrean()
    expect(bekal.jumlah).toBe(1)
    void bekal.prepare()
    await vi.runAllTimersAsync()
    expect(server.bekal).toEqual([...ids, ids[0]])
    expect(bekal.jumlah).toBe(2)
  })

  it('stops while the server is away, and passes over what has gone to somebody else', async () => {
    const { bekal, server, ids } = await openQueue(3)
    server.isiBekal = (id) => {
      if (id === ids[0]) throw new ApiError('tidak_ditemukan')
      if (id === ids[1]) throw new ApiError('luring')
      return 'siap'
    }
    void bekal.prepare()
    await vi.runAllTimersAsync()
    expect(server.bekal).toEqual(ids.slice(0, 2))
    expect([bekal.jumlah, bekal.berjalan]).toEqual([0, false])
  })

  it('says that the store is full, and asks for no more', async () => {
    const { bekal, server, ids } = await openQueue(3)
    server.isiBekal = (id) => (id === ids[1] ? 'penuh' : 'siap')
    void bekal.prepare()
    await vi.runAllTimersAsync()
    expect(server.bekal).toHaveLength(2)
    expect([bekal.jumlah, bekal.penuh]).toEqual([1, true])
  })

  it('is not spoken of where nothing is kept on the workstation', async () => {
    const { bekal, server } = await openQueue(3)
    server.isiBekal = () => 'tanpa_gudang'
    void bekal.prepare()
    await vi.runAllTimersAsync()
    expect([bekal.dipakai, server.bekal.length]).toEqual([false, 1])
  })

  it('ends with the person: nothing more is brought for whoever left', async () => {
    const { bekal, server } = await openQueue(3)
    void bekal.prepare()
    await vi.advanceTimersByTimeAsync(3000)
    clearVerifikasi()
    await vi.runAllTimersAsync()
    expect([server.bekal.length, bekal.jumlah, bekal.berjalan]).toEqual([1, 0, false])
  })
})
