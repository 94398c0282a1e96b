import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Provinsi } from '../../scripts/demo/provinsi.ts'

export type Scan = { readonly dokumenId: string; readonly file: string }

/** Formats for which pdf.js needs its WebAssembly parts; the trivial application has no place for them. */
const NEEDS_WASM = ['/JBIG2Decode', '/JPXDecode', '/CCITTFaxDecode']

/** The PDF scans of the demo whose pages are JPEG images: what an office's scanner makes. */
export function readScans(provinceDir: string): Map<string, Scan> {
  const provinsi: Provinsi = JSON.parse(readFileSync(join(provinceDir, 'provinsi.json'), 'utf8'))
  const scans = provinsi.dokumen.flatMap(({ id, sha256, ekstensi }): Scan[] => {
    if (ekstensi !== 'pdf') return []
    const file = join(provinceDir, 'berkas', `${sha256}.pdf`)
    const text = readFileSync(file, 'latin1')
    const comparable =
      text.includes('/DCTDecode') && !NEEDS_WASM.some((word) => text.includes(word))
    return comparable ? [{ dokumenId: id, file }] : []
  })
  return new Map(scans.map((scan) => [scan.dokumenId, scan]))
}
