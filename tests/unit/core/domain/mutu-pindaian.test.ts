import { describe, expect, it } from 'vitest'
import {
  ambangMutu,
  kodeMutu,
  nilaiMutu,
  pesanMutu,
  type MutuHalaman,
} from '@meja/core/domain/mutu-pindaian.ts'

const baik: MutuHalaman = { dpi: 300, ketajaman: 80, kontras: 85, miring: -0.5, kosong: false }

const nilai = (...halaman: MutuHalaman[]) => nilaiMutu({ cara: 1, halaman })

it('every finding has one threshold and words in two languages', () => {
  expect(ambangMutu.map(({ kode }) => kode)).toEqual(kodeMutu)
  for (const kode of kodeMutu) expect(pesanMutu[kode].every((kata) => kata.length > 3)).toBe(true)
})

it('a good scan has measures and no findings', () => {
  expect(nilai(baik)).toEqual({
    dpi: 300,
    ketajaman: 80,
    kontras: 85,
    miring: 0.5,
    halamanKosong: [],
    halamanTerukur: 1,
    temuan: [],
  })
})

describe.each([
  ['MUTU-01', { dpi: 96 }],
  ['MUTU-02', { ketajaman: 20 }],
  ['MUTU-03', { kontras: 12 }],
  ['MUTU-04', { miring: -5 }],
  ['MUTU-05', { kosong: true }],
] as const)('%s', (kode, ubah) => {
  it('names the page that falls short, and the worst page speaks for the document', () => {
    expect(nilai(baik, { ...baik, ...ubah }).temuan).toEqual([{ kode, halaman: [2] }])
  })
})

it('a page that is text and no picture has nothing to fall short in', () => {
  const tulisan = { dpi: null, ketajaman: null, kontras: null, miring: null, kosong: false }
  expect(nilai(tulisan)).toMatchObject({ dpi: null, ketajaman: null, temuan: [] })
})

it('a blank page is blank, not blurred or faint as well', () => {
  const kosong = { ...baik, ketajaman: null, kontras: 1, miring: null, kosong: true }
  expect(nilai(kosong).temuan.map(({ kode }) => kode)).toEqual(['MUTU-05'])
})

it('another threshold judges the same facts anew', () => {
  const ketat = ambangMutu.map((satu) => (satu.ukuran === 'dpi' ? { ...satu, batas: 400 } : satu))
  expect(nilaiMutu({ cara: 1, halaman: [baik] }, ketat).temuan).toMatchObject([{ kode: 'MUTU-01' }])
})
