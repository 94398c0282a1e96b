import sharp from 'sharp'
import type { Halaman } from './degrade.ts'

/**
 * Group 4 fax coding (ITU-T T.6) of a one-bit page, as one run of data. libvips writes it inside a
 * TIFF; asked for one strip, that strip is the plain T.6 stream that PDF, TIFF and JBIG2 all carry.
 */
export async function encodeG4(halaman: Halaman): Promise<Buffer> {
  const { width, height, data } = halaman
  // libvips calls 0 black and libtiff codes 0 as a white run: negate, so that ink becomes black runs.
  const negatif = Buffer.from(data.subarray(0, width * height).map((nilai) => 255 - nilai))
  const tiff = await sharp(negatif, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tileHeight: Math.max(height, 16) })
    .toBuffer()
  return readStrip(tiff)
}

const tagStripOffsets = 273
const tagStripByteCounts = 279

function readStrip(tiff: Buffer): Buffer {
  const ifd = tiff.readUInt32LE(4)
  const tag = new Map<number, { jumlah: number; nilai: number }>()
  for (let i = 0; i < tiff.readUInt16LE(ifd); i++) {
    const at = ifd + 2 + i * 12
    tag.set(tiff.readUInt16LE(at), {
      jumlah: tiff.readUInt32LE(at + 4),
      nilai: tiff.readUInt32LE(at + 8),
    })
  }
  const letak = tag.get(tagStripOffsets)
  const panjang = tag.get(tagStripByteCounts)
  if (letak?.jumlah !== 1 || panjang === undefined)
    throw new Error('expected one strip of fax data')
  return Buffer.from(tiff.subarray(letak.nilai, letak.nilai + panjang.nilai))
}

export type HalamanG4 = { data: Buffer; width: number; height: number; dpi: number }

const short = 3
const long = 4

/** A multi-page TIFF of Group 4 pages; classic little-endian, one strip a page. */
export function writeTiffG4(pages: readonly HalamanG4[]): Buffer {
  const bagian: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])]
  let panjang = 8
  let rantai = 4
  const all = (): Buffer => Buffer.concat(bagian)
  const tambal: [at: number, nilai: number][] = []
  for (const [nomor, page] of pages.entries()) {
    const letakData = panjang
    const isi = page.data.length % 2 === 0 ? page.data : Buffer.concat([page.data, Buffer.alloc(1)])
    bagian.push(isi)
    panjang += isi.length
    const letakIfd = panjang
    const tags: readonly (readonly [number, number, number])[] = [
      [254, long, 2],
      [256, long, page.width],
      [257, long, page.height],
      [258, short, 1],
      [259, short, 4],
      [262, short, 0],
      [273, long, letakData],
      [277, short, 1],
      [278, long, page.height],
      [279, long, page.data.length],
      [282, 5, letakIfd + 2 + 13 * 12 + 4],
      [283, 5, letakIfd + 2 + 13 * 12 + 4],
      [297, short, nomor | (pages.length << 16)],
    ]
    const ifd = Buffer.alloc(2 + tags.length * 12 + 4 + 8)
    ifd.writeUInt16LE(tags.length, 0)
    tags.forEach(([tag, tipe, nilai], i) => {
      const at = 2 + i * 12
      ifd.writeUInt16LE(tag, at)
      ifd.writeUInt16LE(tipe, at + 2)
      ifd.writeUInt32LE(tag === 297 ? 2 : 1, at + 4)
      ifd.writeUInt32LE(nilai, at + 8)
    })
    ifd.writeUInt32LE(page.dpi, 2 + tags.length * 12 + 4)
    ifd.writeUInt32LE(1, 2 + tags.length * 12 + 8)
    tambal.push([rantai, letakIfd])
    rantai = letakIfd + 2 + tags.length * 12
    bagian.push(ifd)
    panjang += ifd.length
  }
  const tiff = all()
  for (const [at, nilai] of tambal) tiff.writeUInt32LE(nilai, at)
  return tiff
}

/** A JBIG2 page (ITU-T T.88) as PDF embeds it: one generic region whose coding is the same T.6. */
export function wrapJbig2(page: HalamanG4): Buffer {
  const segment = (nomor: number, tipe: number, isi: Buffer): Buffer => {
    const kepala = Buffer.alloc(11)
    kepala.writeUInt32BE(nomor, 0)
    kepala.writeUInt8(tipe, 4)
    kepala.writeUInt8(0, 5)
    kepala.writeUInt8(1, 6)
    kepala.writeUInt32BE(isi.length, 7)
    return Buffer.concat([kepala, isi])
  }
  const info = Buffer.alloc(19)
  info.writeUInt32BE(page.width, 0)
  info.writeUInt32BE(page.height, 4)
  const wilayah = Buffer.alloc(18)
  wilayah.writeUInt32BE(page.width, 0)
  wilayah.writeUInt32BE(page.height, 4)
  wilayah.writeUInt8(1, 17) // MMR
  return Buffer.concat([segment(0, 48, info), segment(1, 38, Buffer.concat([wilayah, page.data]))])
}
