import { describe, expect, it } from 'vitest'
import {
  applyPerubahan,
  checkRekam,
  checkUsulan,
  idBarisUsulan,
  kodeAturan,
  type PerubahanRekam,
} from '@meja/core/domain/aturan-rekam.ts'
import { pesanNik, pesanNip } from '@meja/core/domain/temuan.ts'
import type { BarisRiwayat, RekamPegawai } from '@meja/core/domain/rekam.ts'
import {
  baris,
  cpns,
  fungsional,
  hariIni,
  identitas,
  nipAmir,
  nipPppk,
  pangkat,
  pendidikan,
  pns,
  rekam,
} from './contoh.ts'
import { kasusAturan } from './kasus-aturan.ts'

const listKode = (orang: RekamPegawai) => checkRekam(orang, hariIni).map((satu) => satu.kode)

it('every rule has a case, and every case a rule', () => {
  expect(Object.keys(kasusAturan).toSorted()).toEqual(kodeAturan.toSorted())
})

describe.each(kodeAturan)('rule %s', (kode) => {
  const { salah, betul, nip = nipAmir, faktaSalah, faktaBetul } = kasusAturan[kode]
  const find = (isi: readonly BarisRiwayat[], fakta = {}) =>
    checkRekam({ nip, baris: isi }, hariIni, fakta).find((satu) => satu.kode === kode)

  it('finds what breaks it, names the row, and says so in two languages', () => {
    const temuan = find(salah, faktaSalah)
    expect([null, ...salah.map((satu) => satu.id)]).toContain(temuan?.riwayatId)
    expect(temuan?.pesan).toMatch(/^[A-Z]/)
    expect(temuan?.pesanEn).toMatch(/^[A-Z]/)
  })

  it('leaves what is in order', () => {
    expect(find(betul, faktaBetul)).toBeUndefined()
  })

  it('looks at valid rows only', () => {
    const dicabut = salah.map((satu) => ({ ...satu, status: 'dicabut' as const }))
    const kosong = checkRekam({ nip, baris: [] }, hariIni, faktaSalah)
    const temuan = checkRekam({ nip, baris: dicabut }, hariIni, faktaSalah)
    expect(temuan.map((satu) => satu.kode)).toEqual(kosong.map((satu) => satu.kode))
  })
})

describe('the record as a whole', () => {
  it('of a sound career has nothing to say', () => {
    const orang = rekam(
      identitas(),
      cpns('1988-03-01', 'II/a'),
      baris('pns', {
        nomorSk: '821.12/77/042/1989',
        tanggalSk: '1989-03-01',
        tmtPns: '1989-04-01',
      }),
      pangkat('II/a', '1988-03-01', 0),
      baris('pangkat', {
        nomorSk: '823.2/1042/042/1992',
        tanggalSk: '1992-02-01',
        golongan: 'II/b',
        tmtGolongan: '1992-04-01',
        masaKerjaGolongan: '49',
      }),
      fungsional('Auditor Ahli Muda', 'MUDA', '2015-01-01'),
      pendidikan('40', '1990'),
      baris('gelar', { gelarBelakang: 'S.H.' }),
      baris('pasangan', { nama: 'Siti', tanggalNikah: '1992-01-05' }),
      baris('kartu_keluarga', { nik: '3578010108660001', nomorKk: '3578010101900001', jalan: 'A' }),
    )
    expect(checkRekam(orang, hariIni)).toEqual([])
  })

  it('compares the NIP with the record, rules NIP-09 to NIP-16', () => {
    const beda = rekam(
      identitas({ tanggalLahir: '1966-08-02', jenisKelamin: 'P' }),
      cpns('1988-04-01'),
      pns('1988-03-01'),
    )
    const kode = listKode(beda)
    for (const satu of ['NIP-10', 'NIP-11', 'NIP-12', 'NIP-16']) expect(kode).toContain(satu)
    expect(kode[0]).toBe('NIP-16')
    const bukanPppk = rekam(baris('kepegawaian', { jenisPegawai: 'PPPK_PW' }))
    expect(listKode(bukanPppk)).toContain('NIP-09')
    const isi = { nomorSk: '1', tanggalSk: '2023-12-01', akhirPppk: '2028-01-01', golongan: 'IX' }
    const kontrak = baris('pppk', { ...isi, tmtPppk: '2023-01-01' })
    expect(listKode({ nip: nipPppk, baris: [kontrak] })).toContain('NIP-13')
  })

  it('a CPNS of more than a year is told (NIP-17)', () => {
    expect(listKode({ nip: '200001012025031001', baris: [cpns('2025-03-01', 'III/a')] })).toContain(
      'NIP-17',
    )
  })

  it("compares each NIK with its owner's birth and sex", () => {
    const kk = baris('kartu_keluarga', {
      nik: '3578014108660001',
      nomorKk: '3578010101900001',
      jalan: 'A',
    })
    const anak = baris('anak', {
      nama: 'Budi',
      nik: '3578010505910001',
      tanggalLahir: '1992-05-05',
    })
    const temuan = checkRekam(rekam(identitas(), kk, anak), hariIni)
    expect(temuan).toContainEqual(expect.objectContaining({ kode: 'NIK-04', riwayatId: kk.id }))
    expect(temuan).toContainEqual(expect.objectContaining({ kode: 'NIK-05', riwayatId: anak.id }))
  })

  it('puts the hardest first', () => {
    const tingkat = checkRekam(
      rekam(...kasusAturan['JABATAN-01'].salah, ...kasusAturan['JABATAN-05'].salah),
      hariIni,
    ).map((satu) => satu.tingkat)
    const urutan = ['tolak', 'peringatan', 'info']
    expect(tingkat).toEqual(tingkat.toSorted((a, b) => urutan.indexOf(a) - urutan.indexOf(b)))
    expect(new Set(tingkat).size).toBe(3)
  })

  it('has no code in common with the rules on NIP and NIK', () => {
    const lain = new Set<string>([...Object.keys(pesanNip), ...Object.keys(pesanNik)])
    expect(kodeAturan.filter((kode) => lain.has(kode))).toEqual([])
  })
})

