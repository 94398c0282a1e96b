import { describe, expect, it } from 'vitest'
import {
  formatMasaKerja,
  formatNama,
  formatNilai,
  formatRupiah,
} from '@meja/core/domain/tampilan-nilai.ts'

describe('a value of the record is shown as on paper', () => {
  it('money in whole rupiah, grouped by dots, however large', () => {
    expect(formatRupiah('4181300')).toBe('Rp4.181.300')
    expect(formatRupiah('900')).toBe('Rp900')
    expect(formatRupiah('900719925474099312')).toBe('Rp900.719.925.474.099.312')
    expect(formatRupiah('tidak terbaca')).toBe('tidak terbaca')
  })

  it('time in grade in years and months, months from 0 to 11', () => {
    expect(formatMasaKerja('63')).toBe('5 Tahun 3 Bulan')
    expect(formatMasaKerja('11')).toBe('0 Tahun 11 Bulan')
    expect(formatMasaKerja('12')).toBe('1 Tahun 0 Bulan')
    expect(formatMasaKerja('-')).toBe('-')
  })

  it('a name with its titles before and after', () => {
    expect(formatNama('SITI NURHALIZA', null, 'S.Pd.')).toBe('SITI NURHALIZA, S.Pd.')
    expect(formatNama('BUDI', 'dr.', 'Sp.A., M.Kes.')).toBe('dr. BUDI, Sp.A., M.Kes.')
    expect(formatNama('BUDI', '', '')).toBe('BUDI')
  })

  it('each kind in its own way, and plain text unchanged', () => {
    expect(formatNilai('tanggal', '2019-03-12')).toBe('12 Maret 2019')
    expect(formatNilai('uang', '4181300')).toBe('Rp4.181.300')
    expect(formatNilai('masa', '63')).toBe('5 Tahun 3 Bulan')
    expect(formatNilai('nip', '196608011988031001')).toBe('19660801 198803 1 001')
    expect(formatNilai('nik', '3578011708900001')).toBe('3578 0117 0890 0001')
    expect(formatNilai('nomor', '823.3/1234/204.3/2019')).toBe('823.3/1234/204.3/2019')
  })
})
