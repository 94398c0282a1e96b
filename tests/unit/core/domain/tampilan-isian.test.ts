import { describe, expect, it } from 'vitest'
import { getDeskripsi, type JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { formatIsian } from '@meja/core/domain/tampilan-isian.ts'

function format(jenis: JenisRiwayat, kunci: string, nilai: string, bahasa: 'id' | 'en' = 'id') {
  const isian = getDeskripsi(jenis).isian.find((satu) => satu.kunci === kunci)
  if (isian === undefined) throw new Error(`${jenis} tidak punya ${kunci}`)
  return formatIsian(isian, nilai, bahasa)
}

describe('a value of the record is shown', () => {
  it('as words where it is a code of a table or of the field itself', () => {
    expect(format('identitas', 'agama', '1')).toBe('Islam')
    expect(format('anak', 'hubungan', 'kandung')).toBe('Anak kandung')
    expect(format('anak', 'hubungan', 'kandung', 'en')).toBe('Own child')
    expect(format('anak', 'sekolah', 'ya')).toBe('Ya')
    expect(format('anak', 'sekolah', 'tidak', 'en')).toBe('No')
  })

  it('as paper writes dates, money and identifiers', () => {
    expect(format('pangkat', 'tmtGolongan', '2025-10-01')).toBe('1 Oktober 2025')
    expect(format('pangkat', 'gajiPokok', '3602400')).toBe('Rp3.602.400')
    expect(format('kartu_keluarga', 'nik', '3578000000000002')).toBe('3578 0000 0000 0002')
  })

  it('as it is where no table knows it, masked values too', () => {
    expect(format('identitas', 'agama', '•••')).toBe('•••')
    expect(format('anak', 'hubungan', 'lama')).toBe('lama')
    expect(format('anak', 'sekolah', '•••')).toBe('•••')
    expect(format('pangkat', 'gajiPokok', '••••400')).toBe('••••400')
  })
})
