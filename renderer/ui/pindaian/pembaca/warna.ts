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

/** Grey by the brightest channel, with the colours beside it. */
export function splitWarna(
  rgba: Uint8ClampedArray,
  lebar: number,
  tinggi: number,
): { readonly kelabu: Citra; readonly rona: Rona } {
  const [a, b, c] = measureKertas(rgba)
  const piksel = new Uint8Array(lebar * tinggi)
  const separuh = Math.max(1, Math.floor(lebar / 2))
  const baris = Math.max(1, Math.floor(tinggi / 2))
  const merahHijau = new Int16Array(separuh * baris)
  const biruHijau = new Int16Array(separuh * baris)
  for (let y = 0, p = 0, i = 0; y < tinggi; y += 1) {
    const awal = Math.min(baris - 1, y >> 1) * separuh
    for (let x = 0; x < lebar; x += 1, p += 4, i += 1) {
      const merah = (rgba[p] ?? 0) * a
      const hijau = (rgba[p + 1] ?? 0) * b
      const biru = (rgba[p + 2] ?? 0) * c
      const terang = merah > hijau ? (merah > biru ? merah : biru) : hijau > biru ? hijau : biru
      piksel[i] = terang > 255 ? 255 : terang
      const ke = awal + Math.min(separuh - 1, x >> 1)
      merahHijau[ke] = (merahHijau[ke] ?? 0) + merah - hijau
      biruHijau[ke] = (biruHijau[ke] ?? 0) + biru - hijau
    }
  }
  const kelabu = { lebar, tinggi, piksel }
  const merah = removeLatar(smooth(merahHijau, separuh, baris), separuh, kelabu)
  const biru = removeLatar(smooth(biruHijau, separuh, baris), separuh, kelabu)
  const cahaya = new Int16Array(separuh * baris)
  for (let i = 0; i < cahaya.length; i += 1) {
    const p = Math.floor(i / separuh) * 2 * lebar + (i % separuh) * 2
    cahaya[i] = ((piksel[p] ?? 0) + (piksel[p + 1] ?? 0) + (piksel[p + lebar] ?? 0)) / 3
  }
  const terang = Uint8Array.from(smooth(cahaya, separuh, baris))
  return { kelabu, rona: { ...rateRona(merah, biru, separuh), terang } }
}

/** Side of a tile whose paper has one tint, in blocks: a card may lie on a sheet of another colour. */
const petak = 32
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

/** Weaker than this it may be noise. */
const ronaTerlemah = 7
/** Blocks that tell how an ink looks must be clearly coloured. */
const ronaJelas = 13
const kertas = 250
/** Between print and paper. */
const setengahGelap = { dari: 60, sampai: 225 }
/** What fades becomes no brighter than the noise of the paper. */
const kertasPudar = 240
const cetak = 110
const hitam = 50
/** Coloured blocks of a tile through which a stamp goes; the fringes of black print are fewer. */
const blokTersedikit = 40
/** More of the ink than this is no stamp: the print itself has that colour. */
const bagianCetak = 0.75
const pudarTerkuat = 7

type Petak = { readonly kolom: number; readonly banyak: Uint16Array }

const listRona = [0, 1, 2] as const
type TigaAngka = readonly [number, number, number]

/** Calls for each block that is coloured and neither print nor paper: hue, tile, share of light taken. */
function eachBlok(
  { abu, kelabu, rona }: { abu: Citra; kelabu: Citra; rona: Rona },
  kolom: number,
  take: (arah: number, ubin: number, nisbah: number) => void,
): void {
  for (let y = 0; y < rona.tinggi; y += 1) {
    for (let x = 0; x < rona.lebar; x += 1) {
      const i = y * rona.lebar + x
      const kuat = rona.kuat[i] ?? 0
      if (kuat < ronaJelas) continue
      const p = y * 2 * abu.lebar + x * 2
      const terang = abu.piksel[p] ?? 255
      if (terang < setengahGelap.dari || terang > setengahGelap.sampai) continue
      const naik = terang / Math.max(1, kelabu.piksel[p] ?? 1)
      const ubin = Math.floor(y / petak) * kolom + Math.floor(x / petak)
      take(rona.arah[i] ?? 0, ubin, (kertas - terang) / (kuat * naik))
    }
  }
}

