import type { Baris, Token } from './baris.ts'

/** Something on the page that may be the value of a field. */
export type Calon = {
  readonly baris: Baris
  /** First and last token in its line. */
  readonly dari: number
  readonly sampai: number
  readonly token: readonly Token[]
  /** In the form of the record, when it could be read. */
  readonly nilai: string | null
  /** As it stands on the paper. */
  readonly teks: string
  /** The least certain of its words, 0 to 100. */
  readonly keyakinan: number
  /** Some glyph had to be guessed. */
  readonly ragu: boolean
}

/** A stroke or a point alone may be read badly: it says nothing of the value. */
function listBerisi(token: readonly Token[], angka: boolean): readonly Token[] {
  const berisi = token.filter((satu) => (angka ? /\d/ : /[\p{L}\p{N}]/u).test(satu.teks))
  return berisi.length > 0 ? berisi : token
}

export function buildCalon(
  baris: Baris,
  dari: number,
  sampai: number,
  isi: {
    nilai: string | null
    ragu?: boolean
    lanjutan?: readonly Token[]
    /** Only its digits are the value, not the words around them. */
    angka?: boolean
  },
): Calon {
  const token = [...baris.token.slice(dari, sampai + 1), ...(isi.lanjutan ?? [])]
  return {
    baris,
    dari,
    sampai,
    token,
    nilai: isi.nilai,
    teks: token.map((satu) => satu.teks).join(' '),
    keyakinan: Math.min(
      100,
      ...listBerisi(token, isi.angka ?? false).map((satu) => satu.kata.keyakinan),
    ),
    ragu: isi.ragu ?? false,
  }
}
