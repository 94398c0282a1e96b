import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** The reader, its engine and Indonesian: everything that reading needs, so that it needs no network. */
export function copyTesseractAssets(): Plugin {
  const tesseract = dirname(createRequire(import.meta.url).resolve('tesseract.js/package.json'))
  const inti = dirname(
    createRequire(join(tesseract, 'package.json')).resolve('tesseract.js-core/package.json'),
  )
  const bahasa = dirname(
    createRequire(import.meta.url).resolve('@tesseract.js-data/ind/package.json'),
  )
  const berkas = [
    [tesseract, 'dist/worker.min.js'],
    [inti, 'tesseract-core-relaxedsimd-lstm.js'],
    [inti, 'tesseract-core-relaxedsimd-lstm.wasm'],
    [bahasa, '4.0.0_best_int/ind.traineddata.gz'],
  ] as const
  return {
    name: 'meja:copy-tesseract-assets',
    apply: 'build',
    generateBundle() {
      for (const [asal, nama] of berkas) {
        const fileName = `tesseract/${nama.split('/').at(-1)}`
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(asal, nama)) })
      }
    },
  }
}
