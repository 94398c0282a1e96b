import Tesseract from 'tesseract.js'
import type { Citra } from './citra.ts'
import type { Kotak } from './celah.ts'
import { encodePgm } from './siapkan.ts'

/** A word in the picture in which it was recognised. */
export type KataMentah = {
  readonly teks: string
  readonly keyakinan: number
  readonly keyakinanHuruf: readonly number[]
  readonly letak: Kotak
}

/**
 * `halaman` looks for columns and blocks by itself; `baris` takes the picture for one line; `golongan`
 * for a line in which nothing but a grade (`III/b`) can stand.
 */
export type Susunan = 'halaman' | 'baris' | 'golongan'

export type Pengenal = {
  recognize(citra: Citra, susunan: Susunan): Promise<KataMentah[]>
}

const modus = { halaman: '3', baris: '7', golongan: '7' } as const
const hurufGolongan = 'IV/abcde(),'

/**
 * Tesseract with Indonesian, wholly from files of this application: its worker, its engine and its
 * language. Nothing is fetched from elsewhere and nothing is kept in the browser's storage.
 */
export async function startPengenal(jeda: SharedArrayBuffer): Promise<Pengenal> {
  const alamat = (nama: string) => new URL(`/tesseract/${nama}`, self.location.href).href
  const worker = await Tesseract.createWorker('ind', Tesseract.OEM.LSTM_ONLY, {
    workerPath: alamat('pekerja.js'),
    corePath: alamat('tesseract-core-relaxedsimd-lstm.js'),
    langPath: alamat('').replace(/\/$/, ''),
    workerBlobURL: false,
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {},
  })
  // The library's types do not tell of the thread itself.
  const utas = (worker as Tesseract.Worker & { readonly worker: Worker }).worker
  utas.postMessage({ jeda })
  // Inverted print is not worth the second look at every line.
  await worker.setParameters({ tessedit_do_invert: '0', user_defined_dpi: '300' })
  let kini: Susunan | null = null
  return {
    async recognize(citra, susunan) {
      if (kini !== susunan) {
        await worker.setParameters({
          tessedit_pageseg_mode: modus[susunan] as unknown as Tesseract.PSM,
          tessedit_char_whitelist: susunan === 'golongan' ? hurufGolongan : '',
        })
        kini = susunan
      }
      const berkas = new Blob([encodePgm(citra)])
      const { data } = await worker.recognize(berkas, {}, { blocks: true, text: false })
      return (data.blocks ?? []).flatMap((blok) =>
        blok.paragraphs.flatMap((alinea) =>
          alinea.lines.flatMap((baris) =>
            baris.words.map(({ text, confidence, symbols, bbox }) => ({
              teks: text,
              keyakinan: confidence,
              keyakinanHuruf: symbols.map((satu) => Math.round(satu.confidence)),
              letak: [bbox.x0, bbox.y0, bbox.x1, bbox.y1] as const,
            })),
          ),
        ),
      )
    },
  }
}
