import golonganPns from '../../reference/golongan-pns.json' with { type: 'json' }
import type { Baris, Token } from './baris.ts'
import { buildCalon, type Calon } from './calon.ts'
import { isMirip, splitPotong } from './huruf.ts'

const romawiSatu = /^[il1|!t]$/
/** A stroke that was read as surely as this belongs to what is shown. */
const yakinAngka = 80

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

type Potongan = { readonly teks: string; readonly token: Token }

/** How many pieces a rank takes from here; 0 when it is not this one. */
function matchPangkat(potong: readonly Potongan[], kata: readonly string[]): number {
  const wajib = kata.at(-1) === 'i' ? kata.slice(0, -1) : kata
  if (!wajib.every((dicari, k) => isKataPangkat(potong[k]?.teks ?? '', dicari))) return 0
  if (wajib.length === kata.length) return kata.length
  // No rank has another numeral than the first: `Tingkat` says it, however its stroke was read.
  return romawiSatu.test(potong[wajib.length]?.teks ?? '') ? kata.length : wajib.length
}

/** The words of a line, with a bar that can only be the numeral of `Tingkat I`. */
function listPotongan(baris: Baris): Potongan[] {
  return baris.token.flatMap((token) =>
    /^[|!][,.]?$/.test(token.teks)
      ? [{ teks: 'i', token }]
      : splitPotong(token.teks).map((teks) => ({ teks, token })),
  )
}

/** The stroke says nothing that `Tingkat` has not said: hardly read, it makes no rank doubtful. */
function dropAngkaRagu(token: readonly Token[]): readonly Token[] {
  const akhir = token.at(-1)
  const ragu = akhir !== undefined && token.length > 1 && akhir.kata.keyakinan < yakinAngka
  return ragu && /^[il1|!t][,./]*$/i.test(akhir.teks) ? token.slice(0, -1) : token
}

/** The longest rank that begins at each piece; the end of one may stand in the next line. */
export function listPangkat(baris: Baris, lanjut: Baris | undefined): Calon[] {
  const hasil: Calon[] = []
  const sini = listPotongan(baris)
  const semua = [...sini, ...(lanjut === undefined ? [] : listPotongan(lanjut).slice(0, 3))]
  for (let i = 0; i < sini.length; i += 1) {
    const potong = semua.slice(i)
    const cocok = pangkat.find((satu) => matchPangkat(potong, satu.kata) > 0)
    if (cocok === undefined) continue
    const banyak = matchPangkat(potong, cocok.kata)
    const token = dropAngkaRagu([...new Set(potong.slice(0, banyak).map((satu) => satu.token))])
    const diSini = token.filter((satu) => baris.token.includes(satu))
    const dari = baris.token.findIndex((satu) => satu === diSini[0])
    hasil.push(
      buildCalon(baris, dari, dari + diSini.length - 1, {
        nilai: cocok.nama,
        lanjutan: token.slice(diSini.length),
      }),
    )
    i += Math.min(banyak, sini.length - i) - 1
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
