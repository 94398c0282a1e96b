import golonganPns from '../../reference/golongan-pns.json' with { type: 'json' }
import type { Baris } from './baris.ts'
import { buildCalon, type Calon } from './calon.ts'
import { isMirip } from './huruf.ts'

const romawiSatu = /^[il1|!]$/

/** Ranks by their words, the longest first: `Penata Muda Tingkat I` is not `Penata Muda`. */
const pangkat = golonganPns.baris
  .map(({ kode, pangkat: nama }) => ({ kode, nama, kata: nama.toLowerCase().split(' ') }))
  .toSorted((a, b) => b.kata.length - a.kata.length)

export function findGolonganPangkat(nama: string): string | undefined {
  return pangkat.find((satu) => satu.nama === nama)?.kode
}

function isKataPangkat(terbaca: string, dicari: string): boolean {
  if (dicari === 'i') return romawiSatu.test(terbaca)
  if (dicari === 'tingkat') return /^(tk|tkt|tingkat)$/.test(terbaca) || isMirip(terbaca, 'tingkat')
  return isMirip(terbaca, dicari)
}

/** The longest rank that begins at each piece; the end of one may stand in the next line. */
export function listPangkat(baris: Baris, lanjut: Baris | undefined): Calon[] {
  const hasil: Calon[] = []
  const sini = baris.potong
  // A bar is punctuation elsewhere; here it is the numeral of `Tingkat I`.
  const kata = sini.map((satu) => satu.teks)
  const sambung = [...kata, ...(lanjut?.potong.slice(0, 3).map((satu) => satu.teks) ?? [])]
  for (let i = 0; i < sini.length; i += 1) {
    const cocok = pangkat.find((satu) =>
      satu.kata.every((dicari, k) => {
        const terbaca = sambung[i + k] ?? ''
        if (isKataPangkat(terbaca, dicari)) return true
        const tokenSebelum = sini[i + k - 1]?.token
        const berikut =
          tokenSebelum === undefined ? '' : (baris.token[tokenSebelum + 1]?.teks ?? '')
        return dicari === 'i' && /^[|!lI1][,.]?$/.test(berikut)
      }),
    )
    if (cocok === undefined) continue
    const dari = sini[i]?.token ?? 0
    const akhir = Math.min(i + cocok.kata.length - 1, sini.length - 1)
    let sampai = sini[akhir]?.token ?? dari
    if (
      cocok.kata.at(-1) === 'i' &&
      /^[|!lI1][,.]?$/.test(baris.token[sampai + 1]?.teks ?? '') &&
      !romawiSatu.test(sini[akhir]?.teks ?? '')
    )
      sampai += 1
    const diLanjut = i + cocok.kata.length - sini.length
    const lanjutan =
      diLanjut > 0
        ? lanjut?.token.slice(0, (lanjut.potong[diLanjut - 1]?.token ?? -1) + 1)
        : undefined
    // `Tingkat` with a numeral that was not read: the rank below must not win.
    const terpotong = /^(tingkat|tk|tkt)$/.test(sambung[i + cocok.kata.length] ?? '')
    hasil.push(
      buildCalon(baris, dari, sampai, {
        nilai: terpotong ? null : cocok.nama,
        ragu: terpotong,
        ...(lanjutan === undefined ? {} : { lanjutan }),
      }),
    )
    i = akhir
  }
  return hasil
}

export type Golongan = { readonly kode: string | null; readonly ragu: boolean }

const golonganSah = new Set(golonganPns.baris.map((satu) => satu.kode))

/** `III/b` in any of the shapes in which strokes are read; whether the strokes are beyond doubt. */
export function readGolongan(teks: string): Golongan | null {
  const bersih = teks.replaceAll(/^[(“"'\s[{]+|[)\s,.;:”"'\]}]+$/g, '')
  const cocok = /^([IVl1|!i]{1,4})\s*[/\\]\s*([a-eA-E])$/.exec(bersih)
  if (cocok === null) {
    return /^[IVl1|!i(4H]{1,4}[/\\7]?\s*[a-eA-E6]$/.test(bersih) && /[/\\7]/.test(bersih)
      ? { kode: null, ragu: true }
      : null
  }
  const romawi = (cocok[1] ?? '').replaceAll(/[^V]/g, 'I')
  const kode = `${romawi}/${(cocok[2] ?? '').toLowerCase()}`
  if (!golonganSah.has(kode)) return { kode: null, ragu: true }
  return { kode, ragu: false }
}

const isUtuh = (teks: string): boolean => /^[([]/.test(teks) || readGolongan(teks) !== null

/** Grades of a line. `III / b` may come in several words. */
export function listGolongan(baris: Baris): Calon[] {
  const hasil: Calon[] = []
  for (let i = 0; i < baris.token.length; i += 1) {
    for (const panjang of [3, 2, 1]) {
      const potong = baris.token.slice(i, i + panjang)
      if (potong.length < panjang) continue
      // The numeral of `Tingkat I` is no part of the grade behind it.
      if (panjang > 1 && potong.slice(1).some((satu) => isUtuh(satu.teks))) continue
      const golongan = readGolongan(potong.map((satu) => satu.teks).join(''))
      if (golongan === null) continue
      hasil.push(
        buildCalon(baris, i, i + panjang - 1, { nilai: golongan.kode, ragu: golongan.ragu }),
      )
      i += panjang - 1
      break
    }
  }
  return hasil
}
