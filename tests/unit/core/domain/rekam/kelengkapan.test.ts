import { describe, expect, it } from 'vitest'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import {
  aggregateKelengkapan,
  bobotKelompok,
  deriveKelengkapan,
  getRerataKelengkapan,
  mergeKelengkapan,
} from '@meja/core/domain/kelengkapan.ts'
import type { BarisRiwayat } from '@meja/core/domain/rekam.ts'
import {
  baris,
  cpns,
  hariIni,
  identitas,
  nipAmir,
  nipPppk,
  pangkat,
  pelaksana,
  pendidikan,
  pns,
  sk,
} from './contoh.ts'
import { gaji, kompetensi, kontrak } from './contoh-riwayat.ts'

const kinerja = (tahun: string) => baris('kinerja', { tahun, predikat: 'BAIK' })

const pribadi = [
  identitas({ statusPerkawinan: '4' }),
  baris('kartu_keluarga', {
    nik: '3578010108660001',
    nomorKk: '3578010101900001',
    jalan: 'Melati 1',
  }),
  baris('alamat', {
    jalan: 'Melati 1',
    kelurahan: 'Sukomulyo',
    kecamatan: 'Sukorejo',
    kabkota: 'Kota Surabaya',
    provinsi: 'Jawa Timur',
  }),
]
const lengkap = [
  ...pribadi,
  pendidikan('15', '1984'),
  baris('sttpl', { nomor: '1', tanggal: '1989-01-01' }),
  kompetensi({}),
  kinerja('2024'),
  kinerja('2025'),
  baris('kepegawaian', { jenisPegawai: 'PNS' }),
  baris('kedudukan', { kedudukanHukum: '01', tmt: '1988-03-01' }),
  cpns('1988-03-01'),
  baris('spmt', { nomor: '1', tmtSpmt: '1988-03-01' }),
  pns('1989-04-01'),
  pangkat('III/a', '2020-04-01'),
  gaji({}),
  pelaksana('Pengelola Arsip', '2020-01-01'),
  baris('penempatan', { unit: '204.01', tmt: '2020-01-01' }),
]

/** Every row with a document of the first kind that proves it. */
function buktikan(isi: readonly BarisRiwayat[]): Map<string, readonly string[]> {
  return new Map(isi.map(({ id, jenis }) => [id, getDeskripsi(jenis).bukti.slice(0, 1)]))
}

const derive = (isi: readonly BarisRiwayat[], nip = nipAmir) =>
  deriveKelengkapan({ nip, baris: isi }, hariIni, buktikan(isi))

const listKurang = (isi: readonly BarisRiwayat[], nip = nipAmir) =>
  derive(isi, nip).kekurangan.map(({ jenis, kunci }) =>
    kunci === null ? jenis : `${jenis}.${kunci}`,
  )