describe('a proposal', () => {
  const lama = pangkat('III/b', '2016-04-01')
  const janggal = pangkat('III/a', '2014-04-02')
  const orang = rekam(lama, janggal)
  const tambah = (golongan: string, tmt: string): PerubahanRekam => ({
    jenis: 'pangkat',
    aksi: 'tambah',
    riwayatId: null,
    sesudah: { ...pangkat(golongan, tmt).isi, nomorSk: '823/7/204/2020' },
  })

  it('is told only what it would add, not what was wrong before', () => {
    expect(listKode(orang)).toContain('PANGKAT-05')
    expect(checkUsulan(orang, tambah('III/c', '2020-04-01'), hariIni)).toEqual([])
    const temuan = checkUsulan(orang, tambah('III/a', '2020-04-01'), hariIni)
    expect(temuan).toEqual([
      expect.objectContaining({ kode: 'PANGKAT-01', tingkat: 'tolak', riwayatId: idBarisUsulan }),
    ])
  })

  it('of a second open post is refused (invariant 2); ending the first one lets it in', () => {
    const [satu] = kasusAturan['JABATAN-01'].salah
    const baru = fungsional('Auditor Ahli Madya', 'MADYA', '2026-01-01')
    const usulan: PerubahanRekam = {
      jenis: 'jabatan',
      aksi: 'tambah',
      riwayatId: null,
      sesudah: baru.isi,
    }
    const pegawai = rekam(...(satu ? [satu] : []))
    const kode = (isi: RekamPegawai) =>
      checkUsulan(isi, usulan, hariIni).filter((temuan) => temuan.tingkat === 'tolak')
    expect(kode(pegawai).map((temuan) => temuan.kode)).toEqual(['JABATAN-01'])
    const akhiri: PerubahanRekam = {
      jenis: 'jabatan',
      aksi: 'akhiri',
      riwayatId: satu?.id ?? '',
      sesudah: { ...satu?.isi, selesai: '2025-12-31' },
    }
    expect(kode(applyPerubahan(pegawai, akhiri))).toEqual([])
  })

  it('that corrects or withdraws a row is judged without the row of before', () => {
    const koreksi: PerubahanRekam = {
      jenis: 'pangkat',
      aksi: 'koreksi',
      riwayatId: janggal.id,
      sesudah: { ...janggal.isi, tmtGolongan: '2014-04-01' },
    }
    expect(checkUsulan(orang, koreksi, hariIni)).toEqual([])
    expect(listKode(applyPerubahan(orang, koreksi))).not.toContain('PANGKAT-05')
    const cabut: PerubahanRekam = { ...koreksi, aksi: 'cabut', sesudah: {} }
    expect(applyPerubahan(orang, cabut).baris).toEqual([lama])
  })

  it('of main data replaces the row that holds', () => {
    const usulan: PerubahanRekam = {
      jenis: 'identitas',
      aksi: 'tambah',
      riwayatId: null,
      sesudah: identitas({ tanggalLahir: '1966-08-02' }).isi,
    }
    const pegawai = rekam(identitas())
    expect(applyPerubahan(pegawai, usulan).baris).toHaveLength(1)
    expect(checkUsulan(pegawai, usulan, hariIni).map((satu) => satu.kode)).toContain('NIP-10')
  })
})
