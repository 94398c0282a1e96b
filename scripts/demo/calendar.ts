/** The demo's own today, so that ages, waiting times and due dates never move. */
export const hariIni = '2026-11-02'
export const waktuSekarang = `${hariIni}T08:00:00+07:00`

const bulan = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

export type DateParts = { year: number; month: number; day: number }

export function getParts(date: string): DateParts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

const two = (n: number): string => String(n).padStart(2, '0')

export function makeDate(year: number, month: number, day: number): string {
  return `${year}-${two(month)}-${two(day)}`
}

export function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function addMonths(date: string, months: number): string {
  const { year, month, day } = getParts(date)
  const total = year * 12 + month - 1 + months
  return makeDate(Math.floor(total / 12), (total % 12) + 1, day)
}

/** Whole months from one first-of-month date to another. */
export function countMonths(from: string, to: string): number {
  const a = getParts(from)
  const b = getParts(to)
  return (b.year - a.year) * 12 + b.month - a.month
}

/** `1 April 2014`, as letters write it. */
export function formatPanjang(date: string): string {
  const { year, month, day } = getParts(date)
  return `${day} ${bulan[month - 1]} ${year}`
}

/** `01-04-2014`, as tables write it. */
export function formatPendek(date: string): string {
  const { year, month, day } = getParts(date)
  return `${two(day)}-${two(month)}-${year}`
}

/** Roman month for the numbers of marriage extracts. */
export function getBulanRomawi(date: string): string {
  const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
  return romans[getParts(date).month - 1] ?? ''
}

/** An instant so many minutes before the demo's now. */
export function minutesAgo(minutes: number): string {
  const wib = new Date(Date.parse(waktuSekarang) - minutes * 60_000 + 7 * 3_600_000)
  return `${wib.toISOString().slice(0, 19)}+07:00`
}
