export type UkuranAsli = { readonly lebar: number; readonly tinggi: number }

/** Smaller pictures in a PDF are seals and signatures. */
const pikselTerkecil = 300_000

/**
 * Sizes of the pictures in a PDF, in the order of the file. Pictures are streams, and the dictionary of
 * a stream always stands in clear: no parsing is needed to see how large a scan is.
 */
export function listUkuranGambarPdf(bytes: ArrayBuffer): UkuranAsli[] {
  const teks = new TextDecoder('latin1').decode(bytes)
  const hasil: UkuranAsli[] = []
  for (const cocok of teks.matchAll(/<<(?:[^<>]|<<[^<>]*>>|<[0-9A-Fa-f\s]*>)*>>\s*stream/g)) {
    const kamus = cocok[0]
    if (!/\/Subtype\s*\/Image/.test(kamus)) continue
    const lebar = Number(/\/Width\s+(\d+)/.exec(kamus)?.[1])
    const tinggi = Number(/\/Height\s+(\d+)/.exec(kamus)?.[1])
    if (lebar * tinggi >= pikselTerkecil) hasil.push({ lebar, tinggi })
  }
  return hasil
}

/** The width at which a page keeps the pixels of the scan that fills it; undefined when none does. */
export function findLebarAsli(
  gambar: readonly UkuranAsli[],
  nomor: number,
  halaman: UkuranAsli,
): number | undefined {
  const rasio = halaman.tinggi / halaman.lebar
  const dekat = (a: number, b: number) => Math.abs(a / b - 1) < 0.03
  const cocok = gambar.flatMap(({ lebar, tinggi }) =>
    dekat(tinggi / lebar, rasio) ? [lebar] : dekat(lebar / tinggi, rasio) ? [tinggi] : [],
  )
  return cocok.length === 1 ? cocok[0] : (cocok[nomor - 1] ?? cocok[0])
}
