import type { Citra } from './citra.ts'

/**
 * Colours of a page, freed of the tint of its paper: by blocks of two by two pixels, because a scan
 * that was packed as JPEG knows colours no finer. Stamps are thin, and their ink is half transparent:
 * what is left of their colour is weak, and only against the paper's own tint is it told from noise.
 */
export type Rona = {
  readonly lebar: number
  readonly tinggi: number
  /** How far the strongest channel stands above the weakest. */
  readonly kuat: Uint8Array
  /** Which channel is the strongest: 0 red, 1 green, 2 blue. */
  readonly arah: Uint8Array
  /** How bright the place is in which the colour was measured. */
  readonly terang: Uint8Array
}

/** Darker than this a pixel is no paper. */
const kertasTergelap = 110
/** One pixel in so many tells the tint of the paper. */
const langkahUkur = 13

/** By how much each channel has to be raised so that paper is without colour. */
function measureKertas(rgba: Uint8ClampedArray): readonly [number, number, number] {
  const hitung = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)]
  let banyak = 0
  for (let p = 0; p < rgba.length; p += 4 * langkahUkur) {
    const terang = Math.max(rgba[p] ?? 0, rgba[p + 1] ?? 0, rgba[p + 2] ?? 0)
    if (terang < kertasTergelap) continue
    banyak += 1
    hitung.forEach((satu, c) => {
      const bagian = Math.round(((rgba[p + c] ?? 0) * 255) / terang)
      satu[bagian] = (satu[bagian] ?? 0) + 1
    })
  }
  const [merah = 1, hijau = 1, biru = 1] = hitung.map((satu) => {
    let sisa = banyak / 2
    let bagian = 0
    while (bagian < 255 && sisa > (satu[bagian] ?? 0)) {
      sisa -= satu[bagian] ?? 0
      bagian += 1
    }
    return banyak === 0 ? 1 : 255 / Math.max(128, bagian)
  })
  return [merah, hijau, biru]
}

/** Scans without any colour need no search for it. */
function isTanpaWarna(rgba: Uint8ClampedArray): boolean {
  for (let p = 0; p < rgba.length; p += 4 * langkahUkur) {
    const hijau = rgba[p + 1] ?? 0
    if (Math.abs((rgba[p] ?? 0) - hijau) > 2 || Math.abs((rgba[p + 2] ?? 0) - hijau) > 2) {
      return false
    }
  }
  return true
}

/** Grey by the brightest channel, with the colours beside it; null where there are none. */
export function splitWarna(
  rgba: Uint8ClampedArray,
  lebar: number,
  tinggi: number,
): { readonly kelabu: Citra; readonly rona: Rona | null } {
  const piksel = new Uint8Array(lebar * tinggi)
  const kelabu = { lebar, tinggi, piksel }
  if (isTanpaWarna(rgba)) {
    for (let i = 0; i < piksel.length; i += 1) piksel[i] = rgba[i * 4 + 1] ?? 255
    return { kelabu, rona: null }
  }
  const [a, b, c] = measureKertas(rgba).map((kali) =>
    Uint16Array.from({ length: 256 }, (_, terang) => Math.round(terang * kali)),
  ) as [Uint16Array, Uint16Array, Uint16Array]
  const separuh = Math.max(1, Math.floor(lebar / 2))
  const baris = Math.max(1, Math.floor(tinggi / 2))
  const merahHijau = new Int16Array(separuh * baris)
  const biruHijau = new Int16Array(separuh * baris)
  for (let y = 0, p = 0, i = 0; y < tinggi; y += 1) {
    const awal = Math.min(baris - 1, y >> 1) * separuh
    for (let x = 0; x < lebar; x += 1, p += 4, i += 1) {
      const merah = a[rgba[p] ?? 0] ?? 0
      const hijau = b[rgba[p + 1] ?? 0] ?? 0
      const biru = c[rgba[p + 2] ?? 0] ?? 0
      const terang = merah > hijau ? (merah > biru ? merah : biru) : hijau > biru ? hijau : biru
      piksel[i] = terang > 255 ? 255 : terang
      const kolom = x >> 1
      const ke = awal + (kolom < separuh ? kolom : separuh - 1)
      merahHijau[ke] = (merahHijau[ke] ?? 0) + merah - hijau
      biruHijau[ke] = (biruHijau[ke] ?? 0) + biru - hijau
    }
  }
  const merah = removeLatar(smooth(merahHijau, separuh, baris), separuh, kelabu)
  const biru = removeLatar(smooth(biruHijau, separuh, baris), separuh, kelabu)
  const cahaya = new Int16Array(separuh * baris)
  for (let y = 0, i = 0; y < baris; y += 1) {
    for (let x = 0, p = y * 2 * lebar; x < separuh; x += 1, i += 1, p += 2) {
      cahaya[i] = ((piksel[p] ?? 0) + (piksel[p + 1] ?? 0) + (piksel[p + lebar] ?? 0)) / 3
    }
  }
  const terang = Uint8Array.from(smooth(cahaya, separuh, baris))
  return { kelabu, rona: { ...rateRona(merah, biru, separuh), terang } }
}

