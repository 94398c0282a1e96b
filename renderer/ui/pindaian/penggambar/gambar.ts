import { checkPiksel, limitLebar } from './batas.ts'
import { dropBitmap, keepBitmap } from './bitmap-terakhir.ts'
import { findUkuranGambar } from './kepala-gambar.ts'
import type { DokumenTerbuka } from './pesan.ts'

/** A picture has no physical size; a scan at 200 dpi is the commonest. */
const dpiAnggapan = 200
export const skalaGambar = 96 / dpiAnggapan

/** JPEG, PNG and WebP by the browser itself, upright as the camera meant it. */
export async function openGambar(bytes: ArrayBuffer, tipeMedia: string): Promise<DokumenTerbuka> {
  const kepala = findUkuranGambar(bytes)
  if (kepala !== null) checkPiksel(kepala.lebar, kepala.tinggi)
  const isi = new Blob([bytes], { type: tipeMedia })
  const pemilik = {}
  const decode = () =>
    keepBitmap(pemilik, 1, () => createImageBitmap(isi, { imageOrientation: 'from-image' }))
  const { width, height } = await decode()
  checkPiksel(width, height)
  return {
    ukuran: [{ lebar: width * skalaGambar, tinggi: height * skalaGambar }],
    async draw(_, lebarPiksel) {
      const lebar = Math.min(width, limitLebar(lebarPiksel, height / width))
      return createImageBitmap(await decode(), {
        resizeWidth: lebar,
        resizeHeight: Math.max(1, Math.round((lebar * height) / width)),
        resizeQuality: 'medium',
      })
    },
    close: () => dropBitmap(pemilik),
  }
}