describe('completeness of a person', () => {
  it('weighs the groups 25, 20, 10, 20, 25 (record model, section 7)', () => {
    expect(Object.values(bobotKelompok)).toEqual([25, 20, 10, 20, 25])
  })

  it('is 100 when every required field and proof is there', () => {
    expect(derive(lengkap)).toMatchObject({ total: 100, kekurangan: [] })
  })

  it('is 0 for an empty record, and lists what is wanted', () => {
    const hasil = derive([])
    expect(hasil.total).toBe(0)
    expect(hasil.kekurangan).toContainEqual({
      kelompok: 'pribadi',
      jenis: 'identitas',
      apa: 'isian',
      kunci: 'agama',
      label: { id: 'Identitas: Agama', en: 'Identity: Religion' },
    })
  })

  it('counts a missing proof: a paper of another kind proves nothing', () => {
    const bukti = buktikan(lengkap)
    const identitasId = lengkap[0]?.id ?? ''
    bukti.set(identitasId, ['SK_KP'])
    const hasil = deriveKelengkapan({ nip: nipAmir, baris: lengkap }, hariIni, bukti)
    expect(hasil.kekurangan).toEqual([
      expect.objectContaining({
        jenis: 'identitas',
        apa: 'bukti',
        kunci: null,
        label: { id: 'Identitas: dokumen bukti', en: 'Identity: proof' },
      }),
    ])
    // identitas 6 + 1, kartu_keluarga 3 + 1, alamat 5.
    expect(hasil.kelompok.pribadi).toBeCloseTo((15 / 16) * 100, 10)
    expect(hasil.total).toBeCloseTo(100 - 25 / 16, 10)
  })

  it('asks a year of performance by its year, and none of before the appointment', () => {
    const tanpa = lengkap.filter(({ isi }) => isi['tahun'] !== '2025')
    const label = derive(tanpa).kekurangan.map((satu) => satu.label.id)
    expect(label).toContain('Riwayat kinerja (SKP) 2025: Predikat kinerja')
    const baru = derive([], '200012312025211001').kekurangan.filter(
      ({ jenis }) => jenis === 'kinerja',
    )
    expect(baru.every(({ label: { id } }) => id.includes('2025'))).toBe(true)
  })

  it('asks the married for the spouse, graduates for the title, functional posts for points', () => {
    expect(listKurang(lengkap)).toEqual([])
    const menikah = lengkap.with(0, identitas())
    expect(listKurang(menikah)).toEqual(['pasangan.nama', 'pasangan.tanggalNikah', 'pasangan'])
    expect(listKurang([...lengkap, pendidikan('40', '1990')])).toEqual(['gelar'])
    const isi = { jenisJabatan: '2', namaJabatan: 'Auditor Ahli Muda', unitKerja: 'Inspektorat' }
    const jf = baris('jabatan', { ...sk, ...isi, tmtJabatan: '2021-01-01', jenjang: 'MUDA' })
    expect(listKurang([...lengkap, jf])).toContain('angka_kredit.total')
    const pak = { periodeMulai: '2024-01-01', periodeSelesai: '2024-12-31', total: '25' }
    expect(listKurang([...lengkap, jf, baris('angka_kredit', pak)])).toEqual([])
  })

  it('asks of a PPPK a contract, and no appointment as CPNS or PNS', () => {
    const kurang = listKurang([kontrak], nipPppk)
    expect(kurang.filter((satu) => /^(pppk|cpns|pns|pangkat|gaji|sttpl)\b/.test(satu))).toEqual([])
    expect(listKurang([], nipPppk)).toContain('pppk.tmtPppk')
  })

  it('education that was not recognised does not count', () => {
    const belum = lengkap.with(3, pendidikan('15', '1984', { diakui: 'tidak' }))
    expect(listKurang(belum)).toContain('pendidikan.tingkat')
  })

  it('e-mail and mobile number count only as there or not there', () => {
    const orang = { nip: nipAmir, baris: lengkap }
    const ada = { adaSurel: true, adaNomorHp: false }
    const hasil = deriveKelengkapan(orang, hariIni, buktikan(lengkap), ada)
    expect(hasil.kekurangan.map(({ jenis, kunci }) => [jenis, kunci])).toEqual([
      ['akun', 'nomorHp'],
    ])
    expect(hasil.kelompok.pribadi).toBeCloseTo((17 / 18) * 100, 10)
  })
})

describe('completeness of a unit and its office', () => {
  const kumpulan = [derive(lengkap), derive([]), derive(pribadi)]

  it('is the mean of its people and says what most of them miss', () => {
    const hasil = aggregateKelengkapan(kumpulan)
    expect(hasil).toMatchObject({ pegawai: 3, lengkap: 1 })
    expect(hasil.kurang['identitas.nama']).toBe(1)
    expect(hasil.kurang['jabatan.namaJabatan']).toBe(2)
    const rerata = getRerataKelengkapan(hasil)
    expect(rerata?.kelompok.pribadi).toBeCloseTo(200 / 3, 10)
    expect(rerata?.total).toBeCloseTo((100 + 0 + 25) / 3, 10)
  })

  it('units added up are the office counted at once', () => {
    const unit = [kumpulan.slice(0, 1), kumpulan.slice(1)].map((satu) => aggregateKelengkapan(satu))
    expect(mergeKelengkapan(unit)).toEqual(aggregateKelengkapan(kumpulan))
    expect(getRerataKelengkapan(mergeKelengkapan([]))).toBeNull()
  })
})
