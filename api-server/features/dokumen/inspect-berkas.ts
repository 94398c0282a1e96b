import { Worker } from 'node:worker_threads'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { batasHalaman, batasPiksel, tipeMediaDiterima } from '@meja/core/api/dokumen.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { MejaError } from '../../meja-error.ts'

type TipeMedia = (typeof tipeMediaDiterima)[number]
type HasilPeriksa = { tipeMedia: TipeMedia; halaman: number }

/** Throws when something harmful is found, or when nobody can tell. */
export type ScanVirus = (bytes: Uint8Array) => Promise<void>

/** What the PDF worker answers. */
export type JawabanPdf = { halaman: number } | { galat: ErrorCode }

const tipeHeic: ReadonlySet<string> = new Set([
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
])

const batasWaktuPdf = 10_000

/** pdf.js reads the structure in a thread of its own, which a hostile file can only stop. */
function inspectPdf(bytes: Uint8Array): Promise<JawabanPdf> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('inspect-pdf-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      stdout: true,
      stderr: true,
    })
    const finish = (jawaban: JawabanPdf) => {
      clearTimeout(waktu)
      void worker.terminate()
      resolve(jawaban)
    }
    const waktu = setTimeout(() => finish({ galat: 'berkas_rusak' }), batasWaktuPdf)
    worker.once('message', finish)
    worker.once('error', () => finish({ galat: 'berkas_rusak' }))
  })
}

/** Decodes the whole picture once: a cut-off file shows only then. */
async function inspectGambar(bytes: Uint8Array): Promise<number> {
  try {
    const opsi = { limitInputPixels: false, failOn: 'truncated' } as const
    const { width, height, pages = 1, pageHeight } = await sharp(bytes, opsi).metadata()
    if (width * (pageHeight ?? height) > batasPiksel) throw new MejaError('berkas_terlalu_luas')
    if (pages > batasHalaman) throw new MejaError('berkas_terlalu_banyak_halaman')
    await sharp(bytes, opsi).stats()
    return pages
  } catch (error) {
    if (error instanceof MejaError) throw error
    throw new MejaError('berkas_rusak')
  }
}

/** Type by looking at the bytes, never the name; pages; and whether the file is whole (P1.13). */
export async function inspectBerkas(
  bytes: Uint8Array,
  scan: ScanVirus | undefined,
): Promise<HasilPeriksa> {
  if (bytes.length === 0) throw new MejaError('berkas_kosong')
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  const tipeMedia = tipeMediaDiterima.find((satu) => satu === mime)
  // Its decoders are LGPL (decision 0036); whoever photographs with an iPhone must learn what to do.
  if (mime !== undefined && tipeHeic.has(mime)) throw new MejaError('berkas_heic')
  if (tipeMedia === undefined) throw new MejaError('berkas_tidak_didukung')
  // Before any decoder of ours sees it.
  await scan?.(bytes)
  if (tipeMedia !== 'application/pdf') return { tipeMedia, halaman: await inspectGambar(bytes) }
  const jawaban = await inspectPdf(bytes)
  if ('galat' in jawaban) throw new MejaError(jawaban.galat)
  return { tipeMedia, halaman: jawaban.halaman }
}
