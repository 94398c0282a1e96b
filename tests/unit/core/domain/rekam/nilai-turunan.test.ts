import { describe, expect, it } from 'vitest'
import { deriveNilai, getJenisPegawai } from '@meja/core/domain/nilai-turunan.ts'
import { findBup, findJenjangDariNama } from '@meja/core/domain/pensiun.ts'
import { listBerlaku } from '@meja/core/domain/rekam.ts'
import {
  baris,
  cpns,
  fungsional,
  hariIni,
  identitas,
  nipPppk,
  pangkat,
  pelaksana,
  pendidikan,
  pns,
  rekam,
  sk,
  struktural,
} from './contoh.ts'

describe('the record as of a day', () => {
  const isi = [
    fungsional('Analis SDM Aparatur Ahli Muda', 'MUDA', '2019-03-01', '2022-12-31'),
    fungsional('Analis SDM Aparatur Ahli Madya', 'MADYA', '2023-01-01'),
    baris('kinerja', { tahun: '2022', predikat: 'BAIK' }),
  ]

  it.each([
    ['2019-02-28', 0],
    ['2019-03-01', 1],
    ['2022-12-31', 2],
    ['2023-01-01', 2],
  ])('on %s has %i rows that have begun and not ended', (tanggal, jumlah) => {
    expect(listBerlaku(rekam(...isi), tanggal)).toHaveLength(jumlah)
  })

  it('leaves out what was replaced or withdrawn', () => {
    const semua = rekam(
      baris('cpns', { ...sk, tmtCpns: '1988-03-01', golongan: 'II/a' }, { status: 'digantikan' }),
      baris('cpns', { ...sk, tmtCpns: '1989-03-01', golongan: 'II/a' }, { status: 'dicabut' }),
    )
    expect(listBerlaku(semua, hariIni)).toEqual([])
  })
})

describe('current values', () => {
  it('golongan is that of the latest valid TMT, whatever the order of entry (invariant 1)', () => {
    const orang = rekam(
      pangkat('III/b', '2010-04-01'),
      pangkat('III/a', '2006-04-01'),
      baris(
        'pangkat',
        { ...sk, golongan: 'III/d', tmtGolongan: '2018-04-01' },
        { status: 'dicabut' },
      ),
      pangkat('III/c', '2027-04-01'),
    )
    const nilai = deriveNilai(orang, hariIni)
    expect(nilai).toMatchObject({
      golongan: 'III/b',
      pangkat: 'Penata Muda Tingkat I',
      tmtGolongan: '2010-04-01',
    })
    expect(deriveNilai(orang, '2009-12-31').golongan).toBe('III/a')
    expect(deriveNilai(orang, '2005-12-31').golongan).toBeNull()
  })

  it('TMT pensiun moves when the post changes from Ahli Muda to Ahli Madya (invariant 3)', () => {
    const orang = rekam(
      identitas({ tanggalLahir: '1969-04-07' }),
      fungsional('Analis SDM Aparatur Ahli Muda', 'MUDA', '2015-01-01', '2019-12-31'),
      fungsional('Analis SDM Aparatur Ahli Madya', 'MADYA', '2020-01-01'),
    )
    expect(deriveNilai(orang, '2019-12-31')).toMatchObject({ bup: 58, tmtPensiun: '2027-05-01' })
    expect(deriveNilai(orang, '2020-01-01')).toMatchObject({ bup: 60, tmtPensiun: '2029-05-01' })
  })

  it('a correction of a TMT in 2010 moves MKG, pay and the next KGB (invariant 6)', () => {
    const awal = pangkat('III/a', '2006-04-01', 0)
    const salah = deriveNilai(rekam(awal, pangkat('III/b', '2010-04-01', 48)), '2024-06-01')
    const betul = deriveNilai(rekam(awal, pangkat('III/b', '2010-10-01', 48)), '2024-06-01')
    expect(salah).toMatchObject({ masaKerjaGolongan: 218, tmtKgbBerikutnya: '2026-04-01' })
    expect(betul).toMatchObject({ masaKerjaGolongan: 212, tmtKgbBerikutnya: '2024-10-01' })
    expect([salah.gajiPokok, betul.gajiPokok]).toEqual([3838300, 3721100])
  })

  it('an acting post is flagged, never the post held', () => {
    const orang = rekam(
      pelaksana('Pengelola Kepegawaian', '2020-01-01'),
      struktural('Kepala Subbagian Umum', '41', '2026-01-01', { jenisMutasi: 'plt' }),
    )
    expect(deriveNilai(orang, hariIni)).toMatchObject({ jabatan: 'Pengelola Kepegawaian', bup: 58 })
  })

  it('pendidikan terakhir is the highest that was recognised', () => {
    const orang = rekam(
      pendidikan('45', '2020', { diakui: 'tidak' }),
      pendidikan('40', '2010'),
      pendidikan('15', '2014'),
    )
    expect(deriveNilai(orang, hariIni).pendidikanTerakhir).toBe('40')
    expect(deriveNilai(orang, '2009-06-01').pendidikanTerakhir).toBeNull()
  })

  it('a CPNS is paid 80 % of the table, and the whole from TMT PNS', () => {
    const orang = rekam(
      cpns('2024-03-01', 'III/a'),
      pangkat('III/a', '2024-03-01'),
      pns('2025-03-01'),
    )
    expect(deriveNilai(orang, '2024-03-01').gajiPokok).toBe(2228560)
    expect(deriveNilai(orang, '2025-03-01').gajiPokok).toBe(2785700)
  })

  it('where no table is known, pay is what the latest decree says', () => {
    const gaji = baris('gaji', {
      ...sk,
      golongan: 'II/a',
      gajiPokok: '1926000',
      tmtGaji: '2015-03-01',
    })
    const orang = rekam(pangkat('II/a', '2014-03-01', 0), gaji)
    expect(deriveNilai(orang, '2014-06-01').gajiPokok).toBeNull()
    expect(deriveNilai(orang, '2016-06-01').gajiPokok).toBe(1926000)
  })

  it('spouses and children are counted as of the day', () => {
    const orang = rekam(
      baris('pasangan', {
        nama: 'Siti',
        tanggalNikah: '1990-01-10',
        tanggalBerakhir: '2001-02-03',
        status: 'cerai',
      }),
      baris('pasangan', { nama: 'Dewi', tanggalNikah: '2005-06-07' }),
      baris('pasangan', { nama: 'Rini', tanggalNikah: '2003-06-07', status: 'meninggal' }),
      baris('anak', { nama: 'Budi', tanggalLahir: '1992-05-05' }),
    )
    const jumlah = (tanggal: string) => {
      const { jumlahPasangan, jumlahAnak } = deriveNilai(orang, tanggal)
      return [jumlahPasangan, jumlahAnak]
    }
    expect(jumlah('1991-01-01')).toEqual([1, 0])
    expect(jumlah('2002-01-01')).toEqual([0, 1])
    expect(jumlah(hariIni)).toEqual([1, 1])
  })

  it('unit, post and legal position are those of the day; a silent record leaves them unknown', () => {
    const orang = rekam(
      baris('penempatan', { unit: '204.01', tmt: '2010-01-01', selesai: '2020-12-31' }),
      baris('penempatan', { unit: '204.02', tmt: '2021-01-01' }),
      baris('kedudukan', { kedudukanHukum: '02', tmt: '2025-01-01' }),
    )
    expect(deriveNilai(orang, '2020-12-31')).toMatchObject({ unit: '204.01', kedudukanHukum: null })
    expect(deriveNilai(orang, hariIni)).toMatchObject({ unit: '204.02', kedudukanHukum: '02' })
    expect(deriveNilai(rekam(), hariIni)).toMatchObject({ jabatan: null, bup: null, usia: 60 })
  })

  it('the kind of employee comes from the record, else from appointments and the number', () => {
    const baru = rekam(cpns('2024-03-01', 'III/a'), pns('2025-03-01'))
    expect(getJenisPegawai(baru, '2024-12-31')).toBe('CPNS')
    expect(getJenisPegawai(baru, '2025-03-01')).toBe('PNS')
    expect(getJenisPegawai({ nip: nipPppk, baris: [] }, hariIni)).toBe('PPPK')
    const paruhWaktu = baris('kepegawaian', { jenisPegawai: 'PPPK_PW', tmt: '2025-10-01' })
    expect(getJenisPegawai({ nip: nipPppk, baris: [paruhWaktu] }, hariIni)).toBe('PPPK_PW')
  })
})

