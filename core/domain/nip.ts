import { getTanggalJakarta, hitungTahun, isTanggal } from './tanggal.ts'
import { getTemuan, pesanNip, type Temuan } from './temuan.ts'

export type KodeTemuanNip = keyof typeof pesanNip
export type TemuanNip = Temuan<KodeTemuanNip>

/** What the record says beside the number; each is compared only when given. */
export type DataPembandingNip = {
  readonly jenisPegawai?: 'CPNS' | 'PNS' | 'PPPK'
  readonly tanggalLahir?: string
  readonly jenisKelamin?: 'L' | 'P'
  readonly tmtCpns?: string
  readonly tmtPns?: string
  readonly tmtPppk?: string
  /** YYYY-MM-DD; today in Jakarta when absent. */
  readonly hariIni?: string
}

/** Removes what people, papers and spreadsheets put around the digits; never repairs a digit. */
export function normalizeNip(teks: string): string {
  return teks.replaceAll(/[\s.\-\u{200B}-\u{200D}\u{2010}-\u{2015}]/gu, '').replace(/^['‘’`]/u, '')
}

/** Scientific notation, or a tail that a cell of 15 significant digits has rounded to zeros. */
export function isNipRusak(teks: string): boolean {
  const polos = teks.trim().replace(/^['‘’`]/u, '')
  return (
    /^\d([.,]\d*)?e\+?\d{1,3}$/iu.test(polos) ||
    /^\d{15}000([.,]0+)?$/u.test(polos) ||
    /^\d{15}000$/u.test(normalizeNip(teks))
  )
}

/** The parts of 18 digits. */
type BagianNip = {
  readonly lahir: string
  /** By digit 13: a month begins with 0 or 1, a PPPK has 2 there, anything else is nobody. */
  readonly jenis: 'PNS' | 'PPPK' | null
  readonly tahun: string
  readonly bulan: string
  readonly kelamin: string
}

function splitNip(nip: string): BagianNip {
  const sandi = nip.charAt(12)
  return {
    lahir: `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`,
    jenis: sandi === '2' ? 'PPPK' : sandi === '0' || sandi === '1' ? 'PNS' : null,
    tahun: nip.slice(8, 12),
    bulan: nip.slice(12, 14),
    kelamin: nip.charAt(14),
  }
}

function checkStruktur(
  { lahir, jenis, bulan, kelamin }: BagianNip,
  jenisPegawai: DataPembandingNip['jenisPegawai'],
  hariIni: string,
): KodeTemuanNip[] {
  const kode: KodeTemuanNip[] = []
  if (!isTanggal(lahir) || lahir > hariIni) kode.push('NIP-03')
  const mengakuPppk = jenis === 'PPPK' || (jenis === null && jenisPegawai === 'PPPK')
  if (mengakuPppk) {
    if (jenis === null || bulan === '20') kode.push('NIP-05')
  } else if (jenis === null || bulan < '01' || bulan > '12') kode.push('NIP-04')
  if (kelamin !== '1' && kelamin !== '2') kode.push('NIP-06')
  return kode
}

function checkKecocokan(
  { lahir, jenis, tahun, bulan, kelamin }: BagianNip,
  data: DataPembandingNip,
): KodeTemuanNip[] {
  const kode: KodeTemuanNip[] = []
  const pppk = jenis === 'PPPK'
  const beda = (nilai: string | undefined, awalan: string) =>
    nilai !== undefined && !nilai.startsWith(awalan)
  if (data.jenisPegawai !== undefined && jenis !== null) {
    if ((data.jenisPegawai === 'PPPK') !== pppk) kode.push('NIP-09')
  }
  if (beda(data.tanggalLahir, lahir)) kode.push('NIP-10')
  if (!pppk && beda(data.tmtCpns, `${tahun}-${bulan}`)) kode.push('NIP-11')
  const digit = data.jenisKelamin === 'P' ? '2' : '1'
  if (data.jenisKelamin !== undefined && digit !== kelamin) kode.push('NIP-12')
  if (pppk && beda(data.tmtPppk, tahun)) kode.push('NIP-13')
  return kode
}

/**
 * Age and order in time. A NI PPPK tells only the year of appointment: the person is given the
 * benefit of the doubt at both ends of it.
 */
function checkWaktu(
  { lahir, jenis, tahun, bulan }: BagianNip,
  data: DataPembandingNip,
  hariIni: string,
): KodeTemuanNip[] {
  const kode: KodeTemuanNip[] = []
  const tmt = jenis === 'PPPK' ? data.tmtPppk : (data.tmtCpns ?? `${tahun}-${bulan}-01`)
  const lahirDipakai = data.tanggalLahir ?? lahir
  if (hitungTahun(lahirDipakai, tmt ?? `${tahun}-12-31`) < 18) kode.push('NIP-14')
  if (hitungTahun(lahirDipakai, tmt ?? `${tahun}-01-01`) > 35) kode.push('NIP-15')
  if (data.tmtCpns !== undefined && data.tmtPns !== undefined && data.tmtPns < data.tmtCpns) {
    kode.push('NIP-16')
  }
  if (data.jenisPegawai === 'CPNS' && tmt !== undefined) {
    const setahun = `${Number(tmt.slice(0, 4)) + 1}${tmt.slice(4)}`
    if (setahun < hariIni) kode.push('NIP-17')
  }
  return kode
}

/**
 * Findings of the rules NIP-01 to NIP-17 on one NIP or NI PPPK, hardest first; empty when it is
 * sound. Uniqueness (NIP-08) is the database's to know. Nothing is ever corrected: real people have
 * a NIP that differs from their papers, and only BKN mends one.
 */
export function checkNip(teks: string, data: DataPembandingNip = {}): TemuanNip[] {
  const nip = normalizeNip(teks)
  if (isNipRusak(teks)) {
    // The serial 000 that the rounding leaves is no serial either.
    const kode: KodeTemuanNip[] = nip.endsWith('000') ? ['NIP-02', 'NIP-07'] : ['NIP-02']
    return kode.map((satu) => getTemuan(pesanNip, satu))
  }
  if (!/^\d{18}$/.test(nip)) return [getTemuan(pesanNip, 'NIP-01')]
  const bagian = splitNip(nip)
  const hariIni = data.hariIni ?? getTanggalJakarta(new Date())
  const struktur = checkStruktur(bagian, data.jenisPegawai, hariIni)
  const kode = [
    ...struktur,
    ...checkKecocokan(bagian, data),
    // Ages computed from parts that are no dates would only be noise.
    ...(struktur.length === 0 ? checkWaktu(bagian, data, hariIni) : []),
  ]
  const urutan = { tolak: 0, peringatan: 1, info: 2 }
  return kode
    .map((satu) => getTemuan(pesanNip, satu))
    .toSorted((a, b) => urutan[a.tingkat] - urutan[b.tingkat])
}

/** Grouped as on paper, NIP and NI PPPK alike: `19660801 198803 1 001`; other text stays as it is. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

/** For people outside the unit: `19660801 ****** * 001` (nip.md section 3). */
export function maskNip(nip: string): string {
  return nip.replace(/^(\d{8})\d{7}(\d{3})$/, '$1 ****** * $2')
}
