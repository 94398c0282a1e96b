import type { Kotak } from '@meja/core/domain/perbandingan/kata.ts'
import { crop } from './celah.ts'
import type { Citra } from './citra.ts'
import { isGolonganUtuh, isMungkinGolongan, skipTitikDua } from './gores-golongan.ts'
import { straighten } from './luruskan.ts'
import type { KataMentah, Pengenal } from './pengenal.ts'

/**
 * A word that the reader doubts is read a second time with its neighbours, smaller: the same letters
 * fall on other pixels. Of two readings that agree more is believed than of one; two that do not are
 * both kept, and the comparison looks at both.
 */

/** Below this a word is read again. */
const yakinUlang = 80
/** Below this a reading says nothing. */
const yakinBerguna = 35
/** The second look makes some of the mistakes of the first. */
const bagianBebas = 0.92
const skalaKedua = 0.8
const ruasTerbanyak = 14
const golonganTerbanyak = 6
const tinggiHuruf = { terkecil: 12, terbesar: 110 }
const lebarTerbesar = 1500
/** Gap between two words that are read together, in heights. */
const celahRuas = 1.2
const tepi = { mendatar: 12, tegak: 6 }

type Ruas = { readonly kata: readonly KataMentah[]; readonly letak: Kotak }

const tinggi = ({ letak }: KataMentah): number => letak[3] - letak[1]
const getInti = (teks: string): string => teks.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

export function rataRata(kata: readonly KataMentah[]): number {
  const huruf = kata.reduce((jumlah, satu) => jumlah + satu.teks.length, 0)
  const jumlah = kata.reduce((total, satu) => total + satu.keyakinan * satu.teks.length, 0)
  return jumlah / Math.max(1, huruf)
}

function isSebaris(a: KataMentah, b: KataMentah): boolean {
  const bersama = Math.min(a.letak[3], b.letak[3]) - Math.max(a.letak[1], b.letak[1])
  return bersama > Math.min(tinggi(a), tinggi(b)) * 0.5
}

function isDiragukan(kata: KataMentah): boolean {
  const besar = tinggi(kata) >= tinggiHuruf.terkecil && tinggi(kata) <= tinggiHuruf.terbesar
  return besar && kata.keyakinan < yakinUlang && getInti(kata.teks) !== ''
}

function joinLetak(kata: readonly KataMentah[]): Kotak {
  const get = (i: 0 | 1 | 2 | 3) => kata.map((satu) => satu.letak[i])
  return [Math.min(...get(0)), Math.min(...get(1)), Math.max(...get(2)), Math.max(...get(3))]
}

/** The doubtful word with the words that stand close on both sides. */
function growRuas(awal: KataMentah, kata: readonly KataMentah[]): Ruas {
  const sebaris = kata
    .filter((satu) => isSebaris(satu, awal) && tinggi(satu) < tinggi(awal) * 2.5)
    .toSorted((a, b) => a.letak[0] - b.letak[0])
  const isi = [awal]
  const batas = Math.max(20, tinggi(awal)) * celahRuas
  const add = (satu: KataMentah, celah: number) => {
    const lebar = joinLetak([...isi, satu])
    if (celah > batas || lebar[2] - lebar[0] > lebarTerbesar) return false
    isi.push(satu)
    return true
  }
  const ke = sebaris.indexOf(awal)
  for (let i = ke + 1; i < sebaris.length; i += 1) {
    const satu = sebaris[i]
    if (satu === undefined || !add(satu, satu.letak[0] - joinLetak(isi)[2])) break
  }
  for (let i = ke - 1; i >= 0; i -= 1) {
    const satu = sebaris[i]
    if (satu === undefined || !add(satu, joinLetak(isi)[0] - satu.letak[2])) break
  }
  return { kata: isi, letak: joinLetak(isi) }
}

/** Numbers first: there one glyph decides. */
function listRuas(kata: readonly KataMentah[]): Ruas[] {
  const diragukan = kata
    .filter(isDiragukan)
    .toSorted(
      (a, b) => Number(/\d/.test(b.teks)) - Number(/\d/.test(a.teks)) || b.keyakinan - a.keyakinan,
    )
  const hasil: Ruas[] = []
  const dipakai = new Set<KataMentah>()
  for (const satu of diragukan) {
    if (hasil.length >= ruasTerbanyak) break
    if (dipakai.has(satu)) continue
    const ruas = growRuas(satu, kata)
    if (getInti(ruas.kata.map(({ teks }) => teks).join('')).length < 3) continue
    for (const isi of ruas.kata) dipakai.add(isi)
    hasil.push(ruas)
  }
  return hasil
}

function isGolonganDiragukan(kata: KataMentah): boolean {
  return kata.keyakinan < yakinUlang && isMungkinGolongan(kata.teks)
}