describe('retirement age by post', () => {
  it.each([
    ['Sekretaris Daerah', '1', { eselon: '12' }, 60],
    ['Kepala Badan', '1', { eselon: '21' }, 60],
    ['Kepala Bidang', '1', { eselon: '31' }, 58],
    ['Kepala Subbagian', '1', { eselon: '41' }, 58],
    ['Pengadministrasi Perkantoran', '3', {}, 58],
    ['Pranata Komputer Mahir', '2', { jenjang: 'MAHIR' }, 58],
    ['Auditor Ahli Pertama', '2', { jenjang: 'PERTAMA' }, 58],
    ['Auditor Ahli Muda', '2', { jenjang: 'MUDA' }, 58],
    ['Auditor Ahli Madya', '2', { jenjang: 'MADYA' }, 60],
    ['Auditor Ahli Utama', '2', { jenjang: 'UTAMA' }, 65],
    ['Guru Ahli Pertama', '2', { jenjang: 'PERTAMA' }, 60],
    ['Pengawas Sekolah Ahli Muda', '2', { jenjang: 'MUDA' }, 60],
    ['Dosen Asisten Ahli', '2', {}, 65],
    ['Guru Besar', '2', {}, 70],
    ['Peneliti Ahli Madya', '2', { jenjang: 'MADYA' }, 65],
    ['Perekayasa Ahli Utama', '2', { jenjang: 'UTAMA' }, 70],
    ['Peneliti Ahli Muda', '2', { jenjang: 'MUDA' }, 58],
    ['Dokter Pendidik Klinis Ahli Madya', '2', { jenjang: 'MADYA' }, 60],
    ['Auditor Ahli Madya', '2', {}, 60],
    ['Kepala Bidang', '1', {}, undefined],
    ['Auditor', '2', {}, undefined],
  ])('%s (kind %s, %o): %s', (namaJabatan, jenisJabatan, isi, usia) => {
    expect(findBup({ namaJabatan, jenisJabatan, ...isi })).toBe(usia)
  })

  it('a tier is read from the end of a name only', () => {
    expect(findJenjangDariNama('Guru Ahli Muda')).toBe('MUDA')
    expect(findJenjangDariNama('Pengelola Kepegawaian')).toBeUndefined()
    expect(findJenjangDariNama('Terampil')).toBeUndefined()
  })
})
