import type { Baris } from './baris.ts'
import { parseBilangan, readAngkaPasti, readDigit } from './bilangan.ts'
import { buildCalon, type Calon } from './calon.ts'
import { isMirip } from './huruf.ts'

/** Longest gap inside one number, in heights of its digits: `19901027 201412 1 017`. */
const celahDigit = 1.6

/** Whether a row of exactly this many digits ends here and begins at a later word. */
function hasUtuh({ token }: Baris, dari: number, sampai: number, panjang: number): boolean {
  let digit = ''
  for (let i = sampai; i >= dari; i -= 1) {
    digit = (readDigit(token[i]?.teks ?? '')?.digit ?? '') + digit
    if (digit.length === panjang) return true
  }
  return false
}

/** Rows of digits of this length (18 for a NIP, 16 for a NIK), whole or damaged. */
export function listNomorInduk(baris: Baris, panjang: number): Calon[] {
  const hasil: Calon[] = []
  const { token } = baris
  for (let i = 0; i < token.length; i += 1) {
    let digit = ''
    let ragu = false
    for (let j = i; j < token.length; j += 1) {
      const kini = token[j]
      const sebelum = token[j - 1]
      if (kini === undefined) break
      if (j > i && sebelum !== undefined) {
        const tinggi = kini.kata.letak[3] - kini.kata.letak[1]
        if (kini.kata.letak[0] - sebelum.kata.letak[2] > tinggi * celahDigit) break
      }
      const satu = readDigit(kini.teks)
      if (satu === null) break
      digit += satu.digit
      ragu ||= satu.ragu.some(Boolean)
      if (digit.length === panjang) {
        hasil.push(buildCalon(baris, i, j, { nilai: digit, ragu }))
        i = j
        break
      }
      const selesai = readDigit(token[j + 1]?.teks ?? '') === null
      if (digit.length > panjang + 2 || (selesai && digit.length < panjang - 3)) break
      if (selesai) {
        // Dirt before a whole number is none of its digits.
        if (hasUtuh(baris, i + 1, j, panjang)) break
        // A digit was lost or doubled: the place is right, the number is not to be believed.
        hasil.push(buildCalon(baris, i, j, { nilai: digit, ragu: true }))
        i = j
        break
      }
    }
  }
  return hasil
}

const uangDigit = /^(?:\d{1,3}(?:[.,:;]\d{3})+|\d{5,9})/

