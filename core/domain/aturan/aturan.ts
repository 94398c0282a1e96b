import type { BarisRiwayat, RekamPegawai } from '../rekam.ts'
import type { TingkatTemuan } from '../temuan.ts'

/** What only the database knows about a person; a rule that misses its fact says nothing. */
export type FaktaLuar = {
  /** Of the present placement; false for a unit that was closed (TIM_1). */
  readonly unitAktif?: boolean
  /** Others who hold the same structural post now (TIM_4). */
  readonly pemangkuLain?: number
  /** Dukcapil has confirmed the NIK (ACC_5). */
  readonly nikTervalidasi?: boolean
  /** The owner's verified e-mail and mobile number; never their content (P30.2j). */
  readonly adaSurel?: boolean
  readonly adaNomorHp?: boolean
  /** A facilitator, whose transfer ends the assignment (P10.4). */
  readonly fasilitator?: boolean
}

export type Konteks = {
  readonly rekam: RekamPegawai
  /** The day for which the rules are asked, YYYY-MM-DD. */
  readonly hariIni: string
  readonly fakta: FaktaLuar
}

/** Rows that break a rule; null for what the record as a whole lacks. */
type Pelanggar = readonly (BarisRiwayat | null)[]

export type Aturan = {
  readonly tingkat: TingkatTemuan
  readonly pesan: string
  readonly pesanEn: string
  readonly list: (konteks: Konteks) => Pelanggar
}

/** One rule of the record model: how hard it is, its words, and the rows that break it. */
export function aturan(
  tingkat: TingkatTemuan,
  pesan: string,
  pesanEn: string,
  list: Aturan['list'],
): Aturan {
  return { tingkat, pesan, pesanEn, list }
}

/** The record as a whole, where no single row is to blame. */
export function whole(melanggar: boolean): Pelanggar {
  return melanggar ? [null] : []
}

/** Rows that repeat an earlier one by some key; a row without the key repeats nothing. */
export function listUlangan(
  baris: readonly BarisRiwayat[],
  getKunci: (satu: BarisRiwayat) => string | null,
): BarisRiwayat[] {
  const terlihat = new Set<string>()
  return baris.filter((satu) => {
    const kunci = getKunci(satu)
    if (kunci === null) return false
    const ulang = terlihat.has(kunci)
    terlihat.add(kunci)
    return ulang
  })
}

/** Each row with the one before it. */
export function listPasanganBerurut(
  baris: readonly BarisRiwayat[],
): (readonly [BarisRiwayat, BarisRiwayat])[] {
  return baris.flatMap((kini, ke) => {
    const sebelum = baris[ke - 1]
    return sebelum === undefined ? [] : [[sebelum, kini] as const]
  })
}

export function isAwalBulan(tanggal: string): boolean {
  return tanggal.endsWith('-01')
}
