import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { Ekstensi, TipeMedia } from '../provinsi.ts'
import type { Wadah } from '../scan-plan.ts'
import type { Halaman } from './degrade.ts'
import { encodeG4, wrapJbig2, writeTiffG4, type HalamanG4 } from './fax.ts'
import { writePdf, type GambarPdf } from './pdf.ts'

export type BerkasPindaian = {
  data: Buffer
  tipeMedia: TipeMedia
  ekstensi: Ekstensi
  halaman: number
}

const openRaw = ({ data, width, height, channels }: Halaman) =>
  sharp(data, { raw: { width, height, channels } }).toColourspace(channels === 1 ? 'b-w' : 'srgb')

export function encodeJpeg(halaman: Halaman, mutu: number): Promise<Buffer> {
  return openRaw(halaman).jpeg({ quality: mutu, chromaSubsampling: '4:2:0' }).toBuffer()
}

export function encodePng(halaman: Halaman): Promise<Buffer> {
  return openRaw(halaman).png({ palette: true, colours: 24, dither: 0, effort: 4 }).toBuffer()
}

export function encodeTiffLzw(halaman: Halaman): Promise<Buffer> {
  return openRaw(halaman).tiff({ compression: 'lzw', bitdepth: 1, predictor: 'none' }).toBuffer()
}

async function makeG4(halaman: Halaman): Promise<HalamanG4> {
  const { width, height, dpi } = halaman
  return { data: await encodeG4(halaman), width, height, dpi }
}

const mutuJpeg = (halaman: Halaman): number => (halaman.dpi >= 300 ? 52 : 50)

export async function makeGambar(halaman: Halaman, wadah: Wadah): Promise<GambarPdf> {
  const { width, height, dpi } = halaman
  const ukuran = { width, height, dpi, abuAbu: halaman.channels === 1 }
  if (wadah === 'pdf-g4')
    return { ...ukuran, filter: 'CCITTFaxDecode', data: await encodeG4(halaman) }
  if (wadah === 'pdf-jbig2') {
    return { ...ukuran, filter: 'JBIG2Decode', data: wrapJbig2(await makeG4(halaman)) }
  }
  return { ...ukuran, filter: 'DCTDecode', data: await encodeJpeg(halaman, mutuJpeg(halaman)) }
}

/**
 * A page of general provisions, as JPEG 2000. No installed package can encode that, so this one
 * page was encoded once (scripts/demo/aset/README.md) and closes some multi-page decrees.
 */
export function readHalamanJpx(): GambarPdf {
  const data = readFileSync(new URL('../aset/ketentuan.jp2', import.meta.url))
  const ihdr = data.indexOf('ihdr', 0, 'latin1')
  const height = data.readUInt32BE(ihdr + 4)
  const width = data.readUInt32BE(ihdr + 8)
  return { filter: 'JPXDecode', data, width, height, dpi: 150, abuAbu: true }
}

/** Puts pages into the file they are sent in; a JPEG or PNG holds only the first. */
export async function packHalaman(
  pages: readonly Halaman[],
  wadah: Wadah,
): Promise<BerkasPindaian> {
  const [pertama] = pages
  if (pertama === undefined) throw new Error('a scan has at least one page')
  switch (wadah) {
    case 'jpg': {
      const data = await encodeJpeg(pertama, 56)
      return { data, tipeMedia: 'image/jpeg', ekstensi: 'jpg', halaman: 1 }
    }
    case 'png':
      return { data: await encodePng(pertama), tipeMedia: 'image/png', ekstensi: 'png', halaman: 1 }
    case 'tif-lzw': {
      const data = await encodeTiffLzw(pertama)
      return { data, tipeMedia: 'image/tiff', ekstensi: 'tif', halaman: 1 }
    }
    case 'tif-g4': {
      const data = writeTiffG4(await Promise.all(pages.map(makeG4)))
      return { data, tipeMedia: 'image/tiff', ekstensi: 'tif', halaman: pages.length }
    }
    case 'pdf-jpeg':
    case 'pdf-g4':
    case 'pdf-jbig2':
    case 'pdf-jpx': {
      const gambar = await Promise.all(pages.map((satu) => makeGambar(satu, wadah)))
      if (wadah === 'pdf-jpx') gambar.push(readHalamanJpx())
      return {
        data: writePdf(gambar),
        tipeMedia: 'application/pdf',
        ekstensi: 'pdf',
        halaman: gambar.length,
      }
    }
  }
}
