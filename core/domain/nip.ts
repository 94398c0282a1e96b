import { isTanggal } from './tanggal.ts'

/** How hard a finding is: `tolak` blocks, `peringatan` and `info` inform (nip.md section 3). */
export type TingkatTemuan = 'tolak' | 'peringatan' | 'info'

export const pesanNip = {
  'NIP-01': ['tolak', 'NIP harus 18 digit angka'],
  'NIP-02': ['tolak', 'NIP rusak oleh aplikasi pengolah angka; impor ulang sebagai teks'],
  'NIP-03': ['tolak', 'Tanggal lahir pada NIP tidak sah'],
  'NIP-04': ['tolak', 'Bulan TMT CPNS pada NIP tidak sah'],
  'NIP-05': ['tolak', 'Kode PPPK pada NI PPPK tidak sah'],
  'NIP-06': ['tolak', 'Kode jenis kelamin pada NIP tidak sah'],
  'NIP-07': ['tolak', 'Nomor urut pada NIP tidak sah'],
  'NIP-09': ['tolak', 'NIP tidak sesuai jenis pegawai'],
  'NIP-10': ['peringatan', 'Tanggal lahir berbeda dengan NIP'],
  'NIP-11': ['peringatan', 'TMT CPNS berbeda dengan NIP'],
  'NIP-12': ['peringatan', 'Jenis kelamin berbeda dengan NIP'],
  'NIP-13': ['peringatan', 'TMT PPPK berbeda dengan NI PPPK'],
} as const satisfies Record<string, readonly [TingkatTemuan, string]>

export type KodeTemuanNip = keyof typeof pesanNip

export type TemuanNip = {
  readonly kode: KodeTemuanNip
  readonly tingkat: TingkatTemuan
  readonly pesan: string
}

/** What the record says beside the number; each is compared only when given. */
export type DataPembandingNip = {
  readonly jenisPegawai?: 'CPNS' | 'PNS' | 'PPPK'
  readonly tanggalLahir?: string
  readonly jenisKelamin?: 'L' | 'P'
  readonly tmtCpns?: string
  readonly tmtPppk?: string
  /** YYYY-MM-DD; a birth date after it is refused. */
  readonly hariIni?: string
}

/** Removes what people and spreadsheets put around the digits; never repairs a digit. */
export function normalizeNip(teks: string): string {
  return teks
    .trim()
    .replace(/^'/, '')
    .replaceAll(/[\s.-]/g, '')
}

/** Scientific notation, or a tail that a 15-digit cell has rounded to zeros. */
export function isNipRusak(teks: string): boolean {
  const polos = teks.trim().replace(/^'/, '')
  return /^\d([.,]\d+)?e\+?\d{1,2}$/i.test(polos) || /^\d{15}000$/.test(normalizeNip(teks))
}

function temuan(kode: KodeTemuanNip): TemuanNip {
  const [tingkat, pesan] = pesanNip[kode]
  return { kode, tingkat, pesan }
}

type BagianNip = { lahir: string; pppk: boolean; kelamin: string; nip: string }

function checkStruktur({ lahir, pppk, kelamin, nip }: BagianNip, hariIni: string | undefined) {
  const kode: KodeTemuanNip[] = []
  if (!isTanggal(lahir) || (hariIni !== undefined && lahir > hariIni)) kode.push('NIP-03')
  const bulan = Number(nip.slice(12, 14))
  if (pppk && nip[13] === '0') kode.push('NIP-05')
  if (!pppk && (bulan < 1 || bulan > 12)) kode.push('NIP-04')
  if (kelamin !== '1' && kelamin !== '2') kode.push('NIP-06')
  if (nip.endsWith('000')) kode.push('NIP-07')
  return kode
}

function checkKecocokan({ lahir, pppk, kelamin, nip }: BagianNip, data: DataPembandingNip) {
  const kode: KodeTemuanNip[] = []
  if (data.jenisPegawai !== undefined && (data.jenisPegawai === 'PPPK') !== pppk)
    kode.push('NIP-09')
  if (data.tanggalLahir !== undefined && data.tanggalLahir !== lahir) kode.push('NIP-10')
  const bulanCpns = `${nip.slice(8, 12)}-${nip.slice(12, 14)}`
  if (!pppk && data.tmtCpns !== undefined && !data.tmtCpns.startsWith(bulanCpns))
    kode.push('NIP-11')
  const digit = data.jenisKelamin === 'P' ? '2' : '1'
  if (data.jenisKelamin !== undefined && digit !== kelamin) kode.push('NIP-12')
  if (pppk && data.tmtPppk !== undefined && !data.tmtPppk.startsWith(nip.slice(8, 12))) {
    kode.push('NIP-13')
  }
  return kode
}

/**
 * Findings of the rules NIP-01 to NIP-13 on one NIP or NI PPPK; empty when it is sound. Uniqueness
 * (NIP-08) is the database's to know. Nothing is ever corrected: real people have a NIP that differs
 * from their papers, and only BKN mends one.
 */
export function checkNip(teks: string, data: DataPembandingNip = {}): TemuanNip[] {
  if (isNipRusak(teks)) return [temuan('NIP-02')]
  const nip = normalizeNip(teks)
  if (!/^\d{18}$/.test(nip)) return [temuan('NIP-01')]
  const bagian: BagianNip = {
    lahir: `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`,
    // A month is 01..12, so digit 13 is 0 or 1 for a PNS; a PPPK has 2 there.
    pppk: nip[12] === '2',
    kelamin: nip.charAt(14),
    nip,
  }
  return [...checkStruktur(bagian, data.hariIni), ...checkKecocokan(bagian, data)].map(temuan)
}

/** Grouped as on paper: `19660801 198803 1 001`; text that is no NIP comes back as it is. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

/** For people outside the unit: the birth date stays, the rest is starred (nip.md). */
export function maskNip(nip: string): string {
  return nip.replace(/^(\d{8})\d{10}$/, '$1 ****** * ***')
}
