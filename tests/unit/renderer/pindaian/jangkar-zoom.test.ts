import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getGeser, keepJangkar } from '../../../../renderer/ui/pindaian/jangkar-zoom.ts'

const letak = fc.integer({ min: -3000, max: 3000 })
const panjang = fc.integer({ min: 50, max: 8000 })
const kotak = fc.record({ left: letak, top: letak, width: panjang, height: panjang })
const titik = fc.record({ x: letak, y: letak })

describe('zooming', () => {
  it('keeps the place of the page that is under the pointer under it', () => {
    fc.assert(
      fc.property(titik, kotak, kotak, (penunjuk, sebelum, sesudah) => {
        const geser = getGeser(keepJangkar(null, penunjuk, sebelum, 0), sesudah)
        // Scrolling moves the page the other way.
        const x = (penunjuk.x - (sesudah.left - geser.x)) / sesudah.width
        const y = (penunjuk.y - (sesudah.top - geser.y)) / sesudah.height
        expect(x).toBeCloseTo((penunjuk.x - sebelum.left) / sebelum.width, 9)
        expect(y).toBeCloseTo((penunjuk.y - sebelum.top) / sebelum.height, 9)
      }),
    )
  })

  it('that changes nothing scrolls nothing', () => {
    fc.assert(
      fc.property(titik, kotak, (penunjuk, halaman) => {
        const { x, y } = getGeser(keepJangkar(null, penunjuk, halaman, 0), halaman)
        expect(x).toBeCloseTo(0, 6)
        expect(y).toBeCloseTo(0, 6)
      }),
    )
  })

  const halaman = { left: 0, top: 0, width: 1000, height: 1000 }
  const digeser = { left: 300, top: 0, width: 1000, height: 1000 }
  const penunjuk = { x: 250, y: 500 }

  it('in quick steps at one spot holds the place of the first step', () => {
    const pertama = keepJangkar(null, penunjuk, halaman, 0)
    const kedua = keepJangkar(pertama, penunjuk, digeser, 399)
    const ketiga = keepJangkar(kedua, penunjuk, digeser, 798)
    expect(getGeser(ketiga, digeser)).toEqual({ x: 300, y: 0 })
  })

  it('takes a new place after a pause', () => {
    const lama = keepJangkar(null, penunjuk, halaman, 0)
    expect(getGeser(keepJangkar(lama, penunjuk, digeser, 400), digeser)).toEqual({ x: 0, y: 0 })
  })

  it('takes a new place when the pointer has moved', () => {
    const lama = keepJangkar(null, penunjuk, halaman, 0)
    const baru = keepJangkar(lama, { x: 500, y: 500 }, digeser, 10)
    expect(getGeser(baru, digeser)).toEqual({ x: 0, y: 0 })
  })
})
