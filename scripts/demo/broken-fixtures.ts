import type { ErrorCode } from '@meja/core/api/errors.ts'
import {
  html,
  makePdfSeratusRibu,
  makePdfTeks,
  makePdfTerkunci,
  makePngRaksasa,
  makeZip,
  svg,
} from './hostile.ts'

/** One line of tests/fixtures/dokumen/manifest.json. */
export type Fixture = {
  file: string
  jenis: 'pdf' | 'jpeg' | 'png' | 'tiff' | 'webp' | 'lain'
  pages: number
  codec: string
  note: string
  expected: 'terbaca' | ErrorCode
  /** Name to send it under when that is what is tested; kept off the disk, see `note`. */
  namaUnggah?: string
}

export type Isi = Fixture & { data: Buffer }

/** Files that must be refused, some of them cut from good ones. */
export async function makeBroken(baik: readonly Isi[]): Promise<Isi[]> {
  const get = (file: string): Buffer => {
    const ada = baik.find((satu) => satu.file === file)
    if (ada === undefined) throw new Error(`no fixture ${file}`)
    return ada.data
  }
  const foto = get('foto.jpg')
  const pdf = get('rebah.pdf')
  const sampah = Buffer.from('GIF89a bukan awal sebuah PDF. '.repeat(20), 'latin1')
  return [
    {
      file: 'terpotong.jpg',
      jenis: 'jpeg',
      pages: 0,
      codec: 'JPEG',
      note: 'ends in the middle of the picture',
      expected: 'berkas_rusak',
      data: foto.subarray(0, Math.floor(foto.length * 0.3)),
    },
    {
      file: 'terpotong.pdf',
      jenis: 'pdf',
      pages: 0,
      codec: 'DCTDecode',
      note: 'ends in the middle of its image, no xref',
      expected: 'berkas_rusak',
      data: pdf.subarray(0, 20_000),
    },
    {
      file: 'kosong.pdf',
      jenis: 'lain',
      pages: 0,
      codec: 'none',
      note: 'zero bytes',
      expected: 'berkas_kosong',
      data: Buffer.alloc(0),
    },
    {
      file: 'terkunci.pdf',
      jenis: 'pdf',
      pages: 0,
      codec: 'text',
      note: 'needs a password to open',
      expected: 'berkas_terkunci',
      data: makePdfTerkunci(),
    },
    {
      file: 'svg.png',
      jenis: 'lain',
      pages: 0,
      codec: 'SVG',
      note: 'SVG with a script, called PNG',
      expected: 'berkas_tidak_didukung',
      data: svg,
    },
    {
      file: 'zip.pdf',
      jenis: 'lain',
      pages: 0,
      codec: 'ZIP',
      note: 'ZIP called PDF',
      expected: 'berkas_tidak_didukung',
      data: makeZip(),
    },
    {
      file: 'html.pdf',
      jenis: 'lain',
      pages: 0,
      codec: 'HTML',
      note: 'HTML called PDF',
      expected: 'berkas_tidak_didukung',
      data: html,
    },
    {
      file: 'sampah-di-depan.pdf',
      jenis: 'lain',
      pages: 0,
      codec: 'text',
      note: '600 bytes before %PDF: could be two file types at once',
      expected: 'berkas_tidak_didukung',
      data: Buffer.concat([sampah, makePdfTeks()]),
    },
    {
      file: 'seratus-ribu-halaman.pdf',
      jenis: 'pdf',
      pages: 0,
      codec: 'text',
      note: 'claims 100,000 pages',
      expected: 'berkas_terlalu_banyak_halaman',
      data: makePdfSeratusRibu(),
    },
    {
      file: 'raksasa.png',
      jenis: 'png',
      pages: 0,
      codec: 'PNG',
      note: '50,000 x 50,000 pixels',
      expected: 'berkas_terlalu_luas',
      data: await makePngRaksasa(),
    },
  ]
}

// These two names cannot be checked out everywhere, so only the manifest carries them.
export const namaBerbahaya: readonly Omit<Fixture, 'file'>[] = [
  {
    jenis: 'pdf',
    pages: 1,
    codec: 'text',
    note: 'a device name on Windows',
    expected: 'terbaca',
    namaUnggah: 'CON.pdf',
  },
  {
    jenis: 'pdf',
    pages: 1,
    codec: 'text',
    note: 'right-to-left override hides the ending',
    expected: 'terbaca',
    namaUnggah: 'sk-\u202efdp.exe',
  },
]
