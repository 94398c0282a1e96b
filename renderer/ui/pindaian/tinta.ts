/** Least difference between the darkest and the lightest place of a page that carries anything. */
const selisihTerkecil = 24

/**
 * Whether anything is drawn on these RGBA pixels. A page of one even tone is a failed rendering or an
 * empty sheet; which of the two, only a person can say (measured: undecoded scans come out white).
 */
export function hasTinta(rgba: Uint8ClampedArray): boolean {
  let tergelap = 255
  let terterang = 0
  for (let i = 0; i < rgba.length; i += 4) {
    const terang = ((rgba[i] ?? 0) * 3 + (rgba[i + 1] ?? 0) * 6 + (rgba[i + 2] ?? 0)) / 10
    if (terang < tergelap) tergelap = terang
    if (terang > terterang) terterang = terang
    if (terterang - tergelap >= selisihTerkecil) return true
  }
  return false
}
