import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { measureGambar } from '../../../api-server/features/dokumen/mutu/measure-gambar.ts'

const [width, height] = [1240, 1754]

/** A page with lines of small strokes, as writing has them. */
function drawHalaman(sudut: number, tinta = '#101010'): Sharp {
  const baris = Array.from({ length: 40 }, (_, nomor) => {
    const y = 200 + nomor * 34
    const huruf = Array.from({ length: 60 }, (__, ke) => {
      const tinggi = 8 + ((ke * 7 + nomor * 3) % 9)
      return `<rect x="${180 + ke * 15}" y="${y - tinggi}" width="4" height="${tinggi}"/>`
    })
    return huruf.join('')
  })
  const putar = `rotate(${sudut} ${width / 2} ${height / 2})`
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <rect width="100%" height="100%" fill="#f4f2ec"/>
        <g fill="${tinta}" transform="${putar}">${baris.join('')}</g></svg>`,
    ),
  )
}

async function measure(gambar: Sharp) {
  const { data, info } = await gambar
    .flatten()
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return measureGambar({ data, width: info.width, height: info.height }, 150)
}

describe('the lean of the lines', () => {
  it.each([-5, -2, -0.5, 0, 1, 3.5])('of %d degrees is found to half a degree', async (sudut) => {
    const { miring } = await measure(drawHalaman(sudut))
    expect(Math.abs((miring ?? 99) - sudut)).toBeLessThanOrEqual(0.5)
  })

  it.each([90, 180, 270])('does not mind a page that lies turned by %d degrees', async (putar) => {
    const tegak = await drawHalaman(2).png().toBuffer()
    const { miring } = await measure(sharp(tegak).rotate(putar))
    expect(Math.abs((miring ?? 99) - 2)).toBeLessThanOrEqual(0.5)
  })
})

it('a blurred page is less sharp than the same page, and faint ink has less contrast', async () => {
  const tajam = await measure(drawHalaman(0))
  const kabur = await measure(sharp(await drawHalaman(0).png().toBuffer()).blur(4))
  const pudar = await measure(drawHalaman(0, '#c8c6c0'))
  expect(kabur.ketajaman).toBeLessThan((tajam.ketajaman ?? 0) / 2)
  expect(pudar.kontras).toBeLessThan((tajam.kontras ?? 0) / 2)
  expect([tajam.kosong, kabur.kosong, pudar.kosong]).toEqual([false, false, false])
})

it('an empty sheet is blank, also with the grain and the dark rim of a scanner', async () => {
  const bising = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#e8e6e0',
      noise: { type: 'gaussian', mean: 230, sigma: 3 },
    },
  })
    .extend({ top: 40, bottom: 40, left: 60, right: 60, background: '#303030' })
    .png()
    .toBuffer()
  expect(await measure(sharp(bising))).toMatchObject({
    kosong: true,
    ketajaman: null,
    miring: null,
  })
})

it('one line of writing on an otherwise empty sheet is no blank page', async () => {
  const huruf = Array.from({ length: 60 }, (_, ke) => {
    return `<rect x="${200 + ke * 14}" y="800" width="4" height="16"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>${huruf.join('')}</svg>`
  expect(await measure(sharp(Buffer.from(svg)))).toMatchObject({ kosong: false })
})
