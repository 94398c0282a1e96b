import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Without wasm/ JBIG2, JPEG 2000 and CCITT scans come out blank; without the others some text. */
const bagian = ['wasm', 'cmaps', 'standard_fonts'] as const

export function copyPdfjsAssets(): Plugin {
  const asal = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  return {
    name: 'meja:copy-pdfjs-assets',
    apply: 'build',
    generateBundle() {
      for (const folder of bagian) {
        for (const nama of readdirSync(join(asal, folder))) {
          // The sandbox for PDF scripts stays out: scripts never run here.
          if (nama.startsWith('LICENSE') || nama.startsWith('quickjs')) continue
          const source = readFileSync(join(asal, folder, nama))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${nama}`, source })
        }
      }
    },
  }
}
