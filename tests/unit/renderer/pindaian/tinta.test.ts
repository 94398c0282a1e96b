import { describe, expect, it } from 'vitest'
import { hasTinta } from '../../../../renderer/ui/pindaian/tinta.ts'

const lebar = 64
const tinggi = 90

/** A page whose grey value at each place the test decides. */
function createHalaman(getTerang: (x: number, y: number) => number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(lebar * tinggi * 4)
  for (let i = 0; i < lebar * tinggi; i += 1) {
    const terang = getTerang(i % lebar, Math.floor(i / lebar))
    rgba.set([terang, terang, terang, 255], i * 4)
  }
  return rgba
}

describe('whether a page carries anything', () => {
  it.each([
    ['a white page', 255],
    ['a grey page', 128],
    ['a black page', 0],
  ])('%s does not', (_, terang) => {
    expect(hasTinta(createHalaman(() => terang))).toBe(false)
  })

  it('no pixels at all do not', () => {
    expect(hasTinta(new Uint8ClampedArray())).toBe(false)
  })

  it("the scanner's own noise is no ink", () => {
    expect(hasTinta(createHalaman((x, y) => 230 + ((x * 7 + y * 13) % 23)))).toBe(false)
  })

  it('one thin dark line is ink', () => {
    expect(hasTinta(createHalaman((_, y) => (y === 40 ? 60 : 250)))).toBe(true)
  })

  it('a pale stamp on grey paper is ink', () => {
    expect(hasTinta(createHalaman((x) => (x > 50 ? 170 : 200)))).toBe(true)
  })

  it('the last pixel counts as much as the first', () => {
    expect(hasTinta(createHalaman((x, y) => (x + y === 0 ? 0 : 255)))).toBe(true)
    expect(hasTinta(createHalaman((x, y) => (x === 63 && y === 89 ? 0 : 255)))).toBe(true)
  })

  it.each([
    ['red', [255, 0, 0]],
    ['blue', [0, 0, 255]],
    ['green', [0, 255, 0]],
  ])('%s ink on white paper is ink', (_, warna) => {
    const halaman = createHalaman(() => 255)
    halaman.set(warna, 400)
    expect(hasTinta(halaman)).toBe(true)
  })
})
