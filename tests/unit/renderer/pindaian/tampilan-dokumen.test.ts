import { describe, expect, it } from 'vitest'
import { watch } from 'vue'
import {
  getPutaran,
  KumpulanTampilan,
  turn,
} from '../../../../renderer/ui/pindaian/tampilan-dokumen.ts'

describe('how a document lies on the desk', () => {
  it('begins at its first page, upright, across the whole width', () => {
    const tampilan = new KumpulanTampilan().get('ijazah')
    expect(tampilan).toMatchObject({ halaman: 1, zoom: 'lebar' })
    expect(getPutaran(tampilan)).toBe(0)
  })

  it('is kept while the person looks at another one', () => {
    const kumpulan = new KumpulanTampilan()
    const ijazah = kumpulan.get('ijazah')
    ijazah.halaman = 3
    ijazah.zoom = 2
    turn(ijazah, 90)
    const sk = kumpulan.get('sk')
    sk.halaman = 2
    sk.zoom = 'halaman'
    expect(kumpulan.get('ijazah')).toMatchObject({ halaman: 3, zoom: 2 })
    expect(getPutaran(kumpulan.get('ijazah'))).toBe(90)
    expect(getPutaran(kumpulan.get('sk'))).toBe(0)
  })

  it('turns one page and not the others of the same document', () => {
    const tampilan = new KumpulanTampilan().get('ijazah')
    turn(tampilan, -90)
    expect(getPutaran(tampilan)).toBe(270)
    tampilan.halaman = 2
    expect(getPutaran(tampilan)).toBe(0)
    turn(tampilan, 90)
    turn(tampilan, 90)
    expect(getPutaran(tampilan)).toBe(180)
    tampilan.halaman = 1
    expect(getPutaran(tampilan)).toBe(270)
  })

  it('tells the screen when it changes', () => {
    const tampilan = new KumpulanTampilan().get('ijazah')
    const putaran: number[] = []
    const stop = watch(
      () => getPutaran(tampilan),
      (baru) => putaran.push(baru),
      { flush: 'sync' },
    )
    turn(tampilan, 90)
    stop()
    expect(putaran).toEqual([90])
  })

  it('is forgotten when its case leaves the desk, and only then', () => {
    const kumpulan = new KumpulanTampilan()
    kumpulan.get('ijazah').halaman = 3
    kumpulan.get('sk').halaman = 2
    kumpulan.keepOnly(['sk'])
    expect(kumpulan.get('ijazah').halaman).toBe(1)
    expect(kumpulan.get('sk').halaman).toBe(2)
  })
})