/** Side of a tile whose paper has one tint, in blocks: a card may lie on a sheet of another colour. */
export const petak = 32
/** Steps in which the share of a colour is counted, from minus one to one. */
const langkahRona = 400

/** Takes away what the paper of each tile has of a colour; print below it has as much less as it is darker. */
function removeLatar(nilai: Int16Array, lebar: number, kelabu: Citra): Int16Array {
  const tinggi = Math.floor(nilai.length / lebar)
  const hasil = new Int16Array(nilai.length)
  const hitung = new Uint16Array(langkahRona * 2 + 1)
  const read = (x: number, y: number) => kelabu.piksel[y * 2 * kelabu.lebar + x * 2] ?? 255
  for (let ty = 0; ty < tinggi; ty += petak) {
    for (let tx = 0; tx < lebar; tx += petak) {
      const xAkhir = Math.min(lebar, tx + petak)
      const yAkhir = Math.min(tinggi, ty + petak)
      hitung.fill(0)
      let banyak = 0
      for (let y = ty; y < yAkhir; y += 1) {
        for (let x = tx; x < xAkhir; x += 1) {
          const terang = read(x, y)
          if (terang < kertasTergelap) continue
          const bagian = (nilai[y * lebar + x] ?? 0) / (terang * 4)
          const ke = Math.round((Math.max(-1, Math.min(1, bagian)) + 1) * langkahRona)
          hitung[ke] = (hitung[ke] ?? 0) + 1
          banyak += 1
        }
      }
      let sisa = banyak / 2
      let tengah = 0
      while (tengah < langkahRona * 2 && sisa > (hitung[tengah] ?? 0)) {
        sisa -= hitung[tengah] ?? 0
        tengah += 1
      }
      const latar = banyak === 0 ? 0 : (tengah / langkahRona - 1) * 4
      for (let y = ty; y < yAkhir; y += 1) {
        for (let x = tx; x < xAkhir; x += 1) {
          hasil[y * lebar + x] = (nilai[y * lebar + x] ?? 0) - latar * read(x, y)
        }
      }
    }
  }
  return hasil
}

/** The sum of the nine blocks around each: noise has a colour at every pixel, ink over a stroke. */
function smooth(nilai: Int16Array, lebar: number, tinggi: number): Int16Array {
  const mendatar = new Int16Array(nilai.length)
  const hasil = new Int16Array(nilai.length)
  for (let i = 1; i < nilai.length - 1; i += 1) {
    mendatar[i] = ((nilai[i - 1] ?? 0) + (nilai[i] ?? 0) + (nilai[i + 1] ?? 0)) / 3
  }
  for (let i = lebar; i < lebar * (tinggi - 1); i += 1) {
    hasil[i] = ((mendatar[i - lebar] ?? 0) + (mendatar[i] ?? 0) + (mendatar[i + lebar] ?? 0)) / 3
  }
  return hasil
}

/** Each block held four pixels. */
function rateRona(merah: Int16Array, biru: Int16Array, lebar: number): Omit<Rona, 'terang'> {
  const kuat = new Uint8Array(merah.length)
  const arah = new Uint8Array(merah.length)
  for (let i = 0; i < kuat.length; i += 1) {
    const u = merah[i] ?? 0
    const v = biru[i] ?? 0
    const atas = u > v ? (u > 0 ? u : 0) : v > 0 ? v : 0
    const bawah = u < v ? (u < 0 ? u : 0) : v < 0 ? v : 0
    kuat[i] = Math.min(255, (atas - bawah) / 4)
    arah[i] = atas === 0 ? 1 : u > v ? 0 : 2
  }
  return { lebar, tinggi: Math.floor(merah.length / lebar), kuat, arah }
}
