import { readdir, readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '@meja/core/api/errors.ts'
import type { Fixture } from '../../../scripts/demo/broken-fixtures.ts'
import { measureDark } from './dark-share.ts'

const dir = fileURLToPath(new URL('../../fixtures/dokumen', import.meta.url))
const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as Fixture[]
const terbaca = manifest.filter((satu) => satu.expected === 'terbaca')

describe('the document fixtures', () => {
  it('are all listed, and all listed ones are there', async () => {
    const ada = (await readdir(dir)).filter((nama) => nama !== 'manifest.json')
    expect(new Set(manifest.map((satu) => satu.file))).toEqual(new Set(ada))
  })

  it('stay small enough to live in the repository', async () => {
    const ukuran = await Promise.all(
      (await readdir(dir)).map(async (nama) => (await stat(join(dir, nama))).size),
    )
    expect(ukuran.reduce((jumlah, satu) => jumlah + satu, 0)).toBeLessThan(2_500_000)
  })

  it('would be caught when blank: paper with a shadow and no ink counts as no ink', async () => {
    const kosong = await sharp({
      create: {
        width: 600,
        height: 800,
        channels: 3,
        background: '#b8ae98',
        noise: { type: 'gaussian', mean: 170, sigma: 9 },
      },
    })
      .png()
      .toBuffer()
    expect((await measureDark(kosong))[0]).toBeLessThan(0.001)
  })

  it('expect either to be read or one of the known errors', () => {
    for (const { expected } of manifest) expect(['terbaca', ...errorCodes]).toContain(expected)
  })

  it.each(terbaca.map((satu) => [`${satu.file} (${satu.note})`, satu] as const))(
    '%s shows ink on every page',
    async (_nama, { file, pages }) => {
      const gelap = await measureDark(await readFile(join(dir, file)))
      expect(gelap.length).toBe(pages)
      for (const bagian of gelap) {
        expect(bagian).toBeGreaterThan(0.003)
        expect(bagian).toBeLessThan(0.5)
      }
    },
  )

  it.each([
    ['pdf-jpeg.pdf', '/DCTDecode'],
    ['pdf-jbig2.pdf', '/JBIG2Decode'],
    ['pdf-ccitt.pdf', '/CCITTFaxDecode'],
    ['pdf-jpx.pdf', '/JPXDecode'],
    ['aktif.pdf', '/OpenAction'],
    ['terkunci.pdf', '/Encrypt'],
    ['seratus-ribu-halaman.pdf', '/Count 100000'],
  ])('%s really holds %s', async (file, tanda) => {
    expect((await readFile(join(dir, file))).includes(tanda, 0, 'latin1')).toBe(true)
  })

  it('are cut where they say they are cut', async () => {
    const jpg = await readFile(join(dir, 'terpotong.jpg'))
    await expect(sharp(jpg, { failOn: 'truncated' }).raw().toBuffer()).rejects.toThrow(
      /premature end/i,
    )
    const pdf = await readFile(join(dir, 'terpotong.pdf'))
    expect(pdf.includes('%%EOF', 0, 'latin1')).toBe(false)
  })

  it('claim 2.5 thousand million pixels in under half a megabyte', async () => {
    const data = await readFile(join(dir, 'raksasa.png'))
    const { width, height } = await sharp(data, { limitInputPixels: false }).metadata()
    expect([width, height]).toEqual([50_000, 50_000])
    expect(data.length).toBeLessThan(500_000)
  })
})
