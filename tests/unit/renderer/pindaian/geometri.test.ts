import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addPutaran,
  clampSkala,
  getSkala,
  getTengahTerlihat,
  getUkuranTerputar,
  skalaTerbesar,
  skalaTerkecil,
  toTitikAsli,
  toTitikTerputar,
  type Putaran,
} from '../../../../renderer/ui/pindaian/geometri.ts'

const bagian = fc.double({ min: 0, max: 1, noNaN: true })
const titik = fc.record({ x: bagian, y: bagian })
const putaran = fc.constantFrom<Putaran>(0, 90, 180, 270)
const panjang = fc.integer({ min: 400, max: 2000 })
const ukuran = fc.record({ lebar: panjang, tinggi: panjang })

describe('a pin on a turned page', () => {
  it('stays on its place of the paper, whichever way the paper lies', () => {
    fc.assert(
      fc.property(titik, putaran, (asal, putar) => {
        const kembali = toTitikAsli(toTitikTerputar(asal, putar), putar)
        expect(kembali.x).toBeCloseTo(asal.x, 9)
        expect(kembali.y).toBeCloseTo(asal.y, 9)
      }),
    )
  })

  it('never leaves the paper', () => {
    fc.assert(
      fc.property(titik, putaran, (asal, putar) => {
        const { x, y } = toTitikTerputar(asal, putar)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(Math.max(x, y)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('moves with the corner it stands in: top left goes to top right by a quarter turn', () => {
    expect(toTitikTerputar({ x: 0, y: 0 }, 90)).toEqual({ x: 1, y: 0 })
    expect(toTitikTerputar({ x: 0, y: 0 }, 180)).toEqual({ x: 1, y: 1 })
    expect(toTitikTerputar({ x: 0, y: 0 }, 270)).toEqual({ x: 0, y: 1 })
  })
})

describe('turning', () => {
  it('comes round after four quarters, either way', () => {
    fc.assert(
      fc.property(putaran, fc.constantFrom<90 | -90>(90, -90), (awal, arah) => {
        const keliling = [1, 2, 3, 4].reduce<Putaran>((kini) => addPutaran(kini, arah), awal)
        expect(keliling).toBe(awal)
        expect(addPutaran(addPutaran(awal, arah), arah === 90 ? -90 : 90)).toBe(awal)
      }),
    )
  })

  it('swaps width and height at a quarter and not at a half', () => {
    const halaman = { lebar: 210, tinggi: 297 }
    expect(getUkuranTerputar(halaman, 90)).toEqual({ lebar: 297, tinggi: 210 })
    expect(getUkuranTerputar(halaman, 180)).toEqual(halaman)
  })
})

describe('the scale', () => {
  it('of a whole page never lets it stick out of the stage', () => {
    fc.assert(
      fc.property(ukuran, ukuran, putaran, (halaman, panggung, putar) => {
        const skala = getSkala('halaman', halaman, putar, panggung)
        const terputar = getUkuranTerputar(halaman, putar)
        expect(terputar.lebar * skala).toBeLessThanOrEqual(panggung.lebar)
        expect(terputar.tinggi * skala).toBeLessThanOrEqual(panggung.tinggi)
      }),
    )
  })

  it('by width never lets it stick out sideways, and is at least that of the whole page', () => {
    fc.assert(
      fc.property(ukuran, ukuran, putaran, (halaman, panggung, putar) => {
        const skala = getSkala('lebar', halaman, putar, panggung)
        expect(getUkuranTerputar(halaman, putar).lebar * skala).toBeLessThanOrEqual(panggung.lebar)
        expect(skala).toBeGreaterThanOrEqual(getSkala('halaman', halaman, putar, panggung))
      }),
    )
  })

  it('stays between its bounds, even on a stage that has no size yet', () => {
    const apaPun = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(apaPun, ukuran, putaran, (nilai, halaman, putar) => {
        const panggung = { lebar: nilai, tinggi: nilai }
        for (const mode of ['lebar', 'halaman', nilai] as const) {
          const skala = getSkala(mode, halaman, putar, panggung)
          expect(skala).toBeGreaterThanOrEqual(skalaTerkecil)
          expect(skala).toBeLessThanOrEqual(skalaTerbesar)
        }
      }),
    )
  })

  it('that lies within the bounds is left as it is', () => {
    expect([0.01, 0.1, 1.25, 8, 80].map(clampSkala)).toEqual([0.1, 0.1, 1.25, 8, 8])
  })
})

describe('the middle of what is seen', () => {
  it('is the middle of a page that is seen whole', () => {
    expect(getTengahTerlihat([100, 500], [0, 1000])).toBe(0.5)
  })

  it('is the middle of the visible half of a page that sticks out', () => {
    expect(getTengahTerlihat([-500, 500], [0, 1000])).toBe(0.75)
  })

  it('is on the page, even when the page is out of sight', () => {
    expect(getTengahTerlihat([2000, 3000], [0, 1000])).toBe(0)
    expect(getTengahTerlihat([-3000, -2000], [0, 1000])).toBe(1)
  })
})
