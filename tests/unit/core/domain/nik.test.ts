import { describe, expect, it } from 'vitest'
import { checkNik, formatNik, type DataPembandingNik } from '@meja/core/domain/nik.ts'

const pria = '3578011708900001'
const wanita = '3578015708900001'

function listKode(teks: string, data: DataPembandingNik = {}): string[] {
  return checkNik(teks, data).map((satu) => satu.kode)
}

describe('a NIK', () => {
  it('is sound beside its own data, women with the day plus forty', () => {
    expect(listKode(pria, { tanggalLahir: '1990-08-17', jenisKelamin: 'L' })).toEqual([])
    expect(listKode(wanita, { tanggalLahir: '1990-08-17', jenisKelamin: 'P' })).toEqual([])
    expect(listKode('3578 0117 0890 0001')).toEqual([])
  })

  it.each(['', '357801170890000', '35780117089000011', '357801170890000X', '3,5780117089E+15'])(
    'of %j is refused: it has no 16 digits',
    (teks) => {
      expect(checkNik(teks).map(({ kode, tingkat }) => [kode, tingkat])).toEqual([
        ['NIK-01', 'tolak'],
      ])
    },
  )

  it.each<[string, string, DataPembandingNik]>([
    ['9978011708900001', 'NIK-02', {}],
    ['2078011708900001', 'NIK-02', {}],
    ['3578013202900001', 'NIK-03', {}],
    ['3578010013900001', 'NIK-03', {}],
    ['3578014001900001', 'NIK-03', {}],
    ['3578017202900001', 'NIK-03', {}],
    [pria, 'NIK-04', { jenisKelamin: 'P' }],
    [wanita, 'NIK-04', { jenisKelamin: 'L' }],
    [pria, 'NIK-05', { tanggalLahir: '1990-08-18' }],
    ['3578011708900000', 'NIK-06', {}],
  ])('of %s is only warned about by %s: it stays for life', (nik, kode, data) => {
    expect(checkNik(nik, data).map((satu) => [satu.kode, satu.tingkat])).toEqual([
      [kode, 'peringatan'],
    ])
  })

  it('of a woman born on the first of a month has day 41', () => {
    const data = { tanggalLahir: '1990-08-01', jenisKelamin: 'P' } as const
    expect(listKode('3578014108900001', data)).toEqual([])
  })

  it('takes its century from the birth date: 29 February 1900 never was', () => {
    expect(listKode('3578012902000001', { tanggalLahir: '2000-02-29' })).toEqual([])
    expect(listKode('3578012902010001', { tanggalLahir: '2001-02-28' })).toEqual([
      'NIK-03',
      'NIK-05',
    ])
  })

  it('is shown in groups of four', () => {
    expect(formatNik(pria)).toBe('3578 0117 0890 0001')
  })
})
