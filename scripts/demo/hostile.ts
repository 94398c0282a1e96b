import { createHash } from 'node:crypto'
import { createDeflate, crc32, deflateRawSync } from 'node:zlib'

/** Broken and hostile files, each as small as it can be. Nothing in them does harm when opened. */

const latin1 = (teks: string): Buffer => Buffer.from(teks, 'latin1')

/** A PDF from ready object bodies; object 1 is the catalog. */
export function buildPdf(objects: readonly string[], trailer = ''): Buffer {
  let isi = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const letak = objects.map((object, i) => {
    const at = isi.length
    isi += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const mulai = isi.length
  const baris = letak.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  isi += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${baris}`
  isi += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${mulai}\n%%EOF\n`
  return latin1(isi)
}

const stream = (isi: string, tambahan = ''): string =>
  `<< /Length ${isi.length} ${tambahan}>>\nstream\n${isi}\nendstream`

const halaman = (tambahan = ''): string =>
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
  `/Resources << /Font << /F1 5 0 R >> >> ${tambahan}>>`
const huruf = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const satuHalaman = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'

function writeLines(lines: readonly string[]): string {
  return lines.map((line, i) => `BT /F1 12 Tf 72 ${760 - i * 20} Td (${line}) Tj ET`).join('\n')
}

const surat = writeLines([
  'SURAT PERNYATAAN MELAKSANAKAN TUGAS',
  'Nomor: 800.1.3.1/4417/204.3/2026',
  'Yang bertanda tangan di bawah ini menyatakan dengan sesungguhnya',
  'bahwa pegawai yang bersangkutan telah melaksanakan tugas',
  'terhitung mulai tanggal 2 Maret 2026.',
])

export function makePdfTeks(): Buffer {
  return buildPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    satuHalaman,
    halaman(),
    stream(surat),
    huruf,
  ])
}

/** Scripts and actions of every kind that a reader could be led to run. */
export function makePdfAktif(): Buffer {
  const js = "app.alert('jalan'); app.launchURL('http://contoh.invalid/');"
  return buildPdf([
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 7 0 R >> ' +
      `/Names << /JavaScript << /Names [(a) 6 0 R] >> >> >>`,
    satuHalaman,
    halaman('/AA << /O 7 0 R >> /Annots [8 0 R 9 0 R] '),
    stream(surat),
    huruf,
    `<< /S /JavaScript /JS (${js.replaceAll('(', '\\(').replaceAll(')', '\\)')}) >>`,
    '<< /S /Launch /F (calc.exe) /Win << /F (calc.exe) >> >>',
    '<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 0] ' +
      '/A << /S /URI /URI (http://contoh.invalid/lacak) >> >>',
    '<< /Type /Annot /Subtype /Link /Rect [0 0 595 421] /Border [0 0 0] /A 7 0 R >>',
  ])
}

export function makePdfSeratusRibu(): Buffer {
  return buildPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 100000 >>',
    halaman(),
    stream(surat),
    huruf,
  ])
}

function rc4(kunci: Buffer, data: Buffer): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i)
  const swap = (a: number, b: number): void => {
    const simpan = s[a] ?? 0
    s[a] = s[b] ?? 0
    s[b] = simpan
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (kunci[i % kunci.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((satu) => {
      i = (i + 1) & 255
      j = (j + (s[i] ?? 0)) & 255
      swap(i, j)
      return satu ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 255] ?? 0)
    }),
  )
}

const md5 = (...isi: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(isi)).digest()

const pad = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')

/** Locked with a password (standard handler, revision 2): a reader must ask and cannot. */
export function makePdfTerkunci(): Buffer {
  const sandi = Buffer.concat([latin1('rahasia'), pad]).subarray(0, 32)
  const id = Buffer.alloc(16, 7)
  const pemilik = rc4(md5(sandi).subarray(0, 5), sandi)
  const izin = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const kunci = md5(sandi, pemilik, izin, id).subarray(0, 5)
  const pemakai = rc4(kunci, pad)
  const isi = rc4(md5(kunci, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10), latin1(surat))
  const hex = (satu: Buffer): string => `<${satu.toString('hex')}>`
  return buildPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      satuHalaman,
      halaman(),
      stream(isi.toString('latin1')),
      huruf,
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(pemilik)} /U ${hex(pemakai)} >>`,
    ],
    `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}] `,
  )
}

export function buildPngChunk(nama: string, isi: Buffer): Buffer {
  const badan = Buffer.concat([latin1(nama), isi])
  const kepala = Buffer.alloc(4)
  kepala.writeUInt32BE(isi.length)
  const jumlah = Buffer.alloc(4)
  jumlah.writeUInt32BE(crc32(badan))
  return Buffer.concat([kepala, badan, jumlah])
}

/** A whole, valid, blank PNG of 50,000 x 50,000 pixels: 300 KB on disk, 2.5 gigapixels in memory. */
export async function makePngRaksasa(sisi = 50_000): Promise<Buffer> {
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(sisi, 0)
  ihdr.writeUInt32BE(sisi, 4)
  ihdr.set([1, 0, 0, 0, 0], 8)
  const deflate = createDeflate({ level: 9 })
  const potongan: Buffer[] = []
  deflate.on('data', (satu: Buffer) => potongan.push(satu))
  const selesai = new Promise<void>((resolve) => deflate.on('end', resolve))
  const baris = Buffer.alloc((1 + Math.ceil(sisi / 8)) * 100)
  for (let i = 0; i < sisi / 100; i++) {
    if (!deflate.write(baris)) await new Promise((resolve) => deflate.once('drain', resolve))
  }
  deflate.end()
  await selesai
  const tanda = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    tanda,
    buildPngChunk('IHDR', ihdr),
    buildPngChunk('IDAT', Buffer.concat(potongan)),
    buildPngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A ZIP with one stored text file. */
export function makeZip(): Buffer {
  const nama = latin1('baca-saya.txt')
  const isi = deflateRawSync(latin1('bukan pdf\n'))
  const lokal = Buffer.alloc(30)
  lokal.writeUInt32LE(0x04034b50, 0)
  lokal.writeUInt16LE(20, 4)
  lokal.writeUInt16LE(8, 8)
  lokal.writeUInt32LE(crc32(latin1('bukan pdf\n')), 14)
  lokal.writeUInt32LE(isi.length, 18)
  lokal.writeUInt32LE(10, 22)
  lokal.writeUInt16LE(nama.length, 26)
  const pusat = Buffer.alloc(46)
  pusat.writeUInt32LE(0x02014b50, 0)
  lokal.copy(pusat, 6, 4, 30)
  const akhir = Buffer.alloc(22)
  akhir.writeUInt32LE(0x06054b50, 0)
  akhir.writeUInt16LE(1, 8)
  akhir.writeUInt16LE(1, 10)
  akhir.writeUInt32LE(46 + nama.length, 12)
  akhir.writeUInt32LE(30 + nama.length + isi.length, 16)
  return Buffer.concat([lokal, nama, isi, pusat, nama, akhir])
}

export const svg = latin1(
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">' +
    '<script>fetch("http://contoh.invalid/")</script><rect width="200" height="200" fill="#c00"/></svg>\n',
)

export const html = latin1(
  '<!doctype html><title>pdf?</title><script>document.title = "jalan"</script><p>%PDF-1.7</p>\n',
)
