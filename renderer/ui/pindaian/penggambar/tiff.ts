import UTIF from 'utif2'
import { checkPiksel, GalatDokumen, limitLebar } from './batas.ts'
import { dropBitmap, keepBitmap } from './bitmap-terakhir.ts'
import { skalaGambar } from './gambar.ts'
import type { DokumenTerbuka } from './pesan.ts'

const tagLebar = 't256'
const tagTinggi = 't257'

function readTag(ifd: UTIF.IFD, tag: string): number {
  const nilai = (ifd as unknown as Record<string, unknown>)[tag]
  return Array.isArray(nilai) ? Number(nilai[0]) : 0
}

/** TIFF, also multi-page and CCITT: a page is decoded when it is asked for. */
export function openTiff(bytes: ArrayBuffer): Promise<DokumenTerbuka> {
  const ifds = UTIF.decode(bytes).filter((ifd) => readTag(ifd, tagLebar) > 0)
  if (ifds.length === 0) throw new GalatDokumen('dokumen_tidak_dapat_ditampilkan')
  const ukuran = ifds.map((ifd) => {
    const lebar = readTag(ifd, tagLebar)
    const tinggi = readTag(ifd, tagTinggi)
    checkPiksel(lebar, tinggi)
    return { lebar: lebar * skalaGambar, tinggi: tinggi * skalaGambar }
  })
  const pemilik = {}

  function decode(nomor: number): Promise<ImageBitmap> {
    const ifd = ifds[nomor - 1]
    if (ifd === undefined) throw new GalatDokumen('dokumen_tidak_dapat_ditampilkan')
    return keepBitmap(pemilik, nomor, () => {
      UTIF.decodeImage(bytes, ifd)
      const rgba = new Uint8ClampedArray(UTIF.toRGBA8(ifd))
      // The library keeps what it decoded on the entry.
      Reflect.deleteProperty(ifd, 'data')
      return createImageBitmap(new ImageData(rgba, ifd.width, ifd.height))
    })
  }

  return Promise.resolve({
    ukuran,
    async draw(nomor, lebarPiksel) {
      const halaman = await decode(nomor)
      const lebar = Math.min(halaman.width, limitLebar(lebarPiksel, halaman.height / halaman.width))
      return createImageBitmap(halaman, {
        resizeWidth: lebar,
        resizeHeight: Math.max(1, Math.round((lebar * halaman.height) / halaman.width)),
        resizeQuality: 'medium',
      })
    },
    close: () => dropBitmap(pemilik),
  })
}