function countGelap(abu: Citra): number {
  let gelap = 0
  for (let i = 0; i < abu.piksel.length; i += 4) if ((abu.piksel[i] ?? 255) < cetak) gelap += 1
  return gelap
}

/** Tiles with a stamp in them and those beside them. */
function spread({ kolom, banyak }: Petak): Uint8Array {
  const hasil = new Uint8Array(banyak.length)
  banyak.forEach((satu, i) => {
    if (satu < blokTersedikit) return
    const x = i % kolom
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        if (x + dx >= 0 && x + dx < kolom) hasil[i + dy * kolom + dx] = 1
      }
    }
  })
  return hasil
}

/** How much light one step of its colour takes away, for each ink, and where that ink is. */
function measureTinta(
  abu: Citra,
  kelabu: Citra,
  rona: Rona,
): { readonly kuat: TigaAngka; readonly ubin: readonly Uint8Array[]; readonly kolom: number } {
  const kolom = Math.ceil(rona.lebar / petak)
  const panjang = kolom * Math.ceil(rona.tinggi / petak)
  const banyak = listRona.map(() => new Uint16Array(panjang))
  const bahan = { abu, kelabu, rona }
  eachBlok(bahan, kolom, (arah, ubin) => {
    const milik = banyak[arah]
    if (milik !== undefined) milik[ubin] = (milik[ubin] ?? 0) + 1
  })
  const nisbah: [number[], number[], number[]] = [[], [], []]
  eachBlok(bahan, kolom, (arah, ubin, satu) => {
    if ((banyak[arah]?.[ubin] ?? 0) >= blokTersedikit) nisbah[arah]?.push(satu)
  })
  const gelap = countGelap(abu)
  const kuat = nisbah.map((satu) => {
    if (satu.length > (gelap + satu.length) * bagianCetak) return 0
    const urut = Float32Array.from(satu).sort()
    return Math.min(pudarTerkuat, urut[Math.floor(urut.length * 0.55)] ?? 0)
  }) as unknown as TigaAngka
  return { kuat, ubin: banyak.map((satu) => spread({ kolom, banyak: satu })), kolom }
}

/**
 * Stamps in colour fade into the paper, and black print below them stays: each ink takes away as much
 * light as goes with its colour, and that much is given back. `abu` is `kelabu` on even paper.
 */
export function fadeCap(abu: Citra, kelabu: Citra, rona: Rona): Citra {
  const tinta = measureTinta(abu, kelabu, rona)
  if (tinta.kuat.every((satu) => satu === 0)) return abu
  const piksel = abu.piksel.slice()
  for (let y = 0; y < rona.tinggi * 2; y += 1) {
    const baris = (y >> 1) * rona.lebar
    const ubin = Math.floor((y >> 1) / petak) * tinta.kolom
    for (let x = 0; x < rona.lebar; x += 1) {
      const kuat = (rona.kuat[baris + x] ?? 0) - ronaTerlemah
      if (kuat <= 0) continue
      const arah = rona.arah[baris + x] ?? 0
      if (tinta.ubin[arah]?.[ubin + Math.floor(x / petak)] !== 1) continue
      const beri = kuat * (tinta.kuat[arah as 0 | 1 | 2] ?? 0)
      for (let p = y * abu.lebar + x * 2, n = 0; n < 2; n += 1, p += 1) {
        const terang = abu.piksel[p] ?? 255
        // As dark as print it is print, with a stamp across it or beside it: colours run into each
        // other when a scan is packed, and black has less of any colour than what lies around it.
        const hitamnya = terang < cetak ? Math.max(0, (terang - hitam) / (cetak - hitam)) : 1
        const asli = kelabu.piksel[p] ?? 1
        const gelapnya = Math.min(1, asli / Math.max(1, rona.terang[baris + x] ?? 1))
        const naik = terang / Math.max(1, asli)
        piksel[p] = Math.min(kertasPudar, terang + beri * naik * hitamnya * gelapnya)
      }
    }
  }
  return { ...abu, piksel }
}
