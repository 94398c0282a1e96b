import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { batasHalaman, batasPiksel } from '@meja/core/api/dokumen.ts'
import { GalatDokumen, limitLebar } from './batas.ts'
import type { DokumenTerbuka } from './pesan.ts'

// We are in a worker already: pdf.js' own half runs here beside its drawing half, and both die with it.
Object.assign(globalThis, { pdfjsWorker })

const skalaCss = 96 / 72

/** Set by the parser when it left something out because it was too much (renderer/build/limit-pdfjs.ts). */
const pengurai: typeof globalThis & { mejaTerlampaui?: boolean } = globalThis

/** A page that shows a part of itself would count as seen: it is refused instead. */
async function refusePart<T>(work: () => Promise<T>): Promise<T> {
  pengurai.mejaTerlampaui = false
  const hasil = await work()
  if (pengurai.mejaTerlampaui) throw new GalatDokumen('dokumen_tidak_dapat_ditampilkan')
  return hasil
}

/** Canvases without a document. */
class OffscreenCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }
  reset(kanvas: { canvas: OffscreenCanvas }, width: number, height: number) {
    kanvas.canvas.width = width
    kanvas.canvas.height = height
  }
  destroy(kanvas: { canvas: OffscreenCanvas }) {
    kanvas.canvas.width = 0
    kanvas.canvas.height = 0
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  }
}

/** SVG filters need a document; without them a soft mask is drawn plainly. */
class PlainFilterFactory {
  addFilter() {
    return 'none'
  }
  addHCMFilter() {
    return 'none'
  }
  addAlphaFilter() {
    return 'none'
  }
  addLuminosityFilter() {
    return 'none'
  }
  addKnockoutFilter() {
    return 'none'
  }
  addHighlightHCMFilter() {
    return 'none'
  }
  addSelectionHCMFilter() {
    return 'none'
  }
  addSelectionFilter() {
    return 'none'
  }
  createSelectionStyle() {
    return null
  }
  destroy() {}
}

async function open(bytes: ArrayBuffer): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      isOffscreenCanvasSupported: true,
      maxImageSize: batasPiksel,
      stopAtErrors: false,
      useWorkerFetch: true,
      wasmUrl: new URL('/pdfjs/wasm/', self.location.href).href,
      cMapUrl: new URL('/pdfjs/cmaps/', self.location.href).href,
      standardFontDataUrl: new URL('/pdfjs/standard_fonts/', self.location.href).href,
      CanvasFactory: OffscreenCanvasFactory,
      FilterFactory: PlainFilterFactory,
    }).promise
  } catch (error) {
    throw error instanceof PasswordException ? new GalatDokumen('berkas_terkunci') : error
  }
}

/** PDF by pdf.js without scripts, forms, links or network (quality.md, documents). */
export async function openPdf(bytes: ArrayBuffer): Promise<DokumenTerbuka> {
  const dokumen = await open(bytes)
  if (dokumen.numPages > batasHalaman) throw new GalatDokumen('berkas_terlalu_banyak_halaman')
  const ukuran = []
  for (let nomor = 1; nomor <= dokumen.numPages; nomor += 1) {
    const { width, height } = (await dokumen.getPage(nomor)).getViewport({ scale: skalaCss })
    ukuran.push({ lebar: width, tinggi: height })
  }
  async function render(nomor: number, lebarPiksel: number, willReadFrequently: boolean) {
    const page = await dokumen.getPage(nomor)
    const asal = page.getViewport({ scale: 1 })
    const lebar = limitLebar(lebarPiksel, asal.height / asal.width)
    const viewport = page.getViewport({ scale: lebar / asal.width })
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const konteks = canvas.getContext('2d', { alpha: false, willReadFrequently })
    if (konteks === null) throw new GalatDokumen('dokumen_tidak_dapat_ditampilkan')
    await refusePart(
      () =>
        page.render({
          // pdf.js declares DOM canvases; offscreen ones have what it uses.
          canvas: null,
          canvasContext: konteks as unknown as CanvasRenderingContext2D,
          viewport,
          annotationMode: 0,
        }).promise,
    ).finally(() => page.cleanup())
    return { canvas, konteks }
  }
  return {
    ukuran,
    async draw(nomor, lebarPiksel) {
      return (await render(nomor, lebarPiksel, false)).canvas.transferToImageBitmap()
    },
    async readPiksel(nomor, lebarPiksel) {
      const { canvas, konteks } = await render(nomor, lebarPiksel, true)
      return konteks.getImageData(0, 0, canvas.width, canvas.height)
    },
    close() {
      void dokumen.loadingTask.destroy()
    },
  }
}
