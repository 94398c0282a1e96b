import { isMirip } from './huruf.ts'

const satuan = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const

type Hasil = { readonly nilai: number; readonly panjang: number }

/** `duapuluh` and `tigaribu` are often written together. */
function splitGabungan(kata: string): string[] {
  for (const ujung of ['puluh', 'belas', 'ratus', 'ribu']) {
    if (kata.length > ujung.length + 2 && kata.endsWith(ujung) && kata !== `se${ujung}`) {
      return [...splitGabungan(kata.slice(0, -ujung.length)), ujung]
    }
  }
  return [kata]
}

function findSatuan(kata: string): number {
  return satuan.findIndex((satu) => isMirip(kata, satu))
}

/** Reads a number that stands in words at the beginning: `dua ribu empat belas` is 2014. */
export function parseBilangan(kata: readonly string[]): Hasil | null {
  let total = 0
  let ratusan = 0
  let kini = -1
  let panjang = 0
  const add = () => {
    ratusan += Math.max(0, kini)
    kini = -1
  }
  for (const gabung of kata) {
    const bagian = splitGabungan(gabung)
    let cocok = true
    for (const satu of bagian) {
      const angka = findSatuan(satu)
      if (angka >= 0) {
        if (kini >= 0) cocok = false
        else kini = angka
      } else if (isMirip(satu, 'sepuluh')) ratusan += 10
      else if (isMirip(satu, 'sebelas')) ratusan += 11
      else if (isMirip(satu, 'seratus')) ratusan += 100
      else if (isMirip(satu, 'seribu')) total += 1000
      else if (kini > 0 && isMirip(satu, 'belas')) {
        ratusan += kini + 10
        kini = -1
      } else if (kini > 0 && isMirip(satu, 'puluh')) {
        ratusan += kini * 10
        kini = -1
      } else if (kini > 0 && isMirip(satu, 'ratus')) {
        ratusan += kini * 100
        kini = -1
      } else if (isMirip(satu, 'ribu') && (kini > 0 || ratusan > 0)) {
        add()
        total += ratusan * 1000
        ratusan = 0
      } else cocok = false
    }
    if (!cocok) break
    panjang += 1
  }
  if (panjang === 0) return null
  add()
  return { nilai: total + ratusan, panjang }
}

/** Glyphs that in a row of digits can only be one digit. */
const pasti: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  '!': '1',
  i: '1',
  ']': '1',
  '[': '1',
}
/** Glyphs that are probably a digit; a person has to look. */
const mungkin: Readonly<Record<string, string>> = {
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  G: '6',
  b: '6',
  g: '9',
  q: '9',
  T: '7',
  A: '4',
  '@': '0',
  '?': '7',
  e: '0',
  a: '0',
  P: '0',
}

export type Digit = { readonly digit: string; readonly ragu: readonly boolean[] }

/** Digits of a word, glyph by glyph; null when it is no number. Separators are dropped. */
export function readDigit(teks: string): Digit | null {
  let digit = ''
  let asli = 0
  const ragu: boolean[] = []
  for (const satu of teks.replaceAll(/[\s.,:;()'"“”‘’_\-–—/]/g, '')) {
    if (/\d/.test(satu)) {
      asli += 1
      digit += satu
      ragu.push(false)
      continue
    }
    const ganti = pasti[satu] ?? mungkin[satu]
    if (ganti === undefined) return null
    digit += ganti
    ragu.push(pasti[satu] === undefined)
  }
  return digit.length > 0 && asli * 2 >= digit.length ? { digit, ragu } : null
}

/** A short number whose digits are beyond doubt; O and l stand for 0 and 1. */
export function readAngkaPasti(teks: string): number | null {
  const hasil = readDigit(teks)
  if (hasil !== null) return hasil.ragu.some(Boolean) ? null : Number(hasil.digit)
  return /^[Ool|I]{1,2}$/.test(teks)
    ? Number(teks.replaceAll(/[Oo]/g, '0').replaceAll(/[l|I]/g, '1'))
    : null
}
