import sharp from 'sharp'
import { deflateSync } from 'node:zlib'
import { buildPngChunk } from '../../../scripts/demo/hostile.ts'

/** Pictures that announce more than they are, or are not what they are called. */

const latin1 = (teks: string): Buffer => Buffer.from(teks, 'latin1')
const tandaPng = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function buildPng(lebar: number, tinggi: number, isi: Buffer, lain: readonly Buffer[] = []) {
  const kepala = Buffer.alloc(13)
  kepala.writeUInt32BE(lebar, 0)
  kepala.writeUInt32BE(tinggi, 4)
  kepala.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    tandaPng,
    buildPngChunk('IHDR', kepala),
    ...lain,
    buildPngChunk('IDAT', isi),
    buildPngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A TIFF from its directories; each entry is tag, type, count and value. */
function buildTiff(direktori: readonly (readonly (readonly [number, number, number, number])[])[]) {
  const bagian = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])]
  let letak = 8
  for (const [nomor, entri] of direktori.entries()) {
    const ifd = Buffer.alloc(2 + entri.length * 12 + 4)
    ifd.writeUInt16LE(entri.length, 0)
    entri.forEach(([tag, jenis, jumlah, nilai], i) => {
      ifd.writeUInt16LE(tag, 2 + i * 12)
      ifd.writeUInt16LE(jenis, 4 + i * 12)
      ifd.writeUInt32LE(jumlah, 6 + i * 12)
      ifd.writeUInt32LE(nilai, 10 + i * 12)
    })
    letak += ifd.length
    // The last directory points at the first: a reader that follows never ends.
    ifd.writeUInt32LE(nomor === direktori.length - 1 ? 8 : letak, ifd.length - 4)
    bagian.push(ifd)
  }
  return Buffer.concat([...bagian, Buffer.alloc(64)])
}

const LEBAR = 256
const TINGGI = 257
const BIT = 258
const MAMPAT = 259
const WARNA = 262
const LETAK_STRIP = 273
const BARIS_STRIP = 278
const PANJANG_STRIP = 279

const ifdKecil = [
  [LEBAR, 4, 1, 100],
  [TINGGI, 4, 1, 100],
  [BIT, 3, 1, 8],
  [MAMPAT, 3, 1, 1],
  [WARNA, 3, 1, 1],
  [LETAK_STRIP, 4, 1, 8],
  [BARIS_STRIP, 4, 1, 100],
  [PANJANG_STRIP, 4, 1, 0xfffffff0],
] as const

/** Only the head of what a phone writes; nobody here can make a whole one. */
function buildHeic(): Buffer {
  const kotak = (nama: string, isi: Buffer) => {
    const kepala = Buffer.alloc(8)
    kepala.writeUInt32BE(8 + isi.length)
    kepala.write(nama, 4, 'latin1')
    return Buffer.concat([kepala, isi])
  }
  return Buffer.concat([
    kotak('ftyp', latin1('heic\0\0\0\0mif1heic')),
    kotak('meta', Buffer.alloc(64)),
    kotak('mdat', Buffer.alloc(4096, 0x5a)),
  ])
}

function raiseJpegSize(jpeg: Buffer): Buffer {
  const besar = Buffer.from(jpeg)
  for (let i = 2; i < besar.length - 9; i += 1) {
    const kerangka = besar[i] === 0xff && (besar[i + 1] === 0xc0 || besar[i + 1] === 0xc2)
    if (!kerangka) continue
    besar.writeUInt16BE(65_500, i + 5)
    besar.writeUInt16BE(65_500, i + 7)
    break
  }
  return besar
}

export async function makeGambarJahat(): Promise<Record<string, Buffer>> {
  const polos = sharp({
    create: { width: 800, height: 1100, channels: 3, background: '#e8e4da' },
  })
  const jpeg = await polos.clone().jpeg().toBuffer()
  const webp = await polos.clone().webp().toBuffer()
  const baris = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 })
  return {
    'jpeg-mengaku-raksasa.jpg': raiseJpegSize(jpeg),
    'jpeg-ekor-skrip.jpg': Buffer.concat([jpeg, latin1('<script>document.title="jalan"</script>')]),
    'png-isi-berlebih.png': buildPng(100, 100, baris),
    'png-kurang-isi.png': buildPng(4000, 4000, deflateSync(Buffer.alloc(64))),
    'png-teks-skrip.png': buildPng(4, 4, deflateSync(Buffer.alloc(4 * 13)), [
      buildPngChunk('tEXt', latin1('Comment\0<img src=x onerror="document.title=\'jalan\'">')),
    ]),
    'png-nol.png': buildPng(0, 0, deflateSync(Buffer.alloc(1))),
    'webp-terpotong.webp': webp.subarray(0, Math.floor(webp.length / 2)),
    'tiff-berputar.tif': buildTiff([ifdKecil, ifdKecil]),
    'tiff-raksasa.tif': buildTiff([
      ifdKecil.map(([tag, jenis, jumlah, nilai]) =>
        tag === LEBAR || tag === TINGGI
          ? ([tag, 4, 1, 50_000] as const)
          : ([tag, jenis, jumlah, nilai] as const),
      ),
    ]),
    'tiff-strip-sejuta.tif': buildTiff([
      ifdKecil.map(([tag, jenis, , nilai]) =>
        tag === LETAK_STRIP
          ? ([tag, 4, 50_000_000, 8] as const)
          : ([tag, jenis, 1, nilai] as const),
      ),
    ]),
    'foto-iphone.heic': buildHeic(),
    'heic-disebut.jpg': buildHeic(),
    'gif-disebut.jpg': latin1(
      'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
    ),
    'bmp-disebut.png': Buffer.concat([latin1('BM'), Buffer.alloc(200)]),
    'jpeg-dan-pdf.pdf': Buffer.concat([jpeg, latin1('\n%PDF-1.7\n%%EOF\n')]),
  }
}
