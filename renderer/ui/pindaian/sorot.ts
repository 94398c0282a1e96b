import type { Titik } from './geometri.ts'

/** One place on a page as scanned; corners in shares of the page. */
export type TempatSorot = { readonly halaman: number; readonly awal: Titik; readonly akhir: Titik }

export type MaknaSorot = 'sama' | 'beda' | 'periksa_mata'

/** Where a value stands on a document: framed, and brought into view. */
export type Sorot = {
  readonly dokumenId: string
  readonly makna: MaknaSorot
  readonly tempat: readonly TempatSorot[]
}
