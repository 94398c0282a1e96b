import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SimpananBitmap } from '../../../../renderer/ui/pindaian/simpanan-bitmap.ts'
import { createBitmap } from './bitmap-palsu.ts'

const createGambar = (piksel: number) => ({ bitmap: createBitmap(piksel, 1), kosong: false })

describe('the pages held in memory', () => {
  it('are found again', () => {
    const simpanan = new SimpananBitmap(100)
    const gambar = createGambar(40)
    simpanan.add('a/1', gambar)
    expect(simpanan.find('a/1')).toBe(gambar)
    expect(simpanan.find('a/2')).toBeUndefined()
  })

  it('give way in the order in which they were last looked at, and free their pixels', () => {
    const simpanan = new SimpananBitmap(100)
    const [a, b, c] = [createGambar(40), createGambar(40), createGambar(40)]
    simpanan.add('a', a)
    simpanan.add('b', b)
    simpanan.find('a')
    simpanan.add('c', c)
    expect(simpanan.find('b')).toBeUndefined()
    expect(b.bitmap.close).toHaveBeenCalledOnce()
    expect(simpanan.find('a')).toBe(a)
    expect(simpanan.find('c')).toBe(c)
    expect(simpanan.piksel).toBe(80)
  })

  it('keep the newest, even when it alone is too large: it is on the screen', () => {
    const simpanan = new SimpananBitmap(100)
    const [kecil, besar] = [createGambar(10), createGambar(500)]
    simpanan.add('kecil', kecil)
    simpanan.add('besar', besar)
    expect(simpanan.find('besar')).toBe(besar)
    expect(besar.bitmap.close).not.toHaveBeenCalled()
    expect(kecil.bitmap.close).toHaveBeenCalledOnce()
    simpanan.add('kecil', createGambar(10))
    expect(besar.bitmap.close).toHaveBeenCalledOnce()
    expect(simpanan.piksel).toBe(10)
  })

  it('replace a page drawn anew and free the old picture', () => {
    const simpanan = new SimpananBitmap(100)
    const [lama, baru] = [createGambar(40), createGambar(60)]
    simpanan.add('a', lama)
    simpanan.add('a', baru)
    expect(lama.bitmap.close).toHaveBeenCalledOnce()
    expect(simpanan.find('a')).toBe(baru)
    expect(simpanan.piksel).toBe(60)
  })

  it('are forgotten with their document, and no other document with them', () => {
    const simpanan = new SimpananBitmap(1000)
    const [satu, dua, lain] = [createGambar(10), createGambar(20), createGambar(30)]
    simpanan.add('dok-1/1/800', satu)
    simpanan.add('dok-1/2/800', dua)
    simpanan.add('dok-10/1/800', lain)
    simpanan.removeAll('dok-1/')
    expect(satu.bitmap.close).toHaveBeenCalledOnce()
    expect(dua.bitmap.close).toHaveBeenCalledOnce()
    expect(simpanan.find('dok-10/1/800')).toBe(lain)
    expect(simpanan.piksel).toBe(30)
  })

  it('lend the nearest width of the same page, and of no other', () => {
    const simpanan = new SimpananBitmap(10_000)
    const [kecil, besar, lain] = [createGambar(400), createGambar(1200), createGambar(1000)]
    simpanan.add('dok/1/400', kecil)
    simpanan.add('dok/1/1200', besar)
    simpanan.add('dok/11/1000', lain)
    expect(simpanan.findNearest('dok/1/', 1000)).toBe(besar)
    expect(simpanan.findNearest('dok/1/', 600)).toBe(kecil)
    expect(simpanan.findNearest('dok/2/', 1000)).toBeUndefined()
  })

  it('never exceed the bound by more than the newest, and what is not held is closed', () => {
    const langkah = fc.record({
      kunci: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      piksel: fc.integer({ min: 1, max: 150 }),
    })
    fc.assert(
      fc.property(fc.array(langkah, { minLength: 1 }), (semua) => {
        const simpanan = new SimpananBitmap(100)
        const gambar = semua.map(({ kunci, piksel }) => {
          const satu = createGambar(piksel)
          simpanan.add(kunci, satu)
          expect(simpanan.piksel).toBeLessThanOrEqual(Math.max(100, piksel))
          return satu
        })
        // A closed picture has no pixels, so what is open must be what is counted.
        const terbuka = gambar.reduce((jumlah, { bitmap }) => jumlah + bitmap.width, 0)
        expect(terbuka).toBe(simpanan.piksel)
      }),
    )
  })
})
