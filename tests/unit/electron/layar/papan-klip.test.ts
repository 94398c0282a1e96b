import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PapanKlip } from '../../../../electron/layar/papan-klip.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function createPapan(awal: string) {
  const isi = { teks: awal }
  const papan = new PapanKlip({
    readText: async () => isi.teks,
    clear: () => {
      isi.teks = ''
    },
  })
  return { isi, papan }
}

describe('the clipboard', () => {
  it('is emptied of what was copied here, after the time of the policy', async () => {
    const { isi, papan } = createPapan('19810214 200604 2 007')
    papan.noteSalinan(30)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(isi.teks).not.toBe('')
    await vi.advanceTimersByTimeAsync(1000)
    expect(isi.teks).toBe('')
  })

  it('is emptied at the lock', async () => {
    const { isi, papan } = createPapan('19810214 200604 2 007')
    papan.noteSalinan(30)
    await vi.advanceTimersByTimeAsync(1000)
    await papan.clear()
    expect(isi.teks).toBe('')
  })

  it('is emptied when the screen closes in the moment of copying, before it was written even', async () => {
    const { isi, papan } = createPapan('')
    papan.noteSalinan(30)
    await papan.clear()
    isi.teks = '19810214 200604 2 007'
    await vi.advanceTimersByTimeAsync(1000)
    expect(isi.teks).toBe('')
  })

  it('keeps what the person copied elsewhere meanwhile', async () => {
    const { isi, papan } = createPapan('dari sini')
    papan.noteSalinan(30)
    await vi.advanceTimersByTimeAsync(1000)
    isi.teks = 'dari program lain'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(isi.teks).toBe('dari program lain')
  })
})
