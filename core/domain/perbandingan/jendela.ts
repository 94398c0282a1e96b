import type { Baris, Token } from './baris.ts'
import { foldSerupa, measureBeda, rateMirip, splitPotong } from './huruf.ts'
import { isGelarBelakang, isGelarDepan, stripGelar } from './nama-orang.ts'
import { expandSingkatan } from './singkatan.ts'

type Isi = readonly { readonly token: Token; readonly baris: Baris }[]

/** The part of a stretch of words that is most like a text. */
export type Jendela = {
  readonly dari: number
  readonly sampai: number
  /** 1 is equal but for spaces, capitals, punctuation, abbreviations and titles. */
  readonly mirip: number
  readonly sama: boolean
  /** Words of the value itself that stand before or behind it and that the record lacks. */
  readonly sisaDepan: number
  readonly sisaBelakang: number
  /** How certain the words are that make the difference; 100 when there is none. */
  readonly keyakinanBeda: number
  readonly beda: number
  /** Only something at the end of a word, or a whole word, is missing of what the record has. */
  readonly terpotong: boolean
  /** Different, but only by glyphs that a reader takes for one another. */
  readonly serupa: boolean
}

/** Words behind which a value has ended, in a sentence or a cell. */
const penutup =
  /^(pada.*|tang.*|tgl|tmt|terhitung|telah|dengan|lahir|nip|nik|adalah|dan|yang|sebagai|golongan|pangkat|untuk|dalam|di|no|nomor)$/

/** Glyphs that in a word of letters can only be a letter, and the other way round. */
function isHurufSama(terbaca: string, tercatat: string): boolean {
  if (terbaca === tercatat) return true
  if (terbaca === '1') return tercatat === 'i' || tercatat === 'l'
  if (terbaca === '0') return tercatat === 'o'
  if (tercatat === '0') return terbaca === 'o'
  return tercatat === '1' && (terbaca === 'l' || terbaca === 'i')
}

export function isTeksSama(terbaca: string, tercatat: string): boolean {
  if (terbaca.length !== tercatat.length) return false
  for (let i = 0; i < terbaca.length; i += 1) {
    if (!isHurufSama(terbaca[i] ?? '', tercatat[i] ?? '')) return false
  }
  return true
}

/** Below this a stray word is dirt. */
const yakinSisa = 45

type Kata = { readonly teks: string; readonly isi: number }

function toKata(isi: Isi): Kata[] {
  return isi.flatMap(({ token }, i) =>
    expandSingkatan(token.teks).map((teks) => ({ teks, isi: i })),
  )
}

export function normalizeTercatat(nilai: string, orang: boolean): string[] {
  if (!orang) return expandSingkatan(nilai)
  return stripGelar(nilai.split(/\s+/), (satu) => satu).flatMap(splitPotong)
}

/** Certainty of the words of the window that the record does not have. */
function rateBeda(isi: Isi, dari: number, sampai: number, tercatat: readonly string[]): number {
  const ada = (kata: string) => tercatat.some((satu) => isTeksSama(kata, satu))
  const beda = isi
    .slice(dari, sampai + 1)
    .filter(({ token }) => !expandSingkatan(token.teks).every(ada))
  return Math.min(100, ...beda.map(({ token }) => token.kata.keyakinan))
}

function countSisa(
  isi: Isi,
  dari: number,
  sampai: number,
  orang: boolean,
): { depan: number; belakang: number } {
  const berarti = (teks: string) => /[\p{L}\d]/u.test(teks)
  const depan = isi
    .slice(0, dari)
    .filter(
      ({ token }) =>
        berarti(token.teks) &&
        token.kata.keyakinan >= yakinSisa &&
        !(orang && isGelarDepan(token.teks)),
    ).length
  let belakang = 0
  const akhir = isi[sampai]?.token.teks ?? ''
  if (/[,;.]$/.test(akhir) && !/^\p{Lu}\.$/u.test(akhir)) return { depan, belakang }
  for (const { token } of isi.slice(sampai + 1)) {
    if (!berarti(token.teks) || token.kata.keyakinan < yakinSisa) continue
    if (penutup.test(token.teks.toLowerCase().replaceAll(/\W/g, '')) || /^[(\d]/.test(token.teks))
      break
    if (orang && isGelarBelakang(token.teks)) break
    belakang += 1
    if (/[,;]$/.test(token.teks)) break
  }
  return { depan, belakang }
}

function isTerpotong(terbaca: string, tercatat: readonly string[]): boolean {
  const penuh = tercatat.join('')
  if (terbaca.length < penuh.length - 1 && penuh.startsWith(terbaca)) return true
  return tercatat.some(
    (satu, i) =>
      satu.length > 1 && isTeksSama(terbaca, tercatat.filter((_, k) => k !== i).join('')),
  )
}

/** Looks for a text in a stretch of words; null when nothing there is like it. */
export function findJendela(isi: Isi, tercatat: readonly string[], orang: boolean): Jendela | null {
  const kata = toKata(isi)
  const dicari = tercatat.join('')
  if (dicari === '' || kata.length === 0) return null
  let terbaik: { i: number; j: number; mirip: number; teks: string } | null = null
  for (let i = 0; i < kata.length; i += 1) {
    let teks = ''
    for (let j = i; j < kata.length && teks.length <= dicari.length + 6; j += 1) {
      teks += kata[j]?.teks ?? ''
      if (teks.length < dicari.length * 0.5) continue
      const mirip = isTeksSama(teks, dicari) ? 1 : rateMirip(teks, dicari)
      if (terbaik === null || mirip > terbaik.mirip) terbaik = { i, j, mirip, teks }
      if (mirip === 1) break
    }
    if (terbaik?.mirip === 1) break
  }
  if (terbaik === null || terbaik.mirip < 0.3) return null
  const dari = kata[terbaik.i]?.isi ?? 0
  const sampai = kata[terbaik.j]?.isi ?? dari
  const sisa = countSisa(isi, dari, sampai, orang)
  const sama = isTeksSama(terbaik.teks, dicari)
  return {
    dari,
    sampai,
    mirip: terbaik.mirip,
    sama,
    sisaDepan: sisa.depan,
    sisaBelakang: sisa.belakang,
    keyakinanBeda: sama ? 100 : rateBeda(isi, dari, sampai, tercatat),
    beda: measureBeda(terbaik.teks, dicari),
    terpotong: isTerpotong(terbaik.teks, tercatat),
    serupa: foldSerupa(terbaik.teks) === foldSerupa(dicari),
  }
}
