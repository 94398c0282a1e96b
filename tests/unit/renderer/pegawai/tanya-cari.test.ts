import { describe, expect, it } from 'vitest'
import {
  buildTanya,
  findNipRusak,
  saringanKosong,
} from '../../../../renderer/features/pegawai/tanya-cari.ts'

describe('what the server is asked for', () => {
  it('is nothing before anything says whom to look for', () => {
    expect(buildTanya(saringanKosong)).toBeNull()
    expect(buildTanya({ ...saringanKosong, teks: '  ' })).toBeNull()
    expect(buildTanya({ ...saringanKosong, teks: 's' })).toBeNull()
  })

  it('is the words without the spaces around them', () => {
    expect(buildTanya({ ...saringanKosong, teks: ' siti l ' })).toEqual({ teks: 'siti l' })
  })

  it('is a unit alone, to see its people', () => {
    expect(buildTanya({ ...saringanKosong, unitKerja: '101.61', tempat: 'SMA' })).toEqual({
      teks: '',
      unitKerja: '101.61',
    })
  })

  it('is all that was chosen together', () => {
    const saringan = { ...saringanKosong, teks: 'ani', golongan: 'III/a', jabatan: ' guru ' }
    expect(buildTanya(saringan)).toEqual({ teks: 'ani', golongan: 'III/a', jabatan: 'guru' })
  })
})

describe('a NIP that a spreadsheet damaged', () => {
  it.each(['1,98608E+17', '198608172010011000'])('is named before anybody is asked: %s', (teks) => {
    expect(findNipRusak(teks)?.kode).toBe('NIP-02')
  })

  it.each(['siti', '19860817', '199611242026052002'])('is not suspected in %s', (teks) => {
    expect(findNipRusak(teks)).toBeNull()
  })
})
