import type { Plugin } from 'vite'

/**
 * Bytes that one stream of a PDF may unpack to. A few hundred bytes can announce gigabytes, and pdf.js
 * unpacks until the machine has no memory left; the largest honest stream is one raw page of an A3 scan
 * in colour at 600 dpi, 210 MB.
 */
const batasUrai = 256 * 1024 * 1024

const tambalan: readonly (readonly [asal: string, baru: string])[] = [
  [
    'while (size < requested) {\n      size *= 2;\n    }\n    const buffer2 = new Uint8Array(size);',
    `if (requested > ${batasUrai}) throw new FormatError("stream unpacks to too much");\n` +
      `    while (size < requested) {\n      size *= 2;\n    }\n    const buffer2 = new Uint8Array(Math.min(size, ${batasUrai}));`,
  ],
  [
    'totalLength += chunk.byteLength;\n      }',
    `totalLength += chunk.byteLength;\n        if (totalLength > ${batasUrai}) { await reader.cancel(); throw new FormatError("stream unpacks to too much"); }\n      }`,
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
      if (!/pdfjs-dist\/legacy\/build\/pdf\.worker\.mjs$/.test(berkas)) return null
      return { code: limitPdfjs(kode), map: null }
    },
  }
}
