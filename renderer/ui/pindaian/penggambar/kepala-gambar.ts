import type { Ukuran } from '../geometri.ts'

const tandaPng = 0x89504e47
const tandaRiff = 0x52494646

/** JPEG frame headers carry the size; 0xC4, 0xC8 and 0xCC share the range and do not. */
function isKerangkaJpeg(tanda: number): boolean {
  return tanda >= 0xc0 && tanda <= 0xcf && tanda !== 0xc4 && tanda !== 0xc8 && tanda !== 0xcc
}

function findUkuranJpeg(isi: DataView): Ukuran | null {
  let letak = 2
  while (letak + 9 <= isi.byteLength && isi.getUint8(letak) === 0xff) {
    const tanda = isi.getUint8(letak + 1)
    // Fill bytes may stand before any marker.
    if (tanda === 0xff) {
      letak += 1
      continue
    }
    if (isKerangkaJpeg(tanda)) {
      return { tinggi: isi.getUint16(letak + 5), lebar: isi.getUint16(letak + 7) }
    }
    letak += 2 + isi.getUint16(letak + 2)
  }
  return null
}

function findUkuranWebp(isi: DataView): Ukuran | null {
  const jenis = String.fromCodePoint(...[12, 13, 14, 15].map((letak) => isi.getUint8(letak)))
  if (jenis === 'VP8X') {
    const baca = (letak: number) => (isi.getUint32(letak, true) & 0xffffff) + 1
    return { lebar: baca(24), tinggi: baca(27) }
  }
  if (jenis === 'VP8L') {
    const bit = isi.getUint32(21, true)
    return { lebar: (bit & 0x3fff) + 1, tinggi: ((bit >> 14) & 0x3fff) + 1 }
  }
  if (jenis !== 'VP8 ') return null
  return { lebar: isi.getUint16(26, true) & 0x3fff, tinggi: isi.getUint16(28, true) & 0x3fff }
}

/**
 * Size of a JPEG, PNG or WebP as its header says, without decoding it: a few kilobytes can announce
 * 50,000 x 50,000 pixels, and they would all be allocated before anybody could refuse them.
 */
export function findUkuranGambar(bytes: ArrayBuffer): Ukuran | null {
  const isi = new DataView(bytes)
  if (isi.byteLength < 32) return null
  const tanda = isi.getUint32(0)
  if (tanda === tandaPng) return { lebar: isi.getUint32(16), tinggi: isi.getUint32(20) }
  if (tanda === tandaRiff) return findUkuranWebp(isi)
  return isi.getUint16(0) === 0xffd8 ? findUkuranJpeg(isi) : null
}
