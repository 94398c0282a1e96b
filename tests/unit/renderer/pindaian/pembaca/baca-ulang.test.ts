import { describe, expect, it } from 'vitest'
import { readUlang } from '../../../../../renderer/ui/pindaian/pembaca/baca-ulang.ts'
import type {
  KataMentah,
  Pengenal,
  Susunan,
} from '../../../../../renderer/ui/pindaian/pembaca/pengenal.ts'

const citra = { lebar: 1000, tinggi: 200, piksel: new Uint8Array(200_000).fill(250) }

const word = (teks: string, keyakinan: number, x = 100): KataMentah => ({
  teks,
  keyakinan,
  keyakinanHuruf: [],
  letak: [x, 50, x + teks.length * 20, 80],
})

/** A reader whose second look says this, whatever it is shown. */
function buildPengenal(kedua: Partial<Record<Susunan, readonly [string, number]>>) {
  const diminta: Susunan[] = []
  const pengenal: Pengenal = {
    recognize: ({ lebar }, susunan) => {
      diminta.push(susunan)
      const satu = kedua[susunan]
      if (satu === undefined) return Promise.resolve([])
      const [teks, keyakinan] = satu
      return Promise.resolve([
        { teks, keyakinan, keyakinanHuruf: [], letak: [10, 5, lebar - 10, 30] },
      ])
    },
  }
  return { pengenal, diminta }
}

describe('a second look', () => {
  it('is not taken at words that were read well', async () => {
    const { pengenal, diminta } = buildPengenal({ baris: ['salah', 90] })
    const hasil = await readUlang(citra, [word('Kediri', 92)], pengenal)
    expect(diminta).toEqual([])
    expect(hasil.kedua).toBeNull()
  })

  it('that reads the same makes both surer, but never quite sure', async () => {
    const { pengenal } = buildPengenal({ baris: ['3.229.300', 60] })
    const { kata, kedua } = await readUlang(citra, [word('3.229.300', 60)], pengenal)
    expect(kata[0]?.keyakinan).toBeGreaterThan(70)
    expect(kata[0]?.keyakinan).toBeLessThan(84)
    expect(kedua).toBeNull()
  })

  it('that reads otherwise is kept beside the first', async () => {
    const { pengenal } = buildPengenal({ baris: ['3.229.300', 66] })
    const { kata, kedua } = await readUlang(citra, [word('3.229.800', 50)], pengenal)
    expect(kata).toMatchObject([{ teks: '3.229.800', keyakinan: 50 }])
    expect(kedua).toMatchObject([{ teks: '3.229.300', keyakinan: 66 }])
  })

  it('at a grade looks for nothing but a grade, and gives up no letter that was read', async () => {
    const sehuruf = buildPengenal({ golongan: ['III/c', 20] })
    const hasil = await readUlang(citra, [word('TII/c', 30)], sehuruf.pengenal)
    expect(hasil.kedua).toMatchObject([{ teks: 'III/c' }])
    const lain = buildPengenal({ golongan: ['III/d', 20] })
    expect((await readUlang(citra, [word('TII/c', 30)], lain.pengenal)).kedua).toBeNull()
  })

  it('is taken at the neighbours too, and at no more than fourteen places', async () => {
    const { pengenal, diminta } = buildPengenal({})
    const satuBaris = [word('Kota', 95), word('Kedir1', 40, 190)]
    await readUlang(citra, satuBaris, pengenal)
    expect(diminta.filter((satu) => satu === 'baris')).toHaveLength(1)
    const banyak = Array.from({ length: 30 }, (_, i): KataMentah => ({
      ...word('kata', 40),
      letak: [100, i * 60, 200, i * 60 + 30],
    }))
    diminta.length = 0
    await readUlang({ ...citra, tinggi: 2000, piksel: new Uint8Array(2_000_000) }, banyak, pengenal)
    expect(diminta).toHaveLength(14)
  })
})
