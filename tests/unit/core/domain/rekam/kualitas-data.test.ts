import { describe, expect, it } from 'vitest'
import indikator from '@meja/core/reference/indikator-kualitas-data.json' with { type: 'json' }
import type { FaktaLuar } from '@meja/core/domain/aturan-rekam.ts'
import {
  aggregateKualitas,
  deriveKualitas,
  getLabelIndikator,
  kodeIndikator,
  type KodeIndikator,
} from '@meja/core/domain/kualitas-data.ts'
import type { BarisRiwayat } from '@meja/core/domain/rekam.ts'
import {
  baris,
  cpns,
  fungsional,
  hariIni,
  identitas,
  nipAmir,
  nipPppk,
  pangkat,
  pelaksana,
  pendidikan,
  pns,
  sk,
  struktural,
} from './contoh.ts'
import { cltn, kontrak } from './contoh-riwayat.ts'

type Kasus = {
  gagal: readonly BarisRiwayat[]
  lulus: readonly BarisRiwayat[]
  nip?: string
  nipLulus?: string
  faktaGagal?: FaktaLuar
  faktaLulus?: FaktaLuar
}

const kinerja = (tahun: string) => baris('kinerja', { tahun, predikat: 'BAIK' })
const gelar = baris('gelar', { gelarBelakang: 'S.H.' })
const auditor = fungsional('Auditor Ahli Muda', 'MUDA', '2020-01-01')
const kabid = struktural('Kepala Bidang', '31', '2021-01-01')
const kaban = struktural('Kepala Badan', '21', '2021-01-01')
const kasubbag = struktural('Kepala Subbagian', '41', '2021-01-01')
const pppk = baris('kepegawaian', { jenisPegawai: 'PPPK' })
const kedudukan = (kode: string) => baris('kedudukan', { kedudukanHukum: kode, tmt: '2024-01-01' })
const instansi = (instansiKerja: string) =>
  baris('kepegawaian', { jenisPegawai: 'PNS', instansiInduk: 'Pemprov', instansiKerja })
const diperbantukan = baris('mutasi', {
  ...sk,
  jenisMutasi: 'Diperbantukan (DPB)',
  asal: 'Pemprov',
  tujuan: 'KPU',
  tmt: '2024-01-01',
})

const kasus: Record<KodeIndikator, Kasus> = {
  COM_1: { gagal: [kinerja('2023')], lulus: [kinerja('2024')] },
  COM_2: { gagal: [], lulus: [auditor] },
  COM_3: {
    gagal: [pendidikan('40', '1990', { diakui: 'tidak' })],
    lulus: [pendidikan('40', '1990')],
  },
  COM_4: { gagal: [], lulus: [pns('1989-04-01')] },
  COM_5: { gagal: [pendidikan('40', '1990')], lulus: [pendidikan('40', '1990'), gelar] },
  COM_6: { gagal: [], lulus: [], faktaGagal: { adaSurel: false }, faktaLulus: { adaSurel: true } },
  COM_7: {
    gagal: [],
    lulus: [],
    faktaGagal: { adaNomorHp: false },
    faktaLulus: { adaNomorHp: true },
  },
  TIM_1: {
    gagal: [],
    lulus: [],
    faktaGagal: { unitAktif: false },
    faktaLulus: { unitAktif: true },
  },
  TIM_2: {
    gagal: [pelaksana('Calon Auditor', '2024-11-01')],
    lulus: [pelaksana('Calon Auditor', '2024-11-02')],
  },
  TIM_3: { gagal: [cpns('2025-11-01', 'III/a')], lulus: [cpns('2025-11-02', 'III/a')] },
  TIM_4: {
    gagal: [kabid],
    lulus: [kabid],
    faktaGagal: { pemangkuLain: 1 },
    faktaLulus: { pemangkuLain: 0 },
  },
  TIM_5: { gagal: [identitas(), auditor], lulus: [identitas(), auditor, kedudukan('20')] },
  TIM_6: { gagal: [cltn('2026-11-01')], lulus: [cltn('2026-11-02')] },
  ACC_1: {
    gagal: [cpns('1990-03-01'), pns('1989-04-01')],
    lulus: [cpns('1988-03-01'), pns('1989-04-01')],
  },
  ACC_2: { gagal: [instansi('KPU')], lulus: [instansi('KPU'), diperbantukan] },
  ACC_3: {
    gagal: [cpns('2024-12-01', 'III/a'), kasubbag],
    lulus: [cpns('2024-11-02', 'III/a'), kasubbag],
  },
  ACC_4: { gagal: [pppk, kedudukan('02')], lulus: [pppk, kedudukan('01')] },
  ACC_5: {
    gagal: [],
    lulus: [],
    faktaGagal: { nikTervalidasi: false },
    faktaLulus: { nikTervalidasi: true },
  },
  ACC_6: {
    gagal: [kabid, pendidikan('30', '1990')],
    lulus: [kasubbag, pendidikan('30', '1990')],
  },
  ACC_7: { gagal: [], nip: '199001012018211001', lulus: [], nipLulus: '199001012019211001' },
  ACC_8: { gagal: [auditor, pendidikan('30', '1990')], lulus: [auditor, pendidikan('35', '1990')] },
  ACC_9: {
    gagal: [pelaksana('Arsiparis Terampil', '2021-01-01')],
    lulus: [pelaksana('Pengelola Arsip', '2021-01-01')],
  },
  ACC_10: {
    gagal: [kaban, pangkat('IV/b', '2020-04-01')],
    lulus: [kaban, pangkat('IV/c', '2020-04-01')],
  },
  CON_1: { gagal: [cpns('1988-04-01')], lulus: [cpns('1988-03-01')] },
  CON_2: { gagal: [identitas({ tanggalLahir: '1966-08-02' })], lulus: [identitas()] },
  CON_3: { gagal: [identitas({ jenisKelamin: 'P' })], lulus: [identitas()] },
  CON_4: {
    gagal: [
      pppk,
      baris('pppk', { ...kontrak.isi, tmtPppk: '2023-01-01' } as Record<string, string>),
    ],
    lulus: [pppk, kontrak],
    nip: nipPppk,
    nipLulus: nipPppk,
  },
}

