import { describe, expect, it } from 'vitest'
import { listBaris, type Baris } from '@meja/core/domain/perbandingan/baris.ts'
import { parseBilangan, readDigit } from '@meja/core/domain/perbandingan/bilangan.ts'
import {
  listMasa,
  listNomorInduk,
  listUang,
} from '@meja/core/domain/perbandingan/calon-bilangan.ts'
import { listPangkat, readGolongan } from '@meja/core/domain/perbandingan/calon-pangkat.ts'
import { listTanggal } from '@meja/core/domain/perbandingan/calon-tanggal.ts'
import { buildHalaman } from './halaman-contoh.ts'

function getBaris(teks: string): Baris {
  const baris = listBaris([buildHalaman([teks])])[0]
  if (baris === undefined) throw new Error('no line')
  return baris
}

describe('dates', () => {
  it.each([
    ['tanggal 27 Oktober 1990', '1990-10-27'],
    ['27-10-1990', '1990-10-27'],
    ['27/10/1990', '1990-10-27'],
    ['27.10.1990', '1990-10-27'],
    ['1990-10-27', '1990-10-27'],
    ['2 Nopember 2011', '2011-11-02'],
    ['O1 Pebruari 2011', '2011-02-01'],
    ['dua puluh tujuh bulan Oktober tahun seribu sembilan ratus sembilan puluh', '1990-10-27'],
    ['satu April dua ribu empat belas', '2014-04-01'],
    ['tanggal sebelas Maret duaribu sembilanbelas', '2019-03-11'],
  ])('%s', (teks, tanggal) => {
    expect(listTanggal(getBaris(teks), undefined).map(({ nilai }) => nilai)).toEqual([tanggal])
  })

  it.each(['31 Februari 2011', 'O1-410-2014', '27 Oktober 19'])(
    '%s is no date to rely on',
    (teks) => {
      const calon = listTanggal(getBaris(teks), undefined)
      expect(calon.map(({ nilai }) => nilai)).toEqual([null])
    },
  )

  it('are not seen in amounts', () => {
    expect(listTanggal(getBaris('Rp. 3.123.400,- dan 2.184.800,-'), undefined)).toEqual([])
  })
})

describe('numbers in words', () => {
  it.each([
    ['seribu sembilan ratus sembilan puluh delapan', 1998],
    ['dua ribu', 2000],
    ['dua puluh satu', 21],
    ['sebelas', 11],
    ['tujuh belas', 17],
  ])('%s', (teks, nilai) => {
    expect(parseBilangan(teks.split(' '))?.nilai).toBe(nilai)
  })
})

it('digits are taken from glyphs of one shape, with doubt from others', () => {
  expect(readDigit('O2-l2')).toEqual({ digit: '0212', ragu: [false, false, false, false] })
  expect(readDigit('19S0')?.ragu).toEqual([false, false, true, false])
  expect(readDigit('Nama')).toBeNull()
})

it('a NIP comes whole or in its four groups; one that lost a digit is no NIP to rely on', () => {
  expect(listNomorInduk(getBaris('NIP 19901027 201412 1 017'), 18)[0]?.nilai).toBe(
    '199010272014121017',
  )
  expect(listNomorInduk(getBaris('199010272014121017'), 18)[0]?.ragu).toBe(false)
  expect(listNomorInduk(getBaris('19901027201412101'), 18)[0]?.ragu).toBe(true)
})

describe('ranks and grades', () => {
  it.each([
    ['Penata Muda Tingkat I, III/b', 'Penata Muda Tingkat I'],
    ['Penata Muda Tk. I / III/b', 'Penata Muda Tingkat I'],
    ['Penata Muda, III/a', 'Penata Muda'],
    ['Pembina Utama Madya', 'Pembina Utama Madya'],
  ])('%s', (teks, pangkat) => {
    expect(listPangkat(getBaris(teks), undefined)[0]?.nilai).toBe(pangkat)
  })

  it.each([
    ['(Ill/c),', 'III/c'],
    ['111/b', 'III/b'],
    ['IV/a', 'IV/a'],
    ['IV/e.', 'IV/e'],
  ])('%s', (teks, kode) => {
    expect(readGolongan(teks)?.kode).toBe(kode)
  })

  it('a grade that nobody has is not read as one', () => {
    expect(readGolongan('II/e')?.kode).toBeNull()
    expect(readGolongan('dan')).toBeNull()
  })
})

it.each([
  ['Rp. 3.123.400,-', '3123400'],
  ['Rp3.123.400,00', '3123400'],
  ['Rp 4.486.200, -', '4486200'],
])('%s', (teks, nilai) => {
  expect(listUang(getBaris(teks))[0]).toMatchObject({ nilai, ragu: false })
})

it.each([
  ['05 tahun 03 bulan', '63'],
  ['02 tahun O5 bulan', '29'],
  ['5 Tahun', '60'],
  ['lima tahun tiga bulan', '63'],
])('%s', (teks, nilai) => {
  expect(listMasa(getBaris(teks))[0]?.nilai).toBe(nilai)
})
