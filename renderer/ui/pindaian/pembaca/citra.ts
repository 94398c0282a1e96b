/** A grey picture, one byte a pixel: 0 is ink, 255 is paper. */
export type Citra = {
  readonly lebar: number
  readonly tinggi: number
  readonly piksel: Uint8Array
}

/** How often a page has to be turned clockwise, by quarters, to stand upright. */
export type Kuadran = 0 | 1 | 2 | 3

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
