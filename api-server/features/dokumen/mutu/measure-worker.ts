import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import type { MutuHalaman } from '@meja/core/domain/mutu-pindaian.ts'
import { measureGambar } from './measure-gambar.ts'
import { readHalamanPdf } from './read-halaman-pdf.ts'

/**
 * Decodes and measures page by page in a thread that may be ended at any time: what it has posted
 * until then stands.
 */
export type PesananMutu = { bytes: Uint8Array; tipeMedia: string; halaman: number }

// One thread a document; libvips threads on top would only wait for each other.
sharp.concurrency(1)

/** Below this a file's own word is what cameras and screenshots write, not what a scanner knows. */
const dpiTerpercaya = 100
/** Of A4 and F4, in inches. */
const sisiPanjang = 11.7

async function measureHalamanGambar(bytes: Uint8Array, nomor: number): Promise<MutuHalaman> {
  const opsi = { limitInputPixels: false, page: nomor } as const
  const { density = 0 } = await sharp(bytes, opsi).metadata()
  const { data, info } = await sharp(bytes, opsi)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const taksiran = Math.round(Math.max(info.width, info.height) / sisiPanjang)
  const dpi = Math.max(1, density >= dpiTerpercaya ? Math.round(density) : taksiran)
  return measureGambar({ data, width: info.width, height: info.height }, dpi)
}

async function* measurePdf(bytes: Uint8Array): AsyncGenerator<MutuHalaman> {
  const folder = fileURLToPath(new URL('wasm/', import.meta.resolve('pdfjs-dist/package.json')))
  const tugas = getDocument({
    data: bytes,
    enableXfa: false,
    wasmUrl: folder,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  })
  const dokumen = await tugas.promise
  for (let nomor = 1; nomor <= dokumen.numPages; nomor += 1) {
    const page = await dokumen.getPage(nomor)
    const isi = await readHalamanPdf(page)
    yield isi.jenis === 'pindaian'
      ? await measureGambar(isi.abu, isi.dpi)
      : { dpi: null, ketajaman: null, kontras: null, miring: null, kosong: isi.jenis === 'kosong' }
    page.cleanup()
  }
}

async function* measureSemua(pesanan: PesananMutu): AsyncGenerator<MutuHalaman> {
  if (pesanan.tipeMedia === 'application/pdf') return yield* measurePdf(pesanan.bytes)
  for (let nomor = 0; nomor < pesanan.halaman; nomor += 1) {
    yield await measureHalamanGambar(pesanan.bytes, nomor)
  }
}

const { bytes, ...pesanan } = workerData as PesananMutu
for await (const halaman of measureSemua({ ...pesanan, bytes: new Uint8Array(bytes) })) {
  parentPort?.postMessage(halaman)
}
