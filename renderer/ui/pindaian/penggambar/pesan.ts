import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { Ukuran } from '../geometri.ts'

/** Messages between the screen and the drawing worker. */
export type Permintaan =
  | {
      readonly aksi: 'buka'
      readonly kunci: string
      readonly tipeMedia: string
      readonly bytes: ArrayBuffer
    }
  | {
      readonly aksi: 'gambar'
      readonly kunci: string
      readonly nomor: number
      readonly lebarPiksel: number
    }
  | { readonly aksi: 'tutup'; readonly kunci: string }

export type HasilBuka = { readonly ukuran: readonly Ukuran[] }
export type HasilGambar = { readonly bitmap: ImageBitmap; readonly kosong: boolean }

/** Loaded; from now on time is the document's. */
export type Siap = { readonly siap: true }

export type Jawaban =
  | { readonly id: number; readonly ok: true; readonly hasil: HasilBuka | HasilGambar | null }
  | { readonly id: number; readonly ok: false; readonly kode: ErrorCode }

/** An opened document inside the worker. */
export type DokumenTerbuka = {
  /** Size of each page in CSS pixels at 100 %. */
  readonly ukuran: readonly Ukuran[]
  draw(nomor: number, lebarPiksel: number): Promise<ImageBitmap>
  /** The pixels themselves, where they come cheaper than by a picture. */
  readPiksel?(nomor: number, lebarPiksel: number): Promise<ImageData>
  close(): void
}
