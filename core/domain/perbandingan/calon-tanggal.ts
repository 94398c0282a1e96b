import { isTanggal } from '../tanggal.ts'
import type { Baris } from './baris.ts'
import { parseBilangan, readAngkaPasti, readDigit } from './bilangan.ts'
import { buildCalon, type Calon } from './calon.ts'
import { isMirip } from './huruf.ts'

const bulan = [
  ['januari', 'jan'],
  ['februari', 'pebruari', 'feb'],
  ['maret', 'mar'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'agt', 'agu', 'ags'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'des'],
] as const

/** 1 to 12; 0 is no month. Only long names are recognised with a letter wrong. */
function findBulan(kata: string): number {
  const tepat = bulan.findIndex((nama) => nama.some((satu) => satu === kata)) + 1
  if (tepat > 0 || kata.length < 4) return tepat
  return bulan.findIndex((nama) => nama.some((satu) => satu.length > 3 && isMirip(kata, satu))) + 1
}

const dua = (angka: number): string => String(angka).padStart(2, '0')

function toTanggal(tahun: number, ke: number, hari: number): string | null {
  const tanggal = `${tahun}-${dua(ke)}-${dua(hari)}`
  return tahun >= 1900 && tahun <= 2100 && isTanggal(tanggal) ? tanggal : null
}

type Potongan = { readonly teks: string; readonly token: number }
type Temuan = { readonly panjang: number; readonly nilai: string | null; readonly ragu: boolean }

function readHari(teks: string): number | null {
  const angka = readAngkaPasti(teks)
  return angka !== null && angka >= 1 && angka <= 31 ? angka : null
}

/** `27 Oktober 1990`, also with a weekday's comma or the year glued to the month. */
function readDenganBulan(potong: readonly Potongan[]): Temuan | null {
  const [a, b, c] = potong
  if (a === undefined || b === undefined) return null
  const gabung = /^(\d{1,2})([a-z]{3,})$/.exec(a.teks)
  const hariTeks = gabung?.[1] ?? a.teks
  const bulanTeks = gabung?.[2] ?? b.teks
  const tahunTeks = gabung === null ? c?.teks : b.teks
  const hari = readHari(hariTeks)
  const ke = findBulan(bulanTeks)
  if (ke === 0 || tahunTeks === undefined) return null
  const tahun = readDigit(tahunTeks)
  if (tahun === null || tahun.digit.length !== 4) {
    return hari === null ? null : { panjang: gabung === null ? 2 : 1, nilai: null, ragu: true }
  }
  const ragu = tahun.ragu.some(Boolean)
  const panjang = gabung === null ? 3 : 2
  if (hari === null) return /\d/.test(hariTeks) ? { panjang, nilai: null, ragu: true } : null
  return { panjang, nilai: toTanggal(Number(tahun.digit), ke, hari), ragu }
}

/** `dua puluh tujuh bulan Oktober tahun seribu sembilan ratus sembilan puluh`. */
function readDenganKata(potong: readonly Potongan[]): Temuan | null {
  const kata = potong.map((satu) => satu.teks)
  const hari = parseBilangan(kata)
  if (hari === null || hari.nilai < 1 || hari.nilai > 31) return null
  let i = hari.panjang
  if (isMirip(kata[i] ?? '', 'bulan')) i += 1
  const ke = findBulan(kata[i] ?? '')
  if (ke === 0) return null
  i += 1
  if (isMirip(kata[i] ?? '', 'tahun')) i += 1
  const tahun = parseBilangan(kata.slice(i))
  if (tahun !== null) {
    return {
      panjang: i + tahun.panjang,
      nilai: toTanggal(tahun.nilai, ke, hari.nilai),
      ragu: false,
    }
  }
  const angka = readDigit(kata[i] ?? '')
  if (angka?.digit.length !== 4) return null
  return {
    panjang: i + 1,
    nilai: toTanggal(Number(angka.digit), ke, hari.nilai),
    ragu: angka.ragu.some(Boolean),
  }
}

