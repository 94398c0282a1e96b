import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { html, makePdfTeks, makeZip } from '../../../scripts/demo/hostile.ts'
import { createRandom } from '../../../scripts/demo/random.ts'
import { makeGambarJahat } from './gambar-jahat.ts'
import { pdfAktif, pdfBengkak, pdfTakBerujung } from './pdf-jahat.ts'

const fixtures = new URL('../../fixtures/dokumen/', import.meta.url)

/** Two kinds of file at once, or something before the beginning. */
function makePoliglot(): Record<string, Buffer> {
  const pdf = makePdfTeks()
  const jpeg = readFileSync(new URL('foto.jpg', fixtures))
  const komentar = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, (pdf.length + 2) >> 8, (pdf.length + 2) & 255]),
    pdf,
    jpeg.subarray(2),
  ])
  return {
    'poliglot-zip.pdf': Buffer.concat([pdf, makeZip()]),
    'poliglot-html.pdf': Buffer.concat([Buffer.from('%PDF-1.7\n'), html, pdf.subarray(9)]),
    'poliglot-jpeg.pdf': komentar,
    'poliglot-jpeg.jpg': komentar,
    'program.pdf': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096, 0x90)]),
    'hanya-kepala.pdf': Buffer.from('%PDF-1.7\n'),
    'satu-bita.pdf': Buffer.from('%'),
    'teks-saja.tif': Buffer.from('bukan gambar\n'.repeat(50)),
  }
}

/** Names that a system, a terminal or a page could take for something else. */
function makeNama(): Record<string, Buffer> {
  const pdf = makePdfTeks()
  return {
    'CON.pdf': pdf,
    'sk-\u202Efdp.exe': pdf,
    '<img src=x onerror=alert(1)>.pdf': pdf,
    'baris\nbaru.pdf': pdf,
    [`${'panjang'.repeat(28)}.pdf`]: pdf,
    '-rf.pdf': pdf,
  }
}

/** Good files with bytes flipped, cut out or doubled, as a bad disk or a hand does it. */
function mutate(isi: Buffer, acak: () => number): Buffer {
  const letak = () => Math.floor(acak() * isi.length)
  const rusak = Buffer.from(isi)
  for (let kali = 0; kali < 1 + acak() * 40; kali += 1) {
    rusak.writeUInt8(Math.floor(acak() * 256), letak())
  }
  const cara = acak()
  if (cara < 0.6) return rusak
  const [awal = 0, akhir = 0] = [letak(), letak()].toSorted((a, b) => a - b)
  if (cara < 0.8) return Buffer.concat([rusak.subarray(0, awal), rusak.subarray(akhir)])
  return Buffer.concat([rusak.subarray(0, akhir), rusak.subarray(awal)])
}

function* listMutasi(seed: number, jumlah: number): Generator<[string, Buffer]> {
  const acak = createRandom(`documents ${seed}`)
  const asal = readdirSync(fixtures).filter((nama) => {
    const besar = readFileSync(new URL(nama, fixtures)).length
    return nama !== 'manifest.json' && nama !== 'raksasa.png' && besar > 100
  })
  for (let nomor = 0; nomor < jumlah; nomor += 1) {
    const nama = asal[nomor % asal.length] ?? ''
    const isi = mutate(readFileSync(new URL(nama, fixtures)), acak.next)
    yield [`mutasi-${String(nomor).padStart(4, '0')}-${nama}`, isi]
  }
}

/** Writes every kind of bad file, and mutations of good ones; the same seed writes the same. */
export async function writeKumpulan(dir: string, seed: number, mutasi: number): Promise<void> {
  mkdirSync(dir, { recursive: true })
  const write = (nama: string, isi: Buffer) => writeFileSync(join(dir, nama), isi)
  for (const nama of readdirSync(fixtures)) {
    if (extname(nama) !== '.json') write(nama, readFileSync(new URL(nama, fixtures)))
  }
  for (const [nama, make] of Object.entries({ ...pdfAktif, ...pdfBengkak, ...pdfTakBerujung })) {
    write(nama, make())
  }
  const siap = { ...makePoliglot(), ...makeNama(), ...(await makeGambarJahat()) }
  for (const [nama, isi] of Object.entries(siap)) write(nama, isi)
  for (const [nama, isi] of listMutasi(seed, mutasi)) write(nama, isi)
}
