import { crop, type Kotak } from './celah.ts'
import type { Citra } from './citra.ts'

/**
 * Grades (`III/b`) are the one kind of value that a reader of words gets wrong: to it, strokes in a row
 * are no word. Here they are counted on the picture itself.
 */

/** In shares of the height of a capital, from its top: only capitals, strokes and slashes reach it. */
const garisAtas = 0.2
const garisTengah = [0.4, 0.5, 0.6] as const
/** A column this dark from top to bottom is an upright stroke; a slash never is. */
const strokTegak = 0.62

type Tinta = { readonly lebar: number; readonly tinggi: number; readonly isi: Uint8Array }

function binarize({ lebar, tinggi, piksel }: Citra): Tinta {
  let tergelap = 255
  let terterang = 0
  for (const satu of piksel) {
    if (satu < tergelap) tergelap = satu
    if (satu > terterang) terterang = satu
  }
  const batas = tergelap + (terterang - tergelap) * 0.55
  return { lebar, tinggi, isi: piksel.map((satu) => (satu < batas ? 1 : 0)) }
}

/** The longest unbroken run of ink of a column: where it begins and ends. */
function findRentang({ lebar, tinggi, isi }: Tinta, x: number): readonly [number, number] {
  let terbaik: readonly [number, number] = [0, 0]
  let awal = -1
  for (let y = 0; y <= tinggi; y += 1) {
    const ada = y < tinggi && isi[y * lebar + x] === 1
    if (ada && awal < 0) awal = y
    if (ada || awal < 0) continue
    if (y - awal > terbaik[1] - terbaik[0]) terbaik = [awal, y]
    awal = -1
  }
  return terbaik
}

type Strok = { readonly kiri: number; readonly kanan: number }

function listStrok(
  rentang: readonly (readonly [number, number])[],
  tinggi: number,
  dari: number,
): Strok[] {
  const hasil: Strok[] = []
  rentang.forEach(([awal, akhir], x) => {
    if (x < dari || akhir - awal < tinggi * strokTegak) return
    const terakhir = hasil.at(-1)
    if (terakhir !== undefined && x - terakhir.kanan <= 2) {
      hasil[hasil.length - 1] = { kiri: terakhir.kiri, kanan: x }
    } else hasil.push({ kiri: x, kanan: x })
  })
  return hasil
}

function hasTinta(
  { lebar, isi }: Tinta,
  dari: number,
  sampai: number,
  baris: readonly number[],
): boolean {
  return baris.some((y) => {
    for (let x = dari; x <= sampai; x += 1) if (isi[y * lebar + x] === 1) return true
    return false
  })
}

/** Runs of ink along one row, right of a column, that are no upright strokes. */
function countMiring(
  { lebar, isi }: Tinta,
  y: number,
  dari: number,
  strok: readonly Strok[],
): number {
  let banyak = 0
  let awal = -1
  for (let x = dari; x <= lebar; x += 1) {
    const ada = x < lebar && isi[y * lebar + x] === 1
    if (ada && awal < 0) awal = x
    if (ada || awal < 0) continue
    const akhir = x - 1
    const mulai = awal
    if (!strok.some((satu) => satu.kiri <= akhir && satu.kanan >= mulai)) banyak += 1
    awal = -1
  }
  return banyak
}

/** Where the first glyph ends: a bracket before the numeral has to go. */
function skipGlif(tinta: Tinta): number {
  let mulai = false
  for (let x = 0; x < tinta.lebar; x += 1) {
    const baris = Array.from({ length: tinta.tinggi }, (_, y) => y)
    const ada = hasTinta(tinta, x, x, baris)
    if (ada) mulai = true
    else if (mulai) return x
  }
  return 0
}

