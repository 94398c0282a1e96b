import type { BarisRekam } from '@meja/core/api/rekam.ts'
import { getMulai } from '@meja/core/domain/rekam.ts'
import { isTanggal, parseTanggal } from '@meja/core/domain/tanggal.ts'

/**
 * Two questions about a past day: `berlaku`, what held on that day by all that is known now (a decree
 * that came late counts); `tercatat`, what this register said on that day (P1.11, P1.15).
 */
export type CaraBaca = 'berlaku' | 'tercatat'

export type PerTanggal = { readonly tanggal: string; readonly cara: CaraBaca }

/** What an address says of the day; null for today, also where it says nonsense or a day to come. */
export function parsePer(per: unknown, cara: unknown, hariIni: string): PerTanggal | null {
  if (typeof per !== 'string' || !isTanggal(per) || per >= hariIni) return null
  return { tanggal: per, cara: cara === 'tercatat' ? 'tercatat' : 'berlaku' }
}

export type GalatHari = 'bentuk' | 'tahun_dua_digit' | 'tidak_ada' | 'nanti'

type HasilHari =
  | { readonly ok: true; readonly tanggal: string | null }
  | { readonly ok: false; readonly sebab: GalatHari }

/** A past day as a person writes one; nothing is today, and so is today itself. */
export function parseHariLampau(teks: string, hariIni: string): HasilHari {
  if (teks.trim() === '') return { ok: true, tanggal: null }
  const hasil = parseTanggal(teks)
  if (!hasil.ok) return hasil
  if (hasil.tanggal === hariIni) return { ok: true, tanggal: null }
  return hasil.tanggal > hariIni ? { ok: false, sebab: 'nanti' } : hasil
}

/** The last instant of a day where the province is. */
export function getAkhirHari(tanggal: string): string {
  return `${tanggal}T23:59:59.999+07:00`
}

/** A bare year begins with its first day. */
function isSudahMulai(baris: BarisRekam, tanggal: string): boolean {
  return (getMulai(baris) ?? tanggal) <= tanggal
}

/** The rows that answer the question; without a day, all of them. */
export function pickBaris(
  baris: readonly BarisRekam[],
  per: PerTanggal | null,
): readonly BarisRekam[] {
  if (per?.cara !== 'berlaku') return baris
  return baris.filter((satu) => isSudahMulai(satu, per.tanggal))
}