/** `27-10-1990`, `27/10/1990`, `27.10.1990`, `1990-10-27`; the glyphs of one word. */
function readDigitSaja(teks: string): Temuan | null {
  // Groups of three are money.
  if (/\d{1,3}(?:[.,]\d{3})+(?:\D|$)/.test(teks)) return null
  const bersih = teks
    .replaceAll(/^[^\dOolI|]+|[^\dOolI|]+$/g, '')
    // The rule of a table cell beside the year.
    .replace(/(?<=[-/.]\d{4})[|lI]$/, '')
  // The year stands behind a picture: that is still where the date is.
  if (/^\W*\d{1,2}[-/]\d{1,2}[-/]$/.test(teks)) return { panjang: 1, nilai: null, ragu: true }
  const [a = '', b = '', c = '', sisa] = bersih.split(/[-–—/.~]+/)
  if (sisa !== undefined || c === '') {
    // Broken by the reader, but in the shape of a date: a person has to look.
    const rusak =
      !/[,]|rp/i.test(teks) &&
      /[-–/]/.test(bersih) &&
      bersih.length >= 8 &&
      bersih.length <= 12 &&
      /^[\dOolI|]+[-–/.][\dOolI|.\-–/]*\d{2,4}$/.test(bersih)
    const digit = bersih.replaceAll(/\D/g, '').length
    return rusak && digit >= 6 && digit <= 9 ? { panjang: 1, nilai: null, ragu: true } : null
  }
  const bagian = [a, b, c].map(readDigit)
  const [p, q, r] = bagian
  if (!p || !q || !r) return null
  const ragu = [p, q, r].some((satu) => satu.ragu.some(Boolean))
  const bentuk = [p, q, r].map((satu) => satu.digit.length).join('')
  if (/^[12][12]4$/.test(bentuk)) {
    return { panjang: 1, nilai: toTanggal(Number(r.digit), Number(q.digit), Number(p.digit)), ragu }
  }
  if (bentuk === '422') {
    return { panjang: 1, nilai: toTanggal(Number(p.digit), Number(q.digit), Number(r.digit)), ragu }
  }
  const banyak = p.digit.length + q.digit.length + r.digit.length
  return banyak >= 6 && banyak <= 9 && r.digit.length >= 3
    ? { panjang: 1, nilai: null, ragu: true }
    : null
}

/** `27 - 10 - 1990` with the hyphens standing alone. */
function readDigitTerpisah(baris: Baris, i: number): { sampai: number; temuan: Temuan } | null {
  let teks = ''
  for (let j = i; j < Math.min(baris.token.length, i + 5); j += 1) {
    teks += baris.token[j]?.teks ?? ''
    if (j > i && /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\D*$/.test(teks)) {
      const temuan = readDigitSaja(teks)
      if (temuan !== null) return { sampai: j, temuan }
    }
  }
  return null
}

/** Every date of a line; one that runs on into the next line belongs to the first. */
export function listTanggal(baris: Baris, lanjut: Baris | undefined): Calon[] {
  const hasil: Calon[] = []
  const dipakai = new Set<number>()
  const add = (dari: number, sampai: number, temuan: Temuan, lanjutan?: Calon['token']) => {
    for (let i = dari; i <= sampai; i += 1) dipakai.add(i)
    hasil.push(
      buildCalon(baris, dari, sampai, {
        nilai: temuan.nilai,
        ragu: temuan.ragu,
        ...(lanjutan === undefined ? {} : { lanjutan }),
      }),
    )
  }
  const sini = baris.potong.length
  const potong: Potongan[] = [
    ...baris.potong,
    ...(lanjut?.potong
      .slice(0, 8)
      .map((satu) => ({ ...satu, token: satu.token + baris.token.length })) ?? []),
  ]
  for (let i = 0; i < sini; i += 1) {
    const awal = baris.potong[i]?.token ?? 0
    if (dipakai.has(awal)) continue
    const temuan = readDenganBulan(potong.slice(i)) ?? readDenganKata(potong.slice(i, i + 16))
    if (temuan !== null) {
      const akhir = potong[i + temuan.panjang - 1]?.token ?? awal
      const sampai = Math.min(akhir, baris.token.length - 1)
      add(awal, sampai, temuan, lanjut?.token.slice(0, Math.max(0, akhir + 1 - baris.token.length)))
      continue
    }
    const sendiri = readDigitSaja(baris.token[awal]?.teks ?? '')
    const terpisah = sendiri === null ? readDigitTerpisah(baris, awal) : null
    if (sendiri !== null) add(awal, awal, sendiri)
    else if (terpisah !== null) add(awal, terpisah.sampai, terpisah.temuan)
  }
  return hasil
}
