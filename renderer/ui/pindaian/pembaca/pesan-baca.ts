import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'

/** Messages between the screen and the reading worker. */
export type PermintaanBaca = {
  readonly id: number
  readonly tipeMedia: string
  readonly bytes: ArrayBuffer
  /** The screen's flag: while it is up, reading stands still. */
  readonly jeda: SharedArrayBuffer
}

export type JawabanBaca =
  /** The engine runs: from now on the time of a page counts. */
  | { readonly id: number; readonly tahap: 'siap' }
  | { readonly id: number; readonly tahap: 'halaman'; readonly halaman: HalamanTerbaca }
  | { readonly id: number; readonly tahap: 'selesai' }
  | { readonly id: number; readonly tahap: 'gagal'; readonly kode: ErrorCode }
