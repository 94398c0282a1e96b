import { addMonths, countMonths, getParts, hariIni, makeDate } from './calendar.ts'
import { urutanGolongan } from './reference.ts'

/** One grade of one person: since when, and how much service counted for it at that moment. */
export type Jenjang = { golongan: string; tmt: string; masaKerja: number }

const golonganAwal: Record<string, string> = {
  '15': 'II/a',
  '17': 'II/a',
  '30': 'II/c',
  '40': 'III/a',
  '45': 'III/b',
}
/** Ceiling of regular promotion by diploma (PP 99/2000 Pasal 8). */
const golonganPuncak: Record<string, string> = {
  '15': 'III/b',
  '17': 'III/b',
  '30': 'III/c',
  '40': 'III/d',
  '45': 'IV/a',
}

export function getGolonganAwal(tingkat: string): string {
  return golonganAwal[tingkat] ?? 'III/a'
}

export function getGolonganBerikut(golongan: string): string {
  const berikut = urutanGolongan[urutanGolongan.indexOf(golongan) + 1]
  if (berikut === undefined) throw new Error(`nothing above ${golongan}`)
  return berikut
}

/** The next April or October on or after a date: the promotion periods until 2023. */
function getPeriode(date: string): string {
  const { year, month } = getParts(date)
  if (month <= 4) return makeDate(year, 4, 1)
  return month <= 10 ? makeDate(year, 10, 1) : makeDate(year + 1, 4, 1)
}

/** From golongan II to III five years of service no longer count (nip.md section 7). */
export function countMasaKerja(
  dariGolongan: string,
  golongan: string,
  tmtCpns: string,
  tmt: string,
) {
  const potong =
    dariGolongan.startsWith('II/') && /^I[IV]{1,2}\//.test(golongan) && !golongan.startsWith('II/')
  return Math.max(0, countMonths(tmtCpns, tmt) - (potong ? 60 : 0))
}

/** Grades by regular promotion, one about every four years, up to a day or a grade. */
export function makeKarier(
  tmtCpns: string,
  tingkat: string,
  sampai: string = hariIni,
  puncak: string = golonganPuncak[tingkat] ?? 'III/d',
): Jenjang[] {
  const awal = getGolonganAwal(tingkat)
  const karier: Jenjang[] = [{ golongan: awal, tmt: tmtCpns, masaKerja: 0 }]
  let terakhir = karier[0]
  while (terakhir !== undefined && terakhir.golongan !== puncak) {
    const tmt = getPeriode(addMonths(terakhir.tmt, 48))
    if (tmt > sampai) break
    const golongan = getGolonganBerikut(terakhir.golongan)
    terakhir = { golongan, tmt, masaKerja: countMasaKerja(awal, golongan, tmtCpns, tmt) }
    karier.push(terakhir)
  }
  return karier
}