/** Amounts: `Rp. 3.123.400,-`, `Rp3.123.400,00`, `3.123.400`. */
export function listUang(baris: Baris): Calon[] {
  const hasil: Calon[] = []
  const { token } = baris
  for (let i = 0; i < token.length; i += 1) {
    const rp = /^[“"'(]*(rp|r0|kp)[.:]?/i.exec(token[i]?.teks ?? '')
    const awal = rp === null ? (token[i]?.teks ?? '') : (token[i]?.teks.slice(rp[0].length) ?? '')
    let teks = awal
    let sampai = i
    // `Rp. 4.486.200, -` comes in several words.
    while (
      sampai < Math.min(token.length - 1, i + 4) &&
      /^[\d.,:;OolI\-–=]*$/.test(token[sampai + 1]?.teks ?? 'x')
    ) {
      const celah = (token[sampai + 1]?.kata.letak[0] ?? 0) - (token[sampai]?.kata.letak[2] ?? 0)
      const tinggi = (token[sampai]?.kata.letak[3] ?? 0) - (token[sampai]?.kata.letak[1] ?? 0)
      if (celah > tinggi * celahDigit && teks !== '') break
      // A lone stroke is a rule of the table, unless a point before it waits for a digit.
      if (/^[lI]$/.test(token[sampai + 1]?.teks ?? '') && !/[.,]$/.test(teks)) break
      sampai += 1
      teks += token[sampai]?.teks ?? ''
    }
    const rapi = teks
      .replaceAll(/[Oo]/g, '0')
      .replaceAll(/(?<=[\d.,])[lI|]|[lI|](?=[\d.,])/g, '1')
      .replaceAll(/^[^\d]+/g, '')
    const cocok = uangDigit.exec(rapi)
    if (cocok === null) {
      if (rp !== null && /\d{2}/.test(rapi))
        hasil.push(buildCalon(baris, i, sampai, { nilai: null, ragu: true }))
      if (rp !== null) i = sampai
      continue
    }
    const angka = cocok[0].replaceAll(/\D/g, '')
    const ekor = rapi.slice(cocok[0].length)
    const bulat = /^[.,:;]?(?:[-–=.,:;]*|0{1,2}[-–]?)\D*$/.test(ekor)
    if (rp === null && !/[.,:;]/.test(cocok[0])) continue
    if (angka.length < 5) continue
    hasil.push(
      buildCalon(baris, i, sampai, { nilai: String(Number(angka)), ragu: !bulat, angka: true }),
    )
    i = sampai
  }
  return hasil
}

/** Months of service: `05 tahun 03 bulan`, `5 tahun`, `lima tahun tiga bulan`. */
export function listMasa(baris: Baris): Calon[] {
  const hasil: Calon[] = []
  const { potong } = baris
  const read = (i: number): { nilai: number | null; panjang: number } | null => {
    const teks = potong[i]?.teks ?? ''
    const asli = baris.token[potong[i]?.token ?? 0]?.teks ?? ''
    const kata = parseBilangan(potong.slice(i, i + 4).map((satu) => satu.teks))
    if (kata !== null) return kata
    const angka = readAngkaPasti(
      /^\W*[A-Za-z\d|!@]{1,2}\W*$/.test(asli) ? asli.replaceAll(/[^A-Za-z\d|!]/g, '') : teks,
    )
    if (angka !== null && !asli.includes('@')) return { nilai: angka, panjang: 1 }
    return /\d|@/.test(asli) ? { nilai: null, panjang: 1 } : null
  }
  for (let i = 0; i < potong.length; i += 1) {
    const satuan = potong[i]?.teks ?? ''
    const tahun = /^(tahun|thn|th)$/.test(satuan) || isMirip(satuan, 'tahun')
    const bulan = /^(bulan|bln|bl)$/.test(satuan) || isMirip(satuan, 'bulan')
    if (!tahun && !bulan) continue
    let awal = i - 1
    // A number in words may take several pieces; the longest that ends here counts.
    for (let k = 1; k <= 3; k += 1) {
      const uji = read(i - k)
      if (uji !== null && i - k + uji.panjang === i) awal = i - k
    }
    const pertama = awal >= 0 ? read(awal) : null
    if (pertama === null || (pertama.nilai ?? 0) > 60) continue
    let total: number | null = pertama.nilai === null ? null : pertama.nilai * (tahun ? 12 : 1)
    let akhir = i
    if (tahun) {
      const kedua = read(i + 1)
      const kata = potong[i + 1 + (kedua?.panjang ?? 0)]?.teks ?? ''
      if (kedua !== null && (/^(bulan|bln|bl)$/.test(kata) || isMirip(kata, 'bulan'))) {
        akhir = i + 1 + kedua.panjang
        total =
          total === null || kedua.nilai === null || kedua.nilai > 11 ? null : total + kedua.nilai
      } else if ((pertama.nilai ?? 0) > 45) continue
    }
    const dari = potong[awal]?.token ?? 0
    const sampai = potong[akhir]?.token ?? dari
    hasil.push(
      buildCalon(baris, dari, sampai, {
        nilai: total === null ? null : String(total),
        ragu: total === null,
      }),
    )
    i = akhir
  }
  return hasil
}

/** Plain numbers, with a decimal comma or without. */
export function listAngka(baris: Baris): Calon[] {
  return baris.token.flatMap((token, i) => {
    const rapi = token.teks.replaceAll(/^[^\dOolI|]+|[^\dOolI|%]+$/g, '')
    const teks = rapi.replaceAll(/(?<=[\d.,])[Oo]|[Oo](?=[\d.,])/g, '0')
    if (/^\d+(?:[.,]\d+)?$/.test(teks)) {
      return [buildCalon(baris, i, i, { nilai: teks.replace('.', ',') })]
    }
    const digit = /\d/.test(teks) && teks.length <= 8 && !/[-/%]/.test(teks)
    return digit ? [buildCalon(baris, i, i, { nilai: null, ragu: true })] : []
  })
}

/** Numbers of letters: one word, or several where the reader put spaces around strokes. */
export function listNomor(baris: Baris): Calon[] {
  const hasil: Calon[] = []
  const { token } = baris
  for (let i = 0; i < token.length; i += 1) {
    let sampai = i
    let teks = token[i]?.teks ?? ''
    while (sampai + 1 < token.length && sampai < i + 6) {
      const lanjut = token[sampai + 1]?.teks ?? ''
      const kini = token[sampai]?.kata.letak
      const sana = token[sampai + 1]?.kata.letak
      if (kini === undefined || sana === undefined || sana[0] - kini[2] > (kini[3] - kini[1]) * 1.2)
        break
      if (!/[/.\-–]$/.test(teks) && !/^[/.\-–]/.test(lanjut)) break
      if (/^[-–]$/.test(teks)) break
      teks += lanjut
      sampai += 1
    }
    const bersih = teks.replaceAll(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
    if (!/\d/.test(bersih) || bersih.length < 3) continue
    hasil.push(buildCalon(baris, i, sampai, { nilai: bersih }))
    i = sampai
  }
  return hasil
}
