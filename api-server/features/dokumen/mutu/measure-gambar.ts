import sharp from 'sharp'
import type { MutuHalaman } from '@meja/core/domain/mutu-pindaian.ts'
import type { Abu } from './abu.ts'
import { findMiring } from './find-miring.ts'

/** Longest side of the page that is looked at: about 150 dpi of A4. */
const sisiUkur = 1800

/** A share of the sorted values, from a histogram. */
function findPersentil(histogram: Uint32Array, bagian: number): number {
  const jumlah = histogram.reduce((a, b) => a + b, 0)
  let sampai = 0
  for (const [nilai, n] of histogram.entries()) {
    sampai += n
    if (sampai >= jumlah * bagian) return nilai
  }
  return histogram.length - 1
}

/** Without the rim, where scanner lids, tables and fingers lie. */
function cropTengah({ data, width, height }: Abu): Abu {
  const [x, y] = [Math.round(width * 0.08), Math.round(height * 0.08)]
  const [lebar, tinggi] = [Math.max(1, width - 2 * x), Math.max(1, height - 2 * y)]
  const tengah = new Uint8Array(lebar * tinggi)
  for (let baris = 0; baris < tinggi; baris += 1) {
    const awal = (baris + y) * width + x
    tengah.set(data.subarray(awal, awal + lebar), baris * lebar)
  }
  return { data: tengah, width: lebar, height: tinggi }
}

/** How far the steepest edges rise within one pixel, as a share of the whole contrast. */
function measureKetajaman({ data, width, height }: Abu, kontras: number): number {
  const curam = new Uint32Array(256)
  for (let y = 0; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const nomor = y * width + x
      const beda = Math.abs((data[nomor] ?? 0) - (data[nomor - 1] ?? 0))
      // Flat paper is most of a page and says nothing of its edges.
      if (beda > 6) curam[beda] = (curam[beda] ?? 0) + 1
    }
  }
  return Math.min(100, (findPersentil(curam, 0.98) / Math.max(1, kontras)) * 100)
}

const bulat = (nilai: number, per = 1): number => Math.round(nilai * per) / per

/** Sharpness, contrast, lean and blankness of one page; the resolution is known from elsewhere. */
export async function measureGambar(asli: Abu, dpi: number | null): Promise<MutuHalaman> {
  const raw = { width: asli.width, height: asli.height, channels: 1 } as const
  const { data, info } = await sharp(asli.data, { raw, limitInputPixels: false })
    .resize(sisiUkur, sisiUkur, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const tengah = cropTengah({ data, width: info.width, height: info.height })
  const histogram = new Uint32Array(256)
  for (let nomor = 0; nomor < tengah.data.length; nomor += 1) {
    const nilai = tengah.data[nomor] ?? 0
    histogram[nilai] = (histogram[nilai] ?? 0) + 1
  }
  const [hitam, putih] = [findPersentil(histogram, 0.01), findPersentil(histogram, 0.9)]
  const kontras = putih - hitam
  // One line of letters on an empty page is a thousandth of it.
  const kosong = putih - findPersentil(histogram, 0.0005) < 24
  return {
    dpi,
    ketajaman: kosong ? null : bulat(measureKetajaman(tengah, kontras)),
    kontras: bulat((kontras / 255) * 100),
    miring: kosong ? null : bulat(findMiring(tengah, (hitam + putih) / 2), 10),
    kosong,
  }
}