async function readGolongan(
  citra: Citra,
  kata: KataMentah,
  pengenal: Pengenal,
): Promise<KataMentah | null> {
  const daerah = pad(citra, kata.letak)
  const dari = skipTitikDua(crop(citra, daerah))
  const letak: Kotak = [daerah[0] + dari, daerah[1], daerah[2], daerah[3]]
  const [baca, ...lain] = await pengenal.recognize(crop(citra, letak), 'golongan')
  // Strokes are what is looked for; a letter that was read is not given up for another.
  const akhir = (teks: string) => /([a-eA-E])[^A-Za-z\d]*$/.exec(teks)?.[1]?.toLowerCase()
  const huruf = akhir(kata.teks)
  const sehuruf = huruf === undefined || baca === undefined || akhir(baca.teks) === huruf
  return baca !== undefined && lain.length === 0 && sehuruf && isGolonganUtuh(baca.teks)
    ? {
        ...baca,
        letak: [Math.max(letak[0], kata.letak[0]), ...kata.letak.slice(1)] as unknown as Kotak,
      }
    : null
}

const pad = (citra: Citra, letak: Kotak): Kotak => [
  Math.max(0, letak[0] - tepi.mendatar),
  Math.max(0, letak[1] - tepi.tegak),
  Math.min(citra.lebar, letak[2] + tepi.mendatar),
  Math.min(citra.tinggi, letak[3] + tepi.tegak),
]

async function readRuas(citra: Citra, { letak }: Ruas, pengenal: Pengenal): Promise<KataMentah[]> {
  const daerah = pad(citra, letak)
  const kecil = straighten(crop(citra, daerah), 0, skalaKedua).citra
  const balik = (nilai: number, geser: number) => Math.round(nilai / skalaKedua + geser)
  return (await pengenal.recognize(kecil, 'baris')).map((satu) => ({
    ...satu,
    letak: [
      balik(satu.letak[0], daerah[0]),
      balik(satu.letak[1], daerah[1]),
      balik(satu.letak[2], daerah[0]),
      balik(satu.letak[3], daerah[1]),
    ],
  }))
}

function isSetempat(a: KataMentah, b: KataMentah): boolean {
  const bersama = Math.min(a.letak[2], b.letak[2]) - Math.max(a.letak[0], b.letak[0])
  return bersama > Math.max(a.letak[2] - a.letak[0], b.letak[2] - b.letak[0]) * 0.6
}

/** What two readings together are worth where they agree. */
function joinKeyakinan(a: number, b: number): number {
  if (a < yakinBerguna || b < yakinBerguna) return Math.max(a, b)
  return Math.max(a, b, (100 - ((100 - a) * (100 - b)) / 100) * bagianBebas)
}

function believe(kata: KataMentah, lain: readonly KataMentah[]): KataMentah {
  const cocok = lain.find(
    (satu) => isSetempat(kata, satu) && getInti(satu.teks) === getInti(kata.teks),
  )
  return cocok === undefined
    ? kata
    : { ...kata, keyakinan: joinKeyakinan(kata.keyakinan, cocok.keyakinan) }
}

export type DuaBacaan = {
  readonly kata: readonly KataMentah[]
  /** All words of the page, with the second reading where it differs; null when it never does. */
  readonly kedua: readonly KataMentah[] | null
}

export async function readUlang(
  citra: Citra,
  kata: readonly KataMentah[],
  pengenal: Pengenal,
): Promise<DuaBacaan> {
  let pertama = [...kata]
  let kedua = [...kata]
  let berbeda = false
  for (const satu of kata.filter(isGolonganDiragukan).slice(0, golonganTerbanyak)) {
    const baru = await readGolongan(citra, satu, pengenal)
    if (baru === null) continue
    berbeda = true
    kedua = kedua.map((lama) => (lama === satu ? baru : lama))
  }
  for (const ruas of listRuas(kata)) {
    const baru = await readRuas(citra, ruas, pengenal)
    if (baru.length === 0 || rataRata(baru) < yakinBerguna) continue
    const inti = (isi: readonly KataMentah[]) =>
      getInti(
        isi
          .toSorted((a, b) => a.letak[0] - b.letak[0])
          .map(({ teks }) => teks)
          .join(''),
      )
    if (inti(baru) !== inti(ruas.kata)) berbeda = true
    const lama = new Set(ruas.kata)
    pertama = pertama.map((satu) => (lama.has(satu) ? believe(satu, baru) : satu))
    kedua = [
      ...kedua.filter((satu) => !lama.has(satu)),
      // A grade that was read as one is kept: words say nothing of strokes.
      ...baru
        .map((satu) => believe(satu, ruas.kata))
        .filter(
          (satu) =>
            !kedua.some((ada) => !lama.has(ada) && isSebaris(ada, satu) && isSetempat(ada, satu)),
        ),
    ]
  }
  return { kata: pertama, kedua: berbeda ? kedua : null }
}
