import sharp from 'sharp'
import type { Profil } from '../provinsi.ts'
import type { Random } from '../random.ts'
import type { Sheet } from '../kertas/sheet.ts'

/** One scanned page: 8 bits a sample, one or three samples a pixel. */
export type Halaman = {
  data: Buffer
  width: number
  height: number
  channels: 1 | 3
  /** Black and white only (0 or 255), as a photocopier or fax leaves it. */
  satuBit: boolean
  dpi: number
}

type Cara = {
  /** Blur in pixels at 200 dpi. */
  kabur: number
  bising: number
  /** How much darker the far corner is, as a share. */
  gelap: number
  /** Multiplier of everything and the black point of faded ink. */
  terang: number
  hitam: number
  warna: boolean
  rona: readonly [number, number, number]
}

const netral = [1, 1, 1] as const
const cara: Record<Profil, Cara> = {
  baik: {
    kabur: 0.4,
    bising: 3,
    gelap: 0.02,
    terang: 1,
    hitam: 8,
    warna: true,
    rona: [1, 0.997, 0.985],
  },
  sedang: {
    kabur: 0.65,
    bising: 6,
    gelap: 0.08,
    terang: 0.98,
    hitam: 24,
    warna: true,
    rona: [1, 0.99, 0.962],
  },
  buruk: {
    kabur: 1.15,
    bising: 12,
    gelap: 0.17,
    terang: 0.9,
    hitam: 52,
    warna: false,
    rona: netral,
  },
  ponsel: {
    kabur: 0.95,
    bising: 8,
    gelap: 0.38,
    terang: 0.93,
    hitam: 30,
    warna: true,
    rona: [1, 0.955, 0.84],
  },
  fotokopi: {
    kabur: 0.75,
    bising: 16,
    gelap: 0.07,
    terang: 1,
    hitam: 20,
    warna: false,
    rona: netral,
  },
  gelap: { kabur: 1.1, bising: 11, gelap: 0.5, terang: 0.2, hitam: 26, warna: false, rona: netral },
  kabur: {
    kabur: 7.5,
    bising: 6,
    gelap: 0.25,
    terang: 0.92,
    hitam: 40,
    warna: true,
    rona: [1, 0.97, 0.9],
  },
  terpotong: {
    kabur: 0.9,
    bising: 9,
    gelap: 0.15,
    terang: 0.95,
    hitam: 30,
    warna: true,
    rona: [1, 0.98, 0.93],
  },
}

/** A table of bell-shaped noise, read in a pseudo-random order: one draw a pixel would be slow. */
function makeBising(random: Random, kuat: number): Float32Array {
  return Float32Array.from({ length: 65_536 }, () => {
    const lonceng = random.next() + random.next() + random.next() + random.next() - 2
    return lonceng * kuat * 1.7
  })
}

/** Light over the page: one product of a row and a column profile with gentle waves in both. */
function makeCahaya(random: Random, panjang: number, gelap: number): Float32Array {
  const arah = random.chance(0.5)
  const gelombang = random.between(1.5, 4)
  const fase = random.between(0, 6)
  return Float32Array.from({ length: panjang }, (_, i) => {
    const t = arah ? i / panjang : 1 - i / panjang
    return 1 - gelap * (0.75 * t * t + 0.12 * (1 + Math.sin(t * gelombang * 6.28 + fase)))
  })
}

async function readPixels(sheet: Sheet, sigma: number, warna: boolean): Promise<Halaman> {
  const { width, height } = sheet.canvas
  let gambar = sharp(sheet.canvas.data(), { raw: { width, height, channels: 4 } }).removeAlpha()
  if (sigma >= 0.3) gambar = gambar.blur(sigma)
  if (!warna) gambar = gambar.toColourspace('b-w')
  const { data, info } = await gambar.raw().toBuffer({ resolveWithObject: true })
  return { data, width, height, channels: info.channels === 1 ? 1 : 3, satuBit: false, dpi: 0 }
}

