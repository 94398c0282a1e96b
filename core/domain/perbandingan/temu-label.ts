import type { Baris } from './baris.ts'
import { isMirip, measureBeda } from './huruf.ts'
import { listSemuaLabel, type Label } from './kosakata-label.ts'

/** A label where it stands: first and last token in its line. */
export type TemuLabel = {
  readonly baris: Baris
  readonly dari: number
  readonly sampai: number
  readonly label: Label
  readonly teks: string
}

/** Tolerates the reader's mistakes in long words, none in short ones. */
function isKataLabel(terbaca: string, dicari: string): boolean {
  if (terbaca === dicari) return true
  if (dicari === 'tgl') return /^tg[il1]$/.test(terbaca)
  return dicari.length >= 4 && isMirip(terbaca, dicari)
}

/** In a long phrase a short word may have a letter wrong: `terhitung mufai tanggal`. */
function isFrasaMirip(
  potong: readonly { readonly teks: string }[],
  frasa: readonly string[],
  rapat: string,
): boolean {
  if (rapat.length < 12 || !frasa.some((satu, i) => potong[i]?.teks === satu)) return false
  const terbaca = potong.map(({ teks }) => teks).join('')
  if (Math.abs(terbaca.length - rapat.length) > 2) return false
  return measureBeda(terbaca, rapat) <= (rapat.length >= 18 ? 2 : 1)
}

/** The same labels are asked for at the same lines again and again. */
const pernah = new WeakMap<Baris, Map<string, readonly TemuLabel[]>>()

export function findLabel(baris: Baris, label: Label): readonly TemuLabel[] {
  const kunci = `${label.bobot} ${label.frasa.join(' ')}`
  const milik = pernah.get(baris) ?? new Map<string, readonly TemuLabel[]>()
  pernah.set(baris, milik)
  const lama = milik.get(kunci)
  if (lama !== undefined) return lama
  const hasil = searchLabel(baris, label)
  milik.set(kunci, hasil)
  return hasil
}

/** `Nama : PEGAWAI SATU` is no label `nama pegawai`: a colon ends one. */
function isTerpotongTitikDua({ potong, token }: Baris, i: number, panjang: number): boolean {
  const dari = potong[i]?.token ?? 0
  const sampai = potong[i + panjang - 1]?.token ?? dari
  return token.slice(dari + 1, sampai + 1).some((satu) => satu.setelahTitikDua)
}

function searchLabel(baris: Baris, label: Label): TemuLabel[] {
  const hasil: TemuLabel[] = []
  const { potong } = baris
  const rapat = label.frasa.join('')
  for (let i = 0; i < potong.length; i += 1) {
    // `Pangkat/Golongan` may be read as one word.
    const satu = potong[i]
    const menyatu = label.frasa.length > 1 && rapat.length >= 8 && isMirip(satu?.teks ?? '', rapat)
    if (menyatu && satu !== undefined) {
      hasil.push({
        baris,
        dari: satu.token,
        sampai: satu.token,
        label,
        teks: label.frasa.join(' '),
      })
      continue
    }
    if (i + label.frasa.length > potong.length) continue
    if (isTerpotongTitikDua(baris, i, label.frasa.length)) continue
    const utuh = label.frasa.every((dicari, k) => isKataLabel(potong[i + k]?.teks ?? '', dicari))
    if (!utuh && !isFrasaMirip(potong.slice(i, i + label.frasa.length), label.frasa, rapat))
      continue
    hasil.push({
      baris,
      dari: potong[i]?.token ?? 0,
      sampai: potong[i + label.frasa.length - 1]?.token ?? 0,
      label,
      teks: label.frasa.join(' '),
    })
  }
  return hasil
}

const semuaLabel = listSemuaLabel()

export type LabelDikenal = TemuLabel & { readonly konsep: string }

/** Every label of a line that any field may have; the longest where several begin at one word. */
export function listLabelDikenal(baris: Baris): LabelDikenal[] {
  const semua = semuaLabel.flatMap(({ konsep, label }) =>
    label.bobot < 0.75 ? [] : findLabel(baris, label).map((satu) => ({ ...satu, konsep })),
  )
  return semua.filter(
    (satu) =>
      !semua.some(
        (lain) =>
          lain.dari <= satu.dari &&
          lain.sampai >= satu.sampai &&
          lain.label.frasa.length > satu.label.frasa.length,
      ),
  )
}
