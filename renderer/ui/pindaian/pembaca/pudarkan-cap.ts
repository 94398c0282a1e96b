import type { Citra } from './citra.ts'
import { petak, type Rona } from './warna.ts'

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
    const urut = Float32Array.from(satu).toSorted()
    return Math.min(pudarTerkuat, urut[Math.floor(urut.length * 0.55)] ?? 0)
  }) as unknown as TigaAngka
  return { kuat, ubin: banyak.map((satu) => spread({ kolom, banyak: satu })), kolom }
}

/**
 * Stamps in colour fade into the paper, and black print below them stays: each ink takes away as much
 * light as goes with its colour, and that much is given back. `abu` is `kelabu` on even paper.
 */
export function fadeCap(abu: Citra, kelabu: Citra, rona: Rona | null): Citra {
  if (rona === null) return abu
  const tinta = measureTinta(abu, kelabu, rona)
  if (tinta.kuat.every((satu) => satu === 0)) return abu
  const piksel = abu.piksel.slice()
  for (let y = 0; y < rona.tinggi * 2; y += 1) {
    const baris: number = (y >> 1) * rona.lebar
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
