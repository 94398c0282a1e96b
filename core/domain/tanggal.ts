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

export type HasilTanggal =
  | { readonly ok: true; readonly tanggal: string }
  | { readonly ok: false; readonly sebab: 'bentuk' | 'tahun_dua_digit' | 'tidak_ada' }

/** Serials of today's spreadsheets for 1927 to 2099; four digits would be a year, not a date. */
const serialTerkecil = 10_000
const serialTerbesar = 73_050

function fromSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
}

/** Brings any accepted order of day, month and year to YYYY-MM-DD; says nothing of its truth. */
function rearrangeTanggal(teks: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(teks)) return teks
  const [, hari, pemisah, tengah = '', tahun] =
    /^(\d{1,2})([-/ ])(\d{1,2}|[a-z]+)\2(\d{4})$/i.exec(teks) ?? []
  if (hari === undefined) return undefined
  const denganKata = pemisah === ' '
  const bulan = denganKata
    ? namaBulan.findIndex((nama) => nama.toLowerCase() === tengah.toLowerCase()) + 1
    : Number(tengah)
  if (Number.isNaN(bulan) || (denganKata && bulan === 0)) return undefined
  return `${tahun}-${String(bulan).padStart(2, '0')}-${hari.padStart(2, '0')}`
}

/**
 * Reads a date of an import file: dd-MM-yyyy, dd/MM/yyyy, yyyy-MM-dd, `1 Oktober 2025` or the
 * serial number of a spreadsheet. A year of two digits is refused: 1/2/61 may be 1961 or 2061.
 */
export function parseTanggal(teks: string): HasilTanggal {
  const rapi = teks.trim().replace(/^'/, '').replaceAll(/ +/g, ' ')
  if (/^\d{5}$/.test(rapi)) {
    const serial = Number(rapi)
    return serial >= serialTerkecil && serial <= serialTerbesar
      ? { ok: true, tanggal: fromSerial(serial) }
      : { ok: false, sebab: 'tidak_ada' }
  }
  if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(rapi)) return { ok: false, sebab: 'tahun_dua_digit' }
  const tanggal = rearrangeTanggal(rapi)
  if (tanggal === undefined) return { ok: false, sebab: 'bentuk' }
  return isTanggal(tanggal) ? { ok: true, tanggal } : { ok: false, sebab: 'tidak_ada' }
}

const hariJakarta = new Intl.DateTimeFormat('en-CA', { timeZone: zonaWaktu })

/** The calendar date of an instant where the province is. */
export function getTanggalJakarta(waktu: Date): string {
  return hariJakarta.format(waktu)
}

const jamJakarta = new Intl.DateTimeFormat('id', {
  timeZone: zonaWaktu,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as prints and letters write it: `24 November 2026 pukul 14.05 WIB`. */
export function formatWaktuCetak(waktu: Date): string {
  return `${formatTanggal(getTanggalJakarta(waktu))} pukul ${jamJakarta.format(waktu)} WIB`
}

/** Whole years between two dates; 29 February counts on 1 March (nip.md section 7). */
export function hitungTahun(dari: string, sampai: string): number {
  const tahun = Number(sampai.slice(0, 4)) - Number(dari.slice(0, 4))
  return sampai.slice(5) >= dari.slice(5) ? tahun : tahun - 1
}

/** Whole months between two dates, by the same counting; below zero when they stand the other way. */
export function hitungBulan(dari: string, sampai: string): number {
  const bulan = Number(sampai.slice(5, 7)) - Number(dari.slice(5, 7))
  const penuh = (Number(sampai.slice(0, 4)) - Number(dari.slice(0, 4))) * 12 + bulan
  return sampai.slice(8) >= dari.slice(8) ? penuh : penuh - 1
}

/** The day after which so many months are whole: one month from 31 January is 1 March. */
export function addBulan(tanggal: string, bulan: number): string {
  const urutan = Number(tanggal.slice(0, 4)) * 12 + Number(tanggal.slice(5, 7)) - 1 + bulan
  const awal = (ke: number) =>
    `${String(Math.floor(ke / 12)).padStart(4, '0')}-${String((ke % 12) + 1).padStart(2, '0')}`
  const hasil = `${awal(urutan)}-${tanggal.slice(8)}`
  return isTanggal(hasil) ? hasil : `${awal(urutan + 1)}-01`
}

/** The day before: the last day of what ends when something else begins. */
export function getHariSebelum(tanggal: string): string {
  return new Date(Date.parse(`${tanggal}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** First day of the month after the birthday month in which the retirement age is reached. */
export function hitungTmtPensiun(tanggalLahir: string, batasUsia: number): string {
  const tahun = Number(tanggalLahir.slice(0, 4)) + batasUsia
  const bulan = Number(tanggalLahir.slice(5, 7))
  return bulan === 12 ? `${tahun + 1}-01-01` : `${tahun}-${String(bulan + 1).padStart(2, '0')}-01`
}