/** The numeral of a grade by its strokes; null when the picture does not look like one. */
export function readRomawi(citra: Citra, kotak: Kotak, berkurung: boolean): string | null {
  const tinta = binarize(crop(citra, kotak))
  const dari = berkurung ? skipGlif(tinta) : 0
  const rentang = Array.from({ length: tinta.lebar }, (_, x) => findRentang(tinta, x))
  const panjang = rentang.slice(dari).map(([awal, akhir]) => akhir - awal)
  const tinggi = Math.max(0, ...panjang)
  if (tinggi < 12) return null
  const strok = listStrok(rentang, tinggi, dari)
  const pertama = strok[0]
  if (pertama === undefined) return null
  const atas = rentang[Math.round((pertama.kiri + pertama.kanan) / 2)]?.[0] ?? 0
  const tengah = garisTengah.map((satu) => Math.round(atas + tinggi * satu))
  // Ink before the first stroke is another glyph: this is no bare numeral.
  if (hasTinta(tinta, dari, Math.max(dari, pertama.kiri - 3), tengah)) return null
  let banyak = 1
  while (banyak < strok.length) {
    const kini = strok[banyak - 1]
    const lanjut = strok[banyak]
    if (kini === undefined || lanjut === undefined) break
    if (hasTinta(tinta, kini.kanan + 3, lanjut.kiri - 3, tengah)) break
    banyak += 1
  }
  const terakhir = strok[banyak - 1]
  if (terakhir === undefined || banyak > 3) return null
  const miring = countMiring(
    tinta,
    Math.round(atas + tinggi * garisAtas),
    terakhir.kanan + 3,
    strok,
  )
  // One slash behind I, II, III; behind the I of IV two legs of a V as well.
  if (miring === 1) return 'I'.repeat(banyak)
  return miring === 3 && banyak === 1 ? 'IV' : null
}

/** Words that may be a grade, whatever the reader made of their strokes. */
const miripGolongan = /^[([“"':]{0,2}[IVl1|!iNHU/7\\]{1,6}[a-eA-E][^A-Za-z\d]*$/

/** Shapes that strokes in a row are taken for; a letter of a grade comes last. */
const bentukGolongan = /^\W{0,2}[IVl1|!iNHTUJv/7\\]{1,6}[a-eA-EO0]?[^A-Za-z\d]*$/

/** No stroke of a numeral is as thin, and as far from the next one, as a colon from its value. */
const titikDua = { tebal: 11, celah: 12 }

/** Where the value begins in a picture that may begin with the colon before it. */
export function skipTitikDua(citra: Citra): number {
  const { lebar, tinggi, isi } = binarize(citra)
  let [awal, akhir] = [-1, -1]
  for (let x = 0; x < lebar; x += 1) {
    let ada = false
    for (let y = 4; y < tinggi - 4 && !ada; y += 1) ada = isi[y * lebar + x] === 1
    if (!ada) continue
    if (awal >= 0 && x - akhir > titikDua.celah && akhir - awal < titikDua.tebal) {
      return x - titikDua.celah / 2
    }
    if (awal < 0) awal = x
    akhir = x
  }
  return 0
}

/** Whether a word may be a grade that was misread. */
export function isMungkinGolongan(teks: string): boolean {
  const inti = teks.replaceAll(/[^A-Za-z\d/|!\\]/g, '')
  return (
    inti.length >= 2 && inti.length <= 7 && bentukGolongan.test(teks) && /[IVHTl1|!/]/.test(inti)
  )
}

/** Whether a word is a grade and nothing else. */
export function isGolonganUtuh(teks: string): boolean {
  return /^\(?(?:I{1,3}\/[a-d]|IV\/[a-e])\)?[,.]?$/.test(teks)
}

/** The grade that a word stands for, by its picture and its last letter; null when it is none. */
export function readGolonganGambar(citra: Citra, kotak: Kotak, teks: string): string | null {
  if (!miripGolongan.test(teks)) return null
  const huruf = /([a-eA-E])[^A-Za-z\d]*$/.exec(teks)?.[1]?.toLowerCase()
  const tepi: Kotak = [
    Math.max(0, kotak[0] - 3),
    Math.max(0, kotak[1] - 3),
    Math.min(citra.lebar, kotak[2] + 3),
    Math.min(citra.tinggi, kotak[3] + 3),
  ]
  const romawi = readRomawi(citra, tepi, /^["'“:]*[([]/.test(teks))
  return romawi === null || huruf === undefined ? null : `${romawi}/${huruf}`
}
