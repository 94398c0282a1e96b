import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useConnectionStore } from '../../../../renderer/app/connection-store.ts'
import { watchConnection } from '../../../../renderer/app/watch-connection.ts'

const panggilan = vi.hoisted(() => ({ terjangkau: true, jumlah: 0 }))

vi.mock(import('../../../../renderer/app/api.ts'), () => ({
  callEndpoint: (() => {
    panggilan.jumlah += 1
    const connection = useConnectionStore()
    if (panggilan.terjangkau) connection.noteReached()
    else connection.noteUnreached()
    return panggilan.terjangkau ? Promise.resolve({}) : Promise.reject(new Error('luring'))
  }) as never,
}))

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T08:00:00+07:00') })
  setActivePinia(createPinia())
  panggilan.terjangkau = true
  panggilan.jumlah = 0
})
afterEach(() => vi.useRealTimers())

describe('the connection', () => {
  it('is unknown until the server has been asked', () => {
    expect(useConnectionStore().keadaan).toBe('belum_tahu')
    expect(useConnectionStore().terakhir).toBeNull()
  })

  it('remembers since when its state lasts, and when the last answer came', () => {
    const connection = useConnectionStore()
    connection.noteReached()
    const mulai = connection.sejak
    vi.advanceTimersByTime(60_000)
    connection.noteReached()
    expect(connection.sejak).toEqual(mulai)
    expect(connection.terakhir).toEqual(new Date('2026-11-24T08:01:00+07:00'))
    vi.advanceTimersByTime(60_000)
    connection.noteUnreached()
    expect(connection.sejak).toEqual(new Date('2026-11-24T08:02:00+07:00'))
    expect(connection.terakhir).toEqual(new Date('2026-11-24T08:01:00+07:00'))
  })
})

describe('watching the connection', () => {
  it('asks every 30 seconds while the server answers', async () => {
    const stop = watchConnection()
    await vi.advanceTimersByTimeAsync(0)
    expect(useConnectionStore().keadaan).toBe('daring')
    await vi.advanceTimersByTimeAsync(29_000)
    expect(panggilan.jumlah).toBe(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(panggilan.jumlah).toBe(2)
    stop()
  })

  it('asks every 5 seconds while it does not, and notices its return', async () => {
    panggilan.terjangkau = false
    const stop = watchConnection()
    await vi.advanceTimersByTimeAsync(0)
    expect(useConnectionStore().keadaan).toBe('luring')
    panggilan.terjangkau = true
    await vi.advanceTimersByTimeAsync(5000)
    expect(useConnectionStore().keadaan).toBe('daring')
    stop()
  })

  it('asks no more once stopped', async () => {
    const stop = watchConnection()
    await vi.advanceTimersByTimeAsync(0)
    stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(panggilan.jumlah).toBe(1)
  })
})
