import { createCanvas } from '@napi-rs/canvas'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'

const wasmUrl = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/wasm/', import.meta.url))
const standardFontDataUrl = wasmUrl.replace(/wasm\/$/, 'standard_fonts/')

/** How dark a page is beside its own paper: 0 blank, 1 all ink. */
async function countDark(gambar: Buffer, page: number): Promise<number> {
  const { data } = await sharp(gambar, { page })
    .flatten({ background: '#fff' })
    .resize(600, 600, { fit: 'inside' })
    .greyscale()
    .normalise()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.reduce((jumlah, nilai) => jumlah + (nilai < 128 ? 1 : 0), 0) / data.length
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
