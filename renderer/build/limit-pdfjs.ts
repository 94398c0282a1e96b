import type { Plugin } from 'vite'

/**
 * Bytes that one stream of a PDF may unpack to. A few hundred bytes can announce gigabytes, and pdf.js
 * unpacks until the machine has no memory left; the largest honest stream is one raw page of an A3 scan
 * in colour at 600 dpi, 210 MB.
 */
const batasUrai = 256 * 1024 * 1024

/** Steps in which one page may be drawn: a hundred times what the densest map of a scan has. */
const batasLangkah = 2_000_000

/**
 * pdf.js goes on with what it has when something is too much, and shows a page with a part missing. The
 * mark tells the drawing worker (penggambar/pdf.ts), which refuses the page as a whole.
 */
const tandai = 'globalThis.mejaTerlampaui = true;'
/** Once is enough: what comes after in the same page is not unpacked at all. */
const sudah = 'globalThis.mejaTerlampaui ||'
const tolak = `{ ${tandai} throw new FormatError("more than the desk unpacks"); }`

const tambalan: readonly (readonly [asal: string, baru: string])[] = [
  [
    'while (size < requested) {\n      size *= 2;\n    }\n    const buffer2 = new Uint8Array(size);',
    `if (${sudah} requested > ${batasUrai}) ${tolak}\n` +
      `    while (size < requested) {\n      size *= 2;\n    }\n    const buffer2 = new Uint8Array(Math.min(size, ${batasUrai}));`,
  ],
  [
    'totalLength += chunk.byteLength;\n      }',
    `totalLength += chunk.byteLength;\n        if (${sudah} totalLength > ${batasUrai}) { await reader.cancel(); ${tolak} }\n      }`,
  ],
  [
    'addOp(fn, args) {\n    this.optimizer.push(fn, args);\n    this.weight++;',
    `addOp(fn, args) {\n    this.mejaLangkah = (this.mejaLangkah ?? 0) + 1;\n    if (${sudah} this.mejaLangkah > ${batasLangkah}) ${tolak}\n` +
      '    this.optimizer.push(fn, args);\n    this.weight++;',
  ],
  [
    'async asyncGetBytesFromDecompressionStream(name) {',
    `async asyncGetBytesFromDecompressionStream(name) {\n    if (globalThis.mejaTerlampaui) ${tolak}`,
  ],
  [
    'const msg = "Image exceeded maximum allowed size and was removed.";',
    `${tandai}\n      const msg = "Image exceeded maximum allowed size and was removed.";`,
  ],
]

/** The parser of pdf.js with an end to what it unpacks. */
export function limitPdfjs(kode: string): string {
  return tambalan.reduce((isi, [asal, baru]) => {
    const bagian = isi.split(asal)
    if (bagian.length !== 2) throw new Error('pdf.worker.mjs has changed: no limit on its streams')
    return bagian.join(baru)
  }, kode)
}

/** For the workers' own bundles; check-output.ts refuses a parser that slipped past it. */
export function limitPdfjsStreams(): Plugin {
  return {
    name: 'meja:limit-pdfjs',
    enforce: 'pre',
    transform(kode, id) {
      const berkas = id.split('?', 1).join('').replaceAll('\\', '/')
      if (!berkas.endsWith('pdfjs-dist/legacy/build/pdf.worker.mjs')) return null
      return { code: limitPdfjs(kode), map: null }
    },
  }
}