function applyCahaya(random: Random, halaman: Halaman, satu: Cara): void {
  const { data, width, height, channels } = halaman
  const bising = makeBising(random, satu.bising)
  const mendatar = makeCahaya(random, width, satu.gelap * 0.6)
  const tegak = makeCahaya(random, height, satu.gelap)
  // One streak where the scanner glass was dirty.
  const kotor = random.chance(0.3) ? random.int(0, width - 1) : -9
  let acak = random.int(1, 65_535)
  let at = 0
  const skala = (255 - satu.hitam) / 255
  for (let y = 0; y < height; y++) {
    const baris = (tegak[y] ?? 1) * satu.terang
    for (let x = 0; x < width; x++) {
      acak = (acak * 1_664_525 + 1_013_904_223) >>> 0
      const tambah = bising[acak >>> 16] ?? 0
      const cahaya = baris * (mendatar[x] ?? 1) * (x === kotor ? 0.9 : 1)
      for (let c = 0; c < channels; c++) {
        const dasar = satu.hitam + (data[at] ?? 0) * skala
        const nilai = dasar * cahaya * (satu.rona[c] ?? 1) + tambah
        data[at++] = nilai < 0 ? 0 : nilai > 255 ? 255 : nilai
      }
    }
  }
}

/** The copier's view: black or white, broken thin strokes, pepper, a dark band at one edge. */
function applyFotokopi(random: Random, halaman: Halaman): void {
  const { data, width, height } = halaman
  const ambang = makeCahaya(random, height, 0.16)
  const pita = random.chance(0.6) ? random.int(4, 26) : 0
  const kiri = random.chance(0.5)
  for (let y = 0; y < height; y++) {
    const batas = 168 * (ambang[y] ?? 1)
    const tepi = pita * (0.6 + 0.4 * Math.sin(y / 90))
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const dariTepi = kiri ? x : width - 1 - x
      const gelap = dariTepi < tepi || (data[at] ?? 255) < batas
      data[at] = gelap ? 0 : 255
    }
  }
  for (let i = 0; i < 500; i++) {
    const besar = random.chance(0.12) ? 3 : random.int(1, 2)
    const x = random.int(0, width - 4)
    const y = random.int(0, height - 4)
    for (let dy = 0; dy < besar; dy++)
      data.fill(0, (y + dy) * width + x, (y + dy) * width + x + besar)
  }
  halaman.satuBit = true
}

async function crop(halaman: Halaman, random: Random): Promise<Halaman> {
  const { data, width, height, channels } = halaman
  const lebar = Math.round(width * random.between(0.4, 0.46))
  const tinggi = Math.round(height * random.between(0.55, 0.7))
  const potong = await sharp(data, { raw: { width, height, channels } })
    .extract({ left: 0, top: 0, width: lebar, height: tinggi })
    .raw()
    .toBuffer()
  return { ...halaman, data: potong, width: lebar, height: tinggi }
}

/** What the scanner made of a printed sheet. */
export async function degradeSheet(
  sheet: Sheet,
  random: Random,
  profil: Profil,
  dpi: number,
): Promise<Halaman> {
  const satu = cara[profil]
  const warna = satu.warna && (profil !== 'sedang' || random.chance(0.6))
  const dasar = await readPixels(sheet, satu.kabur * (dpi / 200), warna)
  const halaman: Halaman = { ...dasar, dpi }
  applyCahaya(random, halaman, satu)
  if (profil === 'fotokopi') applyFotokopi(random, halaman)
  return profil === 'terpotong' ? crop(halaman, random) : halaman
}

/** Quarter turns to the right. */
export async function rotateHalaman(halaman: Halaman, seperempat: number): Promise<Halaman> {
  if (seperempat === 0) return halaman
  const { width, height, channels } = halaman
  const { data, info } = await sharp(halaman.data, { raw: { width, height, channels } })
    .rotate(seperempat * 90)
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...halaman, data, width: info.width, height: info.height }
}
