import { describe, expect, it } from 'vitest'
import { isDiTujuan, listTujuan } from '../../../../renderer/app/tujuan.ts'

describe('the rooms of the desk', () => {
  it('are those of the login: importing is for administrators, an employee has no desk', () => {
    const nama = (peran: Parameters<typeof listTujuan>[0]) =>
      listTujuan(peran).map((satu) => satu.nama)
    expect(nama('fasilitator')).toEqual(['verifikasi', 'cari', 'organisasi', 'kualitas'])
    expect(nama('administrator')).toEqual([
      'verifikasi',
      'cari',
      'organisasi',
      'kualitas',
      'impor',
      'orang',
      'komputer',
    ])
    expect(nama('user_personal')).toEqual([])
  })

  it('hold the pages below them', () => {
    const aktif = (alamat: string) =>
      listTujuan('administrator')
        .filter((satu) => isDiTujuan(satu, alamat))
        .map((satu) => satu.nama)
    expect(aktif('/verifikasi/1')).toEqual(['verifikasi'])
    expect(aktif('/pegawai/1/riwayat')).toEqual(['cari'])
    expect(aktif('/caribaru')).toEqual([])
  })
})