it('the indicators are those of the reference, each with a case', () => {
  const kode = indikator.baris.map((satu) => satu.kode)
  expect(kodeIndikator).toEqual(kode)
  expect(Object.keys(kasus)).toEqual(kode)
  expect(kode).toHaveLength(27)
})

describe.each(kodeIndikator)('indicator %s', (kode) => {
  const { gagal, lulus, nip = nipAmir, nipLulus = nipAmir, faktaGagal, faktaLulus } = kasus[kode]

  it(`fails: ${getLabelIndikator(kode)}`, () => {
    expect(deriveKualitas({ nip, baris: gagal }, hariIni, faktaGagal).gagal).toContain(kode)
  })

  it('is met by the nearest record in order', () => {
    const hasil = deriveKualitas({ nip: nipLulus, baris: lulus }, hariIni, faktaLulus)
    expect(hasil.gagal).not.toContain(kode)
    expect(hasil.tidakDinilai).not.toContain(kode)
  })
})

describe('the score', () => {
  const utuh = [
    identitas({ tanggalLahir: '1966-08-01' }),
    cpns('1988-03-01'),
    pns('1989-04-01'),
    fungsional('Auditor Ahli Utama', 'UTAMA', '2020-01-01'),
    pendidikan('40', '1990'),
    gelar,
    kinerja('2025'),
  ]
  const fakta = {
    adaSurel: true,
    adaNomorHp: true,
    unitAktif: true,
    pemangkuLain: 0,
    nikTervalidasi: true,
  }

  it('of a record in order is 100 in all four dimensions', () => {
    const hasil = deriveKualitas({ nip: nipAmir, baris: utuh }, hariIni, fakta)
    expect(hasil).toMatchObject({ gagal: [], tidakDinilai: [] })
    expect(Object.values(hasil.dimensi)).toEqual([100, 100, 100, 100])
    expect(hasil.total).toBeCloseTo(100, 10)
  })

  it('loses the weight of what fails, by the weight of its dimension', () => {
    const tanpaKinerja = { nip: nipAmir, baris: utuh.slice(0, -1) }
    const hasil = deriveKualitas(tanpaKinerja, hariIni, { ...fakta, nikTervalidasi: false })
    expect(hasil.gagal).toEqual(['COM_1', 'ACC_5'])
    expect(hasil.dimensi.completeness).toBeCloseTo(80, 10)
    // The weights of accuracy add up to 99.98.
    expect(hasil.dimensi.accuracy).toBeCloseTo(100 - (4.76 / 99.98) * 100, 10)
    expect(hasil.total).toBeCloseTo(100 - 0.28 * 20 - (0.3 * 476) / 99.98, 10)
  })

  it('holds nobody to a fact that nobody has told, and says which', () => {
    const hasil = deriveKualitas({ nip: nipAmir, baris: utuh }, hariIni)
    expect(hasil.tidakDinilai).toEqual(['COM_6', 'COM_7', 'TIM_1', 'TIM_4', 'ACC_5'])
    expect(hasil.total).toBeCloseTo(100, 10)
  })

  it('of many people is the mean of theirs, and counts who fails what', () => {
    const semua = [utuh, utuh.slice(0, -1), []].map((isi) =>
      deriveKualitas({ nip: nipAmir, baris: isi }, hariIni, fakta),
    )
    const hasil = aggregateKualitas(semua)
    const rerata = semua.reduce((jumlah, satu) => jumlah + satu.total, 0) / 3
    expect(hasil.pegawai).toBe(3)
    expect(hasil.gagal).toEqual({ COM_1: 2, COM_2: 1, COM_3: 1, COM_4: 1 })
    expect(hasil.total).toBeCloseTo(rerata, 10)
  })

  it('of nobody is untouched', () => {
    expect(aggregateKualitas([]).total).toBeCloseTo(100, 10)
  })
})
