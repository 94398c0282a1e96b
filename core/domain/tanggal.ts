/** Calendar dates are text, YYYY-MM-DD; instants are ISO with offset; the zone is Asia/Jakarta. */
const namaBulan = [
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
] as const

export const zonaWaktu = 'Asia/Jakarta'

/** True for a date that exists: 2024-02-29 does, 2023-02-29 does not. */
export function isTanggal(teks: string): boolean {
  const cocok = /^(\d{4})-(\d{2})-(\d{2})$/.exec(teks)
  if (cocok === null) return false
  const waktu = new Date(`${teks}T00:00:00Z`)
  return !Number.isNaN(waktu.getTime()) && waktu.toISOString().startsWith(teks)
}

/** As people write it: `1 Oktober 2025`. Text that is no date comes back as it is. */
export function formatTanggal(tanggal: string): string {
  if (!isTanggal(tanggal)) return tanggal
  const [tahun, bulan, hari] = tanggal.split('-').map(Number)
  return `${hari} ${namaBulan[(bulan ?? 1) - 1]} ${tahun}`
}

/** As tables write it: `01-10-2025`. */
export function formatTanggalPendek(tanggal: string): string {
  return isTanggal(tanggal) ? tanggal.split('-').toReversed().join('-') : tanggal
}

/** The calendar date of an instant where the province is. */
export function getTanggalJakarta(waktu: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zonaWaktu }).format(waktu)
}

/** Whole years between two dates; 29 February counts on 1 March (nip.md section 7). */
export function hitungTahun(dari: string, sampai: string): number {
  const tahun = Number(sampai.slice(0, 4)) - Number(dari.slice(0, 4))
  return sampai.slice(5) >= dari.slice(5) ? tahun : tahun - 1
}

/** First day of the month after the birthday month in which the retirement age is reached. */
export function hitungTmtPensiun(tanggalLahir: string, batasUsia: number): string {
  const tahun = Number(tanggalLahir.slice(0, 4)) + batasUsia
  const bulan = Number(tanggalLahir.slice(5, 7))
  return bulan === 12 ? `${tahun + 1}-01-01` : `${tahun}-${String(bulan + 1).padStart(2, '0')}-01`
}
