import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { makePesanan } from './orders.ts'
import { makePdfAktif, makePdfTeks } from './hostile.ts'
import { makeBroken, namaBerbahaya, type Fixture, type Isi } from './broken-fixtures.ts'
import { makePindaian } from './pindai/scan.ts'
import { planProvince } from './province.ts'
import type { RencanaPindai } from './scan-plan.ts'

// An own little province: the fixtures change only when the paper itself does.
const rencana = planProvince('fixtures', 'kecil')

async function scan(jenis: string, pindai: RencanaPindai): Promise<Buffer> {
  const berkas = rencana.berkas.find((satu) => satu.usulan.jenis === jenis)
  if (berkas === undefined) throw new Error(`no ${jenis} to scan`)
  // Only decrees of many pages show what the multi-page formats do: try keys until one has two.
  for (let coba = 0; coba < 40; coba++) {
    const pesanan = makePesanan(rencana, { ...berkas, pindai })
    const hasil = await makePindaian({
      ...pesanan,
      kunci: `fixture/${jenis}/${pindai.wadah}/${coba}`,
    })
    const banyak = pindai.wadah === 'tif-g4' || pindai.wadah === 'pdf-jbig2'
    if (!banyak || hasil.halaman > 1) return hasil.data
  }
  throw new Error(`no multi-page ${jenis}`)
}

async function makeReadable(): Promise<Isi[]> {
  const baca = { expected: 'terbaca' as const }
  const foto = await scan('kartu_keluarga', { profil: 'ponsel', dpi: 130, wadah: 'jpg', putar: 0 })
  return [
    {
      ...baca,
      file: 'pdf-jpeg.pdf',
      jenis: 'pdf',
      pages: 1,
      codec: 'DCTDecode',
      note: 'SK KGB, grey or colour JPEG in PDF, 200 dpi',
      data: await scan('gaji', { profil: 'sedang', dpi: 200, wadah: 'pdf-jpeg', putar: 0 }),
    },
    {
      ...baca,
      file: 'pdf-jbig2.pdf',
      jenis: 'pdf',
      pages: 2,
      codec: 'JBIG2Decode',
      note: 'SK KP with its list, photocopy, MMR generic region',
      data: await scan('pangkat', { profil: 'fotokopi', dpi: 200, wadah: 'pdf-jbig2', putar: 0 }),
    },
    {
      ...baca,
      file: 'pdf-ccitt.pdf',
      jenis: 'pdf',
      pages: 1,
      codec: 'CCITTFaxDecode',
      note: 'SKP, photocopy, Group 4',
      data: await scan('kinerja', { profil: 'fotokopi', dpi: 200, wadah: 'pdf-g4', putar: 0 }),
    },
    {
      ...baca,
      file: 'pdf-jpx.pdf',
      jenis: 'pdf',
      pages: 2,
      codec: 'DCTDecode, JPXDecode',
      note: 'certificate, then a JPEG 2000 page',
      data: await scan('diklat', { profil: 'sedang', dpi: 100, wadah: 'pdf-jpx', putar: 0 }),
    },
    {
      ...baca,
      file: 'tiff-g4.tif',
      jenis: 'tiff',
      pages: 2,
      codec: 'CCITT G4',
      note: 'SK CPNS with its list, photocopy, two pages',
      data: await scan('cpns', { profil: 'fotokopi', dpi: 200, wadah: 'tif-g4', putar: 0 }),
    },
    {
      ...baca,
      file: 'tiff-lzw.tif',
      jenis: 'tiff',
      pages: 1,
      codec: 'LZW',
      note: 'ijazah, photocopy, one bit',
      data: await scan('pendidikan', { profil: 'fotokopi', dpi: 200, wadah: 'tif-lzw', putar: 0 }),
    },
    {
      ...baca,
      file: 'foto.jpg',
      jenis: 'jpeg',
      pages: 1,
      codec: 'JPEG',
      note: 'KK photographed by telephone',
      data: foto,
    },
    {
      ...baca,
      file: 'foto-exif-6.jpg',
      jenis: 'jpeg',
      pages: 1,
      codec: 'JPEG',
      note: 'the same lying on its side, EXIF orientation 6 puts it upright',
      data: await sharp(foto)
        .rotate(270)
        .withMetadata({ orientation: 6 })
        .jpeg({ quality: 55 })
        .toBuffer(),
    },
    {
      ...baca,
      file: 'foto.webp',
      jenis: 'webp',
      pages: 1,
      codec: 'WebP',
      note: 'the same as WebP',
      data: await sharp(foto).webp({ quality: 55 }).toBuffer(),
    },
    {
      ...baca,
      file: 'cmyk.jpg',
      jenis: 'jpeg',
      pages: 1,
      codec: 'JPEG CMYK',
      note: 'the same in four print colours',
      data: await sharp(foto).resize(700).toColourspace('cmyk').jpeg({ quality: 50 }).toBuffer(),
    },
    {
      ...baca,
      file: 'halaman.png',
      jenis: 'png',
      pages: 1,
      codec: 'PNG',
      note: 'akta nikah, palette PNG',
      data: await scan('pasangan', { profil: 'fotokopi', dpi: 150, wadah: 'png', putar: 0 }),
    },
    {
      ...baca,
      file: 'rebah.pdf',
      jenis: 'pdf',
      pages: 1,
      codec: 'DCTDecode',
      note: 'SKP lying on its side, a quarter turn to the right',
      data: await scan('kinerja', { profil: 'buruk', dpi: 130, wadah: 'pdf-jpeg', putar: 1 }),
    },
    {
      ...baca,
      file: 'teks.pdf',
      jenis: 'pdf',
      pages: 1,
      codec: 'text',
      note: 'a PDF with text and no image',
      data: makePdfTeks(),
    },
    {
      ...baca,
      file: 'aktif.pdf',
      jenis: 'pdf',
      pages: 1,
      codec: 'text',
      note: 'JavaScript, OpenAction, Launch and URI actions: shown, nothing of it runs',
      data: makePdfAktif(),
    },
  ]
}

const dir =
  process.argv[2] ?? fileURLToPath(new URL('../../tests/fixtures/dokumen', import.meta.url))
await rm(dir, { recursive: true, force: true })
await mkdir(dir, { recursive: true })
const baik = await makeReadable()
const semua = [...baik, ...(await makeBroken(baik))]
for (const { file, data } of semua) await writeFile(join(dir, file), data)
const manifest: Fixture[] = [
  ...semua.map(({ data: _data, ...baris }) => baris),
  ...namaBerbahaya.map((satu) => ({ file: 'teks.pdf', ...satu })),
]
// The override is written as an escape: a file that hides it would be the same trick.
const json = JSON.stringify(manifest, null, 2).replaceAll('\u202e', '\\u202e')
await writeFile(join(dir, 'manifest.json'), `${json}\n`)
process.stdout.write(`${semua.length} files in ${dir}\n`)
