/** One document as the viewer takes it: what it is called, what it is, and which bytes it must be. */
export type BerkasTampil = {
  readonly id: string
  readonly judul: string
  readonly tipeMedia: string
  readonly halaman: number
  readonly sha256: string
}

/** Loads the bytes of a document. */
export type MuatBerkas = (dokumenId: string) => Promise<ArrayBuffer>
