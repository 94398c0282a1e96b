/** Left, top, right, bottom in pixels. */
export type Kotak = readonly [x0: number, y0: number, x1: number, y1: number]

/** One word as it was read from a scan. */
export type Kata = {
  readonly teks: string
  /** 0 to 100, as the reader judges itself. */
  readonly keyakinan: number
  /** The same for each character of the text. */
  readonly keyakinanHuruf?: readonly number[]
  /** Where it stands when the page is turned upright and its lines are level: for layout. */
  readonly letak: Kotak
  /** Where it stands on the page image as it was given: for showing. */
  readonly kotak: Kotak
}

export type HalamanTerbaca = {
  /** 1 is the first page. */
  readonly nomor: number
  /** Size of the page image to which the boxes refer. */
  readonly lebar: number
  readonly tinggi: number
  readonly kata: readonly Kata[]
  /** The same page with a second reading of the words that were in doubt, where it reads otherwise. */
  readonly kataKedua?: readonly Kata[]
}

export function joinKotak(kotak: readonly Kotak[]): Kotak {
  return kotak.reduce<Kotak>(
    (a, b) => [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[2], b[2]),
      Math.max(a[3], b[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
}
