import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { findUkuranGambar } from '../../../../renderer/ui/pindaian/penggambar/kepala-gambar.ts'

const toBytes = (isi: Uint8Array): ArrayBuffer => new Uint8Array(isi).buffer
const readFixture = (nama: string) =>
  readFileSync(new URL(`../../../fixtures/dokumen/${nama}`, import.meta.url))

it.each(['foto.jpg', 'cmyk.jpg', 'halaman.png', 'foto.webp'])(
  'reads the size of %s from its header',
  async (nama) => {
    const isi = readFixture(nama)
    const { width, height } = await sharp(isi).metadata()
    expect(findUkuranGambar(toBytes(isi))).toEqual({ lebar: width, tinggi: height })
  },
)

it.each([{ lossless: true }, { quality: 50 }, { quality: 50, alphaQuality: 40 }])(
  'reads every kind of WebP: %o',
  async (opsi) => {
    const background = { r: 9, g: 9, b: 9, alpha: 0.5 }
    const isi = await sharp({ create: { width: 321, height: 123, channels: 4, background } })
      .webp(opsi)
      .toBuffer()
    expect(findUkuranGambar(toBytes(isi))).toEqual({ lebar: 321, tinggi: 123 })
  },
)

it('knows that a small file is enormous without decoding it', () => {
  expect(findUkuranGambar(toBytes(readFixture('raksasa.png')))).toEqual({
    lebar: 50_000,
    tinggi: 50_000,
  })
})

it.each(['svg.png', 'html.pdf', 'kosong.pdf', 'zip.pdf'])('knows no size of %s', (nama) => {
  expect(findUkuranGambar(toBytes(readFixture(nama)))).toBeNull()
})
