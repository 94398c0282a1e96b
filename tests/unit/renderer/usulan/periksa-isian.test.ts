import { describe, expect, it } from 'vitest'
import { checkIsi, cleanIsi } from '../../../../renderer/features/usulan/periksa-isian.ts'
import { joinMasa, splitMasa } from '../../../../renderer/features/usulan/masa.ts'

const gaji = {
  nomorSk: '822/1/2026',
  tanggalSk: '2026-01-05',
  golongan: 'III/b',
  masaKerjaGolongan: '64',
  gajiPokok: '4181300',
  tmtGaji: '2026-03-01',
  tmtBerikutnya: null,
  jenisGaji: null,
}

describe('what a form says of a field', () => {
  it('is nothing when the schema accepts it', () => {
    expect(checkIsi('gaji', gaji)).toEqual(new Map())
  })

  it.each([
    ['nomorSk', '', { kunci: 'wajib' }],
    ['nomorSk', '   ', { kunci: 'wajib' }],
    ['nomorSk', 'x'.repeat(61), { kunci: 'panjang', maks: 60 }],
    ['tanggalSk', '2026-02-30', { kunci: 'tanggal' }],
    ['gajiPokok', '4.181.300,00', { kunci: 'uang' }],
    ['golongan', 'III/z', { kunci: 'golongan' }],
    ['jenisGaji', 'LAIN', { kunci: 'pilihan' }],
  ])('%s with "%s" is explained', (kunci, nilai, salah) => {
    expect(checkIsi('gaji', { ...gaji, [kunci]: nilai })).toEqual(new Map([[kunci, salah]]))
  })

  it('is the rule’s own sentence for a NIP', () => {
    const salah = checkIsi('pasangan', {
      nama: 'Budi',
      tanggalNikah: '2010-01-01',
      nipPasangan: '123',
    }).get('nipPasangan')
    expect(salah).toMatchObject({ kalimat: { id: expect.stringMatching(/\S/) as string } })
  })

  it('says that an own pattern was missed', () => {
    expect(checkIsi('kartu_keluarga', { kodePos: '123' }).get('kodePos')).toEqual({
      kunci: 'bentuk',
    })
  })
})

describe('an empty field', () => {
  it('says nothing to the record', () => {
    expect(cleanIsi({ a: '  ', b: ' x ', c: null })).toEqual({ a: null, b: 'x', c: null })
  })
})

describe('time in grade', () => {
  it.each([
    ['64', { tahun: '5', bulan: '4' }],
    ['0', { tahun: '0', bulan: '0' }],
    [null, { tahun: '', bulan: '' }],
  ])('%s months are read as years and months, and back', (nilai, bagian) => {
    expect(splitMasa(nilai)).toEqual(bagian)
    expect(joinMasa(bagian)).toBe(nilai)
  })
})
