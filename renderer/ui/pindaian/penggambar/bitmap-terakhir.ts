/**
 * The one picture that lies decoded in the worker: decoding takes seconds, and a page of 300 dpi takes
 * 35 MB. Zooming asks for the same one again; a dozen open documents would be half a gigabyte.
 */
let terakhir: { readonly pemilik: object; readonly nomor: number; bitmap: ImageBitmap } | null =
  null

export async function keepBitmap(
  pemilik: object,
  nomor: number,
  decode: () => Promise<ImageBitmap>,
): Promise<ImageBitmap> {
  if (terakhir?.pemilik === pemilik && terakhir.nomor === nomor) return terakhir.bitmap
  const bitmap = await decode()
  terakhir?.bitmap.close()
  terakhir = { pemilik, nomor, bitmap }
  return bitmap
}

/** Its document is closed. */
export function dropBitmap(pemilik: object): void {
  if (terakhir?.pemilik !== pemilik) return
  terakhir.bitmap.close()
  terakhir = null
}
