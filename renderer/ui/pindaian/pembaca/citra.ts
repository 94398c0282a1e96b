/** A grey picture, one byte a pixel: 0 is ink, 255 is paper. */
export type Citra = {
  readonly lebar: number
  readonly tinggi: number
  readonly piksel: Uint8Array
}

/** How often a page has to be turned clockwise, by quarters, to stand upright. */
export type Kuadran = 0 | 1 | 2 | 3

/** Pixels as different as this between their channels have a colour of their own. */
const berwarna = 40
const gelap = 150

/** Whether the print itself is coloured, so that its colour must not be taken away. */
function isCetakBerwarna(rgba: Uint8ClampedArray): boolean {
  let cetak = 0
  let warna = 0
  // Every seventh pixel tells enough.
  for (let p = 0; p < rgba.length; p += 28) {
    const merah = rgba[p] ?? 0
    const hijau = rgba[p + 1] ?? 0
    const biru = rgba[p + 2] ?? 0
    const terang = Math.max(merah, hijau, biru)
    if (terang >= gelap) continue
    cetak += 1
    if (terang - Math.min(merah, hijau, biru) > berwarna) warna += 1
  }
  return warna > cetak * 0.5
}

/**
 * Grey by the brightest channel, and brighter still where there is colour: blue and red stamps across
 * a value fade into the paper, black print stays. A pixel without colour is as dark as it was.
 */
export function removeWarna(rgba: Uint8ClampedArray, lebar: number, tinggi: number): Citra {
  const piksel = new Uint8Array(lebar * tinggi)
  const pudar = isCetakBerwarna(rgba) ? 0 : 1
  for (let i = 0, p = 0; i < piksel.length; i += 1, p += 4) {
    const merah = rgba[p] ?? 0
    const hijau = rgba[p + 1] ?? 0
    const biru = rgba[p + 2] ?? 0
    const tertinggi = merah > hijau ? (merah > biru ? merah : biru) : hijau > biru ? hijau : biru
    const terendah = merah < hijau ? (merah < biru ? merah : biru) : hijau < biru ? hijau : biru
    const beda = tertinggi - terendah
    const terang = beda > berwarna ? tertinggi + (beda - berwarna) * pudar : tertinggi
    piksel[i] = terang > 255 ? 255 : terang
  }
  return { lebar, tinggi, piksel }
}

/** Turned clockwise by quarters. */
export function turnKuadran(citra: Citra, kuadran: Kuadran): Citra {
  if (kuadran === 0) return citra
  const { lebar, tinggi, piksel } = citra
  const hasil = new Uint8Array(piksel.length)
  if (kuadran === 2) {
    for (let i = 0, j = piksel.length - 1; j >= 0; i += 1, j -= 1) hasil[i] = piksel[j] ?? 255
    return { lebar, tinggi, piksel: hasil }
  }
  for (let y = 0; y < tinggi; y += 1) {
    for (let x = 0; x < lebar; x += 1) {
      const ke = kuadran === 1 ? x * tinggi + (tinggi - 1 - y) : (lebar - 1 - x) * tinggi + y
      hasil[ke] = piksel[y * lebar + x] ?? 255
    }
  }
  return { lebar: tinggi, tinggi: lebar, piksel: hasil }
}

/** Made smaller by a whole factor; each pixel is the mean of those that it stands for. */
export function shrink(citra: Citra, faktor: number): Citra {
  if (faktor <= 1) return citra
  const lebar = Math.floor(citra.lebar / faktor)
  const tinggi = Math.floor(citra.tinggi / faktor)
  const piksel = new Uint8Array(lebar * tinggi)
  const bagi = faktor * faktor
  for (let y = 0; y < tinggi; y += 1) {
    for (let x = 0; x < lebar; x += 1) {
      let jumlah = 0
      for (let dy = 0; dy < faktor; dy += 1) {
        const awal = (y * faktor + dy) * citra.lebar + x * faktor
        for (let dx = 0; dx < faktor; dx += 1) jumlah += citra.piksel[awal + dx] ?? 255
      }
      piksel[y * lebar + x] = jumlah / bagi
    }
  }
  return { lebar, tinggi, piksel }
}
