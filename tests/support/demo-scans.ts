import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kebenaran, Provinsi } from '../../scripts/demo/provinsi.ts'

export type Scan = { readonly dokumenId: string; readonly file: string }

/** Formats for which pdf.js needs its WebAssembly parts; the trivial application has no place for them. */
const NEEDS_WASM = ['/JBIG2Decode', '/JPXDecode', '/CCITTFaxDecode']

function readJson(provinceDir: string, name: string): unknown {
  return JSON.parse(readFileSync(join(provinceDir, name), 'utf8'))
}

export function readProvince(provinceDir: string): Provinsi {
  return readJson(provinceDir, 'provinsi.json') as Provinsi
}

/** The PDF scans of the demo whose pages are JPEG images: what an office's scanner makes. */
export function readScans(provinceDir: string): Map<string, Scan> {
  const scans = readProvince(provinceDir).dokumen.flatMap(({ id, sha256, ekstensi }): Scan[] => {
    if (ekstensi !== 'pdf') return []
    const file = join(provinceDir, 'berkas', `${sha256}.pdf`)
    const text = readFileSync(file, 'latin1')
    const comparable =
      text.includes('/DCTDecode') && !NEEDS_WASM.some((word) => text.includes(word))
    return comparable ? [{ dokumenId: id, file }] : []
  })
  return new Map(scans.map((scan) => [scan.dokumenId, scan]))
}

/** Those of them that were scanned at 300 dpi. */
export function listScans300(provinceDir: string): Scan[] {
  const { usulan } = readJson(provinceDir, 'kebenaran.json') as Kebenaran
  const dpi = new Map(usulan.map((satu) => [satu.usulanId, satu.dpi]))
  const dokumenIds = readProvince(provinceDir).usulan.flatMap((satu) =>
    dpi.get(satu.id) === 300 ? satu.dokumenIds : [],
  )
  const scans = readScans(provinceDir)
  return dokumenIds.flatMap((id) => scans.get(id) ?? [])
}
