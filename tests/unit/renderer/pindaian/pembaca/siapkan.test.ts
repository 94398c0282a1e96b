import { describe, expect, it } from 'vitest'
import { listCelah } from '../../../../../renderer/ui/pindaian/pembaca/celah.ts'
import {
  removeWarna,
  turnKuadran,
  type Citra,
} from '../../../../../renderer/ui/pindaian/pembaca/citra.ts'
import { readRomawi } from '../../../../../renderer/ui/pindaian/pembaca/gores-golongan.ts'
import { normalizeLatar } from '../../../../../renderer/ui/pindaian/pembaca/latar.ts'
import { findLetak } from '../../../../../renderer/ui/pindaian/pembaca/letak.ts'
import { straighten } from '../../../../../renderer/ui/pindaian/pembaca/luruskan.ts'
import { preparePage } from '../../../../../renderer/ui/pindaian/pembaca/siapkan.ts'

function buildKertas(lebar: number, tinggi: number, terang = 240): Citra {
  return { lebar, tinggi, piksel: new Uint8Array(lebar * tinggi).fill(terang) }
}

function fill(
  { lebar, piksel }: Citra,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  terang = 20,
) {
  for (let y = y0; y < y1; y += 1) piksel.fill(terang, y * lebar + x0, y * lebar + x1)
}

/** Lines of small marks with gaps, as print looks from far. */
function buildCetakan(lebar: number, tinggi: number): Citra {
  const citra = buildKertas(lebar, tinggi)
  for (let y = 60; y < tinggi - 60; y += 30) {
    // Words of uneven length: nothing stands below itself, as in print.
    for (let x = 60 + ((y * 7) % 23), n = y; x < lebar - 80; n += 1, x += 11 + ((n * 5) % 13)) {
      fill(citra, x, y + 16 - (n % 4 === 0 ? 16 : 10), x + 7, y + 16)
    }
  }
  return citra
}

const toRgba = ({ lebar, tinggi, piksel }: Citra) => ({
  width: lebar,
  height: tinggi,
  data: Uint8ClampedArray.from([...piksel].flatMap((satu) => [satu, satu, satu, 255])),
})

describe('preparing a page for reading', () => {
  it('fades a coloured stamp and keeps black print', () => {
    const rgba = Uint8ClampedArray.from(
      [...Array.from({ length: 8 }, () => [20, 20, 20, 255]), [40, 60, 190, 255]].flat(),
    )
    expect([...removeWarna(rgba, 9, 1).piksel]).toEqual([...Array(8).fill(20), 255])
  })

  it('keeps print that is itself coloured', () => {
    const rgba = Uint8ClampedArray.from(Array.from({ length: 9 }, () => [20, 30, 120, 255]).flat())
    expect(removeWarna(rgba, 9, 1).piksel[0]).toBe(120)
  })

  it('evens out a shadow over half the page', () => {
    const citra = buildKertas(200, 200)
    fill(citra, 100, 0, 200, 200, 120)
    fill(citra, 150, 90, 154, 110, 30)
    const rata = normalizeLatar(citra)
    expect(rata.piksel[20 * 200 + 20]).toBeGreaterThan(225)
    expect(rata.piksel[20 * 200 + 180]).toBeGreaterThan(225)
    expect(rata.piksel[100 * 200 + 152]).toBeLessThan(110)
  })

  it.each([1.5, -2, 0.4])('finds the angle of lines that lie %f degrees askew', (derajat) => {
    const { citra } = straighten(buildCetakan(700, 900), (-derajat * Math.PI) / 180, 1)
    const { kuadran, sudut } = findLetak(citra)
    expect(kuadran % 2).toBe(0)
    expect((sudut * 180) / Math.PI).toBeCloseTo(derajat, 0)
  })

  it.each([1, 3] as const)('sees that a page was turned by %i quarters', (kuadran) => {
    expect(findLetak(turnKuadran(buildCetakan(700, 900), kuadran)).kuadran % 2).toBe(1)
  })

  it('knows the way back from the straightened page to the given one', () => {
    const asal = turnKuadran(buildCetakan(700, 900), 1)
    const { kuadran, peta } = preparePage(toRgba(asal), 255)
    const [a, b, c, d, e, f] = peta
    const titik = (u: number, v: number) => [a * u + b * v + c, d * u + e * v + f]
    const { citra } = preparePage(toRgba(asal), 255)
    const [x = 0, y = 0] = titik(citra.lebar / 2, citra.tinggi / 2)
    expect(kuadran % 2).toBe(1)
    expect(x).toBeCloseTo(asal.lebar / 2, -1)
    expect(y).toBeCloseTo(asal.tinggi / 2, -1)
  })
})

it('a line that nothing was read of is found, one that was read is not', () => {
  const citra = buildKertas(1200, 800)
  for (const y of [200, 400]) {
    for (let x = 200; x < 600; x += 24) fill(citra, x, y, x + 14, y + 40)
  }
  const celah = listCelah(citra, [[196, 196, 610, 244]])
  expect(celah).toHaveLength(1)
  expect(celah[0]?.[1]).toBeLessThan(400)
  expect(celah[0]?.[3]).toBeGreaterThan(440)
})

describe('the strokes of a grade', () => {
  /** Upright strokes, then a slash, then a round letter; with a V behind the first one if asked. */
  function drawGolongan(strok: number, denganV = false): Citra {
    const citra = buildKertas(200, 60)
    let x = 10
    for (let i = 0; i < strok; i += 1, x += 16) fill(citra, x, 10, x + 6, 50)
    const miring = (dari: number, ke: number) => {
      for (let y = 10; y < 50; y += 1) {
        const kini = Math.round(dari + ((ke - dari) * (y - 10)) / 40)
        fill(citra, kini, y, kini + 5, y + 1)
      }
    }
    if (denganV) {
      miring(x, x + 12)
      miring(x + 26, x + 14)
      x += 38
    }
    miring(x + 14, x)
    fill(citra, x + 26, 26, x + 32, 50)
    fill(citra, x + 26, 26, x + 44, 30)
    return citra
  }

  it.each([
    [1, 'I'],
    [2, 'II'],
    [3, 'III'],
  ])('%i upright strokes', (strok, romawi) => {
    expect(readRomawi(drawGolongan(strok), [0, 0, 200, 60], false)).toBe(romawi)
  })

  it('a V behind one stroke makes four', () => {
    expect(readRomawi(drawGolongan(1, true), [0, 0, 200, 60], false)).toBe('IV')
  })

  it('nothing is said of what is no numeral', () => {
    expect(readRomawi(buildKertas(100, 60), [0, 0, 100, 60], false)).toBeNull()
  })
})
