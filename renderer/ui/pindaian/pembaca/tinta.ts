import type { Citra } from './citra.ts'

/**
 * Where a page is dark, 1 a pixel, without strokes longer than `garisTerpanjang` pixels in either
 * direction: rules, frames and dark areas are no letters.
 */
export function findTinta(
  { lebar, tinggi, piksel }: Citra,
  { batas, garisTerpanjang }: { readonly batas: number; readonly garisTerpanjang: number },
): Uint8Array {
  const tinta = new Uint8Array(piksel.length)
  for (let i = 0; i < piksel.length; i += 1) tinta[i] = (piksel[i] ?? 255) < batas ? 1 : 0
  const huruf = tinta.slice()
  const clear = (banyak: number, panjang: number, at: (i: number, j: number) => number) => {
    for (let i = 0; i < banyak; i += 1) {
      let awal = -1
      for (let j = 0; j <= panjang; j += 1) {
        const ada = j < panjang && tinta[at(i, j)] === 1
        if (ada && awal < 0) awal = j
        if (ada || awal < 0) continue
        if (j - awal > garisTerpanjang) for (let k = awal; k < j; k += 1) huruf[at(i, k)] = 0
        awal = -1
      }
    }
  }
  clear(tinggi, lebar, (y, x) => y * lebar + x)
  clear(lebar, tinggi, (x, y) => y * lebar + x)
  return huruf
}
