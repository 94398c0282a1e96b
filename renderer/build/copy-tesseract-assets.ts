import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** The reader, its engine and Indonesian: everything that reading needs, so that it needs no network. */
/**
 * The library's worker, which reports after every line that it has read: there it stands still while
 * the screen has its flag up (jeda-baca.ts). The first message brings the flag.
 */
const pekerja = `'use strict'
let jeda = null
self.addEventListener('message', (pesan) => {
  if (!(pesan.data.jeda instanceof SharedArrayBuffer)) return
  pesan.stopImmediatePropagation()
  jeda = new Int32Array(pesan.data.jeda)
})
const kirim = self.postMessage.bind(self)
self.postMessage = (...isi) => {
  if (jeda !== null && Atomics.load(jeda, 0) === 1) Atomics.wait(jeda, 0, 1, 2000)
  kirim(...isi)
}
importScripts('worker.min.js')
`

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
      this.emitFile({ type: 'asset', fileName: 'tesseract/pekerja.js', source: pekerja })
      for (const [asal, nama] of berkas) {
        const fileName = `tesseract/${nama.split('/').at(-1)}`
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(asal, nama)) })
      }
    },
  }
}
