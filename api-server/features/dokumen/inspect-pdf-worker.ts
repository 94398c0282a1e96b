import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { batasHalaman } from '@meja/core/api/dokumen.ts'
import type { JawabanPdf } from './inspect-berkas.ts'

/** pdf.js mends cut-off files silently; a scan must be whole, so its end mark must be there. */
function isUtuh(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-2048)).includes('%%EOF')
}

/** The most pages that any page tree claims; pdf.js believes the pages it finds, other readers do not. */
function getHalamanDiakui(bytes: Uint8Array): number {
  const teks = Buffer.from(bytes).toString('latin1')
  const pohon = teks.matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g)
  const jumlah = [...pohon].map(([isi]) => Number(/\/Count\s+(\d{1,9})/.exec(isi)?.[1] ?? 0))
  return jumlah.reduce((a, b) => Math.max(a, b), 0)
}

async function inspect(bytes: Uint8Array): Promise<JawabanPdf> {
  if (!isUtuh(bytes)) return { galat: 'berkas_rusak' }
  if (getHalamanDiakui(bytes) > batasHalaman) return { galat: 'berkas_terlalu_banyak_halaman' }
  try {
    const dokumen = await getDocument({ data: bytes, enableXfa: false }).promise
    const halaman = dokumen.numPages
    if (halaman > batasHalaman) return { galat: 'berkas_terlalu_banyak_halaman' }
    await dokumen.getPage(halaman)
    return { halaman }
  } catch (error) {
    return { galat: error instanceof PasswordException ? 'berkas_terkunci' : 'berkas_rusak' }
  }
}

parentPort?.postMessage(await inspect(new Uint8Array(workerData as Uint8Array)))
