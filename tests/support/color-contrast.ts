/** Contrast of two colours as WCAG 2 counts it; `#rrggbb` and `oklch(L% C H)`. */
type Rgb = readonly [number, number, number]

function parseHex(teks: string): Rgb {
  const kanal = (awal: number) => Number.parseInt(teks.slice(awal, awal + 2), 16) / 255
  const linear = (nilai: number) =>
    nilai <= 0.040_45 ? nilai / 12.92 : ((nilai + 0.055) / 1.055) ** 2.4
  return [linear(kanal(1)), linear(kanal(3)), linear(kanal(5))]
}

function parseOklch(teks: string): Rgb {
  const angka = [...teks.matchAll(/[\d.]+/g)].map(([satu]) => Number(satu))
  const [persen = 0, chroma = 0, derajat = 0] = angka
  const L = persen / 100
  const a = chroma * Math.cos((derajat * Math.PI) / 180)
  const b = chroma * Math.sin((derajat * Math.PI) / 180)
  const l = (L + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3
  const m = (L - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3
  const s = (L - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3
  const potong = (nilai: number) => Math.min(1, Math.max(0, nilai))
  return [
    potong(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
    potong(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
    potong(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s),
  ]
}

function getLuminance(warna: string): number {
  const [r, g, b] = warna.startsWith('#') ? parseHex(warna) : parseOklch(warna)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function getContrast(satu: string, dua: string): number {
  const terang = Math.max(getLuminance(satu), getLuminance(dua))
  const gelap = Math.min(getLuminance(satu), getLuminance(dua))
  return (terang + 0.05) / (gelap + 0.05)
}
