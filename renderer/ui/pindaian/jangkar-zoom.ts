import type { Titik } from './geometri.ts'

/** The place of a page that a zoom holds still: where it is in the window, and on the page. */
export type Jangkar = {
  readonly penunjuk: Titik
  /** Shares of the page. */
  readonly tempat: Titik
  readonly pada: number
}

export type Kotak = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Steps of the wheel that follow each other so closely are one zoom. */
const jedaZoomMs = 400

/**
 * The anchor for the next step of a zoom. Steps at one spot share theirs: while the page is narrower
 * than its stage it cannot be scrolled under the pointer, and the place would be lost on the way.
 */
export function keepJangkar(
  lama: Jangkar | null,
  penunjuk: Titik,
  halaman: Kotak,
  kini: number,
): Jangkar {
  const sama = lama !== null && lama.penunjuk.x === penunjuk.x && lama.penunjuk.y === penunjuk.y
  if (sama && kini - lama.pada < jedaZoomMs) return { ...lama, pada: kini }
  const tempat = {
    x: (penunjuk.x - halaman.left) / halaman.width,
    y: (penunjuk.y - halaman.top) / halaman.height,
  }
  return { penunjuk, tempat, pada: kini }
}

/** How far to scroll so that the anchored place of the page lies under the pointer. */
export function getGeser({ penunjuk, tempat }: Jangkar, halaman: Kotak): Titik {
  return {
    x: halaman.left + tempat.x * halaman.width - penunjuk.x,
    y: halaman.top + tempat.y * halaman.height - penunjuk.y,
  }
}
