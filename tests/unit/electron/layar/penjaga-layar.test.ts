import { describe, expect, it } from 'vitest'
import { KebijakanLayar } from '../../../../core/domain/kebijakan-layar.ts'
import { PenjagaLayar } from '../../../../electron/layar/penjaga-layar.ts'

/** A desk whose clocks are turned by hand; `diamSistem` null follows the time since the last real input. */
function createMeja(kebijakan = KebijakanLayar.parse({})) {
  const keadaan = { kini: 1_000_000, jam: 1_800_000_000_000, diamSistem: 0, kali: 0 }
  const segera: (number | null)[] = []
  const penjaga = new PenjagaLayar(
    kebijakan,
    {
      now: () => keadaan.kini,
      jam: () => keadaan.jam,
      getDiamSistem: () => keadaan.diamSistem,
    },
    { onSegera: (sisa) => segera.push(sisa), onDiam: () => (keadaan.kali += 1) },
  )
  penjaga.start()
  const wait = (detik: number, tiap: () => void = () => {}) => {
    for (let satu = 0; satu < detik; satu += 1) {
      keadaan.kini += 1000
      keadaan.jam += 1000
      keadaan.diamSistem += 1
      tiap()
      penjaga.tick()
    }
  }
  return { keadaan, segera, penjaga, wait }
}

describe('nobody at the desk', () => {
  it('closes the screen after the time of the policy, not before', () => {
    const { keadaan, wait } = createMeja()
    wait(299)
    expect(keadaan.kali).toBe(0)
    wait(1)
    expect(keadaan.kali).toBe(1)
    wait(600)
    expect(keadaan.kali).toBe(1)
  })

  it('closes although the system believes in a hand: its idle time can stick at 0', () => {
    const { keadaan, wait } = createMeja()
    wait(300, () => {
      keadaan.diamSistem = 0
    })
    expect(keadaan.kali).toBe(1)
  })

  it('closes although the pointer lies over a page that moves', () => {
    const { keadaan, penjaga, wait } = createMeja()
    wait(300, () => penjaga.noteInput('gerak'))
    expect(keadaan.kali).toBe(1)
  })

  it('says so before, second by second, and takes it back when a hand comes', () => {
    const { keadaan, segera, penjaga, wait } = createMeja()
    wait(282)
    expect(segera).toEqual([20, 19, 18])
    penjaga.noteInput('tekan')
    expect(segera.at(-1)).toBeNull()
    wait(250)
    expect(keadaan.kali).toBe(0)
  })

  it('does not count the time before the desk was opened', () => {
    const { keadaan, penjaga, wait } = createMeja()
    penjaga.stop()
    wait(1000)
    penjaga.start()
    wait(10)
    expect(keadaan.kali).toBe(0)
  })
})

describe('a machine that slept, or whose clock was set', () => {
  it.each([
    ['slept for an hour', 3_600_000],
    ['was set forward by a year', 31_536_000_000],
    ['was set back by a year', -31_536_000_000],
  ])('%s: the screen closes', (_, langkah) => {
    const { keadaan, wait } = createMeja()
    wait(5)
    keadaan.jam += langkah
    wait(1)
    expect(keadaan.kali).toBe(1)
  })

  it('opens nothing by any clock: while closed there is nothing that time could do', () => {
    const { keadaan, penjaga, segera, wait } = createMeja()
    penjaga.stop()
    keadaan.jam += 31_536_000_000
    wait(10)
    expect(keadaan.kali).toBe(0)
    expect(segera).toEqual([])
  })
})
