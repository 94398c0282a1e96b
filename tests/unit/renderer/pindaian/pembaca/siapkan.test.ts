import { describe, expect, it } from 'vitest'
import { listCelah } from '../../../../../renderer/ui/pindaian/pembaca/celah.ts'
import { turnKuadran, type Citra } from '../../../../../renderer/ui/pindaian/pembaca/citra.ts'
import { readRomawi } from '../../../../../renderer/ui/pindaian/pembaca/gores-golongan.ts'
import { removeGaris } from '../../../../../renderer/ui/pindaian/pembaca/hapus-garis.ts'
import { normalizeLatar } from '../../../../../renderer/ui/pindaian/pembaca/latar.ts'
import { findLetak } from '../../../../../renderer/ui/pindaian/pembaca/letak.ts'
import { straighten } from '../../../../../renderer/ui/pindaian/pembaca/luruskan.ts'
import { fadeCap } from '../../../../../renderer/ui/pindaian/pembaca/pudarkan-cap.ts'
import { preparePage } from '../../../../../renderer/ui/pindaian/pembaca/siapkan.ts'
import { splitWarna } from '../../../../../renderer/ui/pindaian/pembaca/warna.ts'

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
  it('takes the rules of a table off the page and leaves the letters between them', () => {
    const citra = buildKertas(400, 300)
    fill(citra, 20, 40, 380, 43)
    fill(citra, 200, 10, 203, 290)
    fill(citra, 230, 60, 236, 100)
    const { piksel } = removeGaris(citra)
    expect(piksel[41 * 400 + 100]).toBeGreaterThan(200)
    expect(piksel[200 * 400 + 201]).toBeGreaterThan(200)
    expect(piksel[80 * 400 + 233]).toBe(20)
  })

  it('leaves a photograph, on which letters may lean', () => {
    const citra = buildKertas(400, 300)
    fill(citra, 100, 50, 250, 250)
    expect(removeGaris(citra).piksel[150 * 400 + 170]).toBe(20)
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

type Warna = readonly [number, number, number]

/** A sheet of one colour with rectangles of others. */
function buildWarna(
  kertas: Warna,
  bagian: readonly (readonly [x0: number, y0: number, x1: number, y1: number, warna: Warna])[],
  lebar = 400,
  tinggi = 300,
) {
  const data = new Uint8ClampedArray(lebar * tinggi * 4)
  const paint = (x0: number, y0: number, x1: number, y1: number, warna: Warna) => {
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) data.set([...warna, 255], (y * lebar + x) * 4)
    }
  }
  paint(0, 0, lebar, tinggi, kertas)
  for (const satu of bagian) paint(...satu)
  const { kelabu, rona } = splitWarna(data, lebar, tinggi)
  const { piksel } = fadeCap(normalizeLatar(kelabu), kelabu, rona)
  return (x: number, y: number) => piksel[y * lebar + x] ?? 0
}

describe('a stamp in colour', () => {
  const putih: Warna = [250, 249, 246]
  const cap: Warna = [118, 116, 156]
  const hitam: Warna = [30, 30, 32]
  const cetakan = Array.from(
    { length: 12 },
    (_, i) => [40 + i * 26, 200, 52 + i * 26, 222, hitam] as const,
  )

  it('fades into the paper, however weak its colour is', () => {
    const at = buildWarna(putih, [...cetakan, [60, 90, 340, 98, cap]])
    expect(at(200, 94)).toBeGreaterThan(205)
    expect(at(44, 210)).toBeLessThan(70)
  })

  it('fades on yellow paper too, where its blue is hardly more than the paper’s', () => {
    const at = buildWarna(
      [232, 222, 196],
      [...cetakan, [60, 90, 340, 98, [118 * 0.93, 116 * 0.89, 156 * 0.8]]],
    )
    expect(at(200, 94)).toBeGreaterThan(200)
  })

  it('leaves the black print that it lies across', () => {
    const at = buildWarna(putih, [
      ...cetakan,
      [60, 90, 340, 98, cap],
      [180, 80, 188, 110, [18, 18, 24]],
    ])
    expect(at(184, 94)).toBeLessThan(90)
  })

  it('is no stamp when all of the print has its colour', () => {
    const biru = Array.from(
      { length: 12 },
      (_, i) => [40 + i * 26, 100, 52 + i * 26, 122, [40, 50, 130]] as const,
    )
    expect(buildWarna(putih, biru)(46, 110)).toBeLessThan(150)
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
