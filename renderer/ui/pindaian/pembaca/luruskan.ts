import type { Citra } from './citra.ts'

/** From a straightened picture back to the one it came from: x = a·u + b·v + c, y = d·u + e·v + f. */
export type Peta = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Turned by a small angle and scaled in one go, so that letters are resampled only once. */
export function straighten(
  citra: Citra,
  sudut: number,
  skala: number,
): { citra: Citra; peta: Peta } {
  const cos = Math.cos(sudut)
  const sin = Math.sin(sudut)
  const { lebar, tinggi, piksel } = citra
  const lebarBaru = Math.round((lebar * cos + tinggi * Math.abs(sin)) * skala)
  const tinggiBaru = Math.round((tinggi * cos + lebar * Math.abs(sin)) * skala)
  const a = cos / skala
  const b = -sin / skala
  const c = lebar / 2 - a * (lebarBaru / 2) - b * (tinggiBaru / 2)
  const d = sin / skala
  const e = cos / skala
  const f = tinggi / 2 - d * (lebarBaru / 2) - e * (tinggiBaru / 2)
  const hasil = new Uint8Array(lebarBaru * tinggiBaru).fill(255)
  for (let v = 0; v < tinggiBaru; v += 1) {
    let x = a * 0.5 + b * (v + 0.5) + c - 0.5
    let y = d * 0.5 + e * (v + 0.5) + f - 0.5
    const awal = v * lebarBaru
    for (let u = 0; u < lebarBaru; u += 1, x += a, y += d) {
      if (x < 0 || y < 0 || x >= lebar - 1 || y >= tinggi - 1) continue
      const kiri = x | 0
      const atas = y | 0
      const dx = x - kiri
      const dy = y - atas
      const i = atas * lebar + kiri
      const p = piksel[i] ?? 255
      const q = piksel[i + lebar] ?? 255
      const terangAtas = p + ((piksel[i + 1] ?? 255) - p) * dx
      const terangBawah = q + ((piksel[i + lebar + 1] ?? 255) - q) * dx
      hasil[awal + u] = terangAtas + (terangBawah - terangAtas) * dy + 0.5
    }
  }
  return {
    citra: { lebar: lebarBaru, tinggi: tinggiBaru, piksel: hasil },
    peta: [a, b, c, d, e, f],
  }
}
