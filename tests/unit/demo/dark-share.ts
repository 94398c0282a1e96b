import { createCanvas } from '@napi-rs/canvas'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'

const wasmUrl = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/wasm/', import.meta.url))
const standardFontDataUrl = wasmUrl.replace(/wasm\/$/, 'standard_fonts/')

/** Ink is what is much darker than the paper around it; a shadow over the whole page is not. */
async function countDark(gambar: Buffer, page: number): Promise<number> {
  const kecil = await sharp(gambar, { page })
    .flatten({ background: '#fff' })
    .resize(600, 600, { fit: 'inside' })
    .greyscale()
    .png()
    .toBuffer()
  const titik = await sharp(kecil).raw().toBuffer()
  const kertas = await sharp(kecil).blur(24).raw().toBuffer()
  return (
    titik.reduce((jumlah, nilai, i) => jumlah + (nilai < (kertas[i] ?? 0) * 0.75 ? 1 : 0), 0) /
    titik.length
  )
}

async function renderPdf(data: Buffer): Promise<Buffer[]> {
  const tugas = getDocument({
    data: new Uint8Array(data),
    wasmUrl,
    standardFontDataUrl,
    verbosity: 0,
  })
  const pdf = await tugas.promise
  const halaman: Buffer[] = []
  for (let nomor = 1; nomor <= pdf.numPages; nomor++) {
    const page = await pdf.getPage(nomor)
    const viewport = page.getViewport({ scale: 1 })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    // pdf.js knows only the browser's canvas type; this one has the same drawing calls.
    const browserCanvas = canvas as unknown as HTMLCanvasElement
    await page.render({ canvas: browserCanvas, viewport }).promise
    halaman.push(canvas.toBuffer('image/png'))
  }
  await tugas.destroy()
  return halaman
}

/** The share of dark pixels of every page of a scan, whatever file it is in. */
export async function measureDark(data: Buffer): Promise<number[]> {
  if (data.subarray(0, 5).toString('latin1') === '%PDF-') {
    const pages = await renderPdf(data)
    return Promise.all(pages.map((page) => countDark(page, 0)))
  }
  const { pages = 1 } = await sharp(data).metadata()
  return Promise.all(Array.from({ length: pages }, (_, page) => countDark(data, page)))
}
