import indikator from '../reference/indikator-kualitas-data.json' with { type: 'json' }
import type { FaktaLuar, Konteks } from './aturan/aturan.ts'
import { indikatorKelengkapan, indikatorKesesuaian } from './indikator/kelengkapan-kesesuaian.ts'
import { indikatorAkurasi, indikatorWaktu } from './indikator/ketepatan.ts'
import type { RekamPegawai } from './rekam.ts'

const semuaIndikator = {
  ...indikatorKelengkapan,
  ...indikatorWaktu,
  ...indikatorAkurasi,
  ...indikatorKesesuaian,
} as const satisfies Record<string, (konteks: Konteks) => boolean>

export type KodeIndikator = keyof typeof semuaIndikator

/** The 27 indicators of BKN in the order of the reference. */
export const kodeIndikator = Object.keys(semuaIndikator) as KodeIndikator[]

export type Dimensi = keyof typeof indikator.tambahan.bobotDimensi

const bobotDimensi = indikator.tambahan.bobotDimensi
export const semuaDimensi = Object.keys(bobotDimensi) as Dimensi[]

/** What the database must tell for an indicator; without it nobody is held to it. */
const faktaIndikator: Partial<Record<KodeIndikator, keyof FaktaLuar>> = {
  COM_6: 'adaSurel',
  COM_7: 'adaNomorHp',
  TIM_1: 'unitAktif',
  TIM_4: 'pemangkuLain',
  ACC_5: 'nikTervalidasi',
}

export type SkorKualitas = {
  /** 0 to 100 per dimension, and of all four by their weights. */
  readonly dimensi: Readonly<Record<Dimensi, number>>
  readonly total: number
}

export type KualitasData = SkorKualitas & {
  readonly gagal: readonly KodeIndikator[]
  /** Indicators whose fact nobody has told; they count as met. */
  readonly tidakDinilai: readonly KodeIndikator[]
}

/** 100 less the weighted share that fails; a dimension's weights are scaled to their own sum. */
function scoreDimensi(dimensi: Dimensi, getBagianGagal: (kode: string) => number): number {
  const baris = indikator.baris.filter((satu) => satu.dimensi === dimensi)
  const jumlah = baris.reduce((sebelum, { bobot }) => sebelum + bobot, 0)
  const gagal = baris.reduce(
    (sebelum, { kode, bobot }) => sebelum + bobot * getBagianGagal(kode),
    0,
  )
  return 100 - (gagal / jumlah) * 100
}

function scoreKualitas(getBagianGagal: (kode: string) => number): SkorKualitas {
  const skor = (dimensi: Dimensi) => scoreDimensi(dimensi, getBagianGagal)
  return {
    dimensi: {
      completeness: skor('completeness'),
      timeliness: skor('timeliness'),
      accuracy: skor('accuracy'),
      consistency: skor('consistency'),
    },
    total: semuaDimensi.reduce((jumlah, satu) => jumlah + bobotDimensi[satu] * skor(satu), 0),
  }
}

/** The 27 indicators on one person. BKN's own formula is not public: this is our reading of it. */
export function deriveKualitas(
  rekam: RekamPegawai,
  hariIni: string,
  fakta: FaktaLuar = {},
): KualitasData {
  const gagal = kodeIndikator.filter((kode) => semuaIndikator[kode]({ rekam, hariIni, fakta }))
  const tidakDinilai = kodeIndikator.filter((kode) => {
    const perlu = faktaIndikator[kode]
    return perlu !== undefined && fakta[perlu] === undefined
  })
  const terhitung = new Set<string>(gagal)
  return { ...scoreKualitas((kode) => Number(terhitung.has(kode))), gagal, tidakDinilai }
}

export type KualitasKumpulan = SkorKualitas & {
  readonly pegawai: number
  /** How many fail each indicator. */
  readonly gagal: Readonly<Partial<Record<KodeIndikator, number>>>
}

/** Every indicator weighs by the share of people who fail it. */
export function scoreKumpulan(
  pegawai: number,
  gagal: Readonly<Partial<Record<string, number>>>,
): SkorKualitas {
  return scoreKualitas((kode) => (gagal[kode] ?? 0) / Math.max(1, pegawai))
}

/** Of a unit, an office or the province, from its people one by one. */
export function aggregateKualitas(semua: readonly Pick<KualitasData, 'gagal'>[]): KualitasKumpulan {
  const gagal: Partial<Record<string, number>> = {}
  for (const kode of semua.flatMap((satu) => satu.gagal)) gagal[kode] = (gagal[kode] ?? 0) + 1
  return { ...scoreKumpulan(semua.length, gagal), pegawai: semua.length, gagal }
}

export function getDimensiIndikator(kode: KodeIndikator): string | undefined {
  return indikator.baris.find((satu) => satu.kode === kode)?.dimensi
}

/** The words of an indicator, from the reference. */
export function getLabelIndikator(kode: KodeIndikator): string {
  return indikator.baris.find((satu) => satu.kode === kode)?.label ?? kode
}
