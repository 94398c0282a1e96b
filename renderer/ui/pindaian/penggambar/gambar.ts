import { checkPiksel, limitLebar } from './batas.ts'
import { findUkuranGambar } from './kepala-gambar.ts'
import type { DokumenTerbuka } from './pesan.ts'

/** A picture has no physical size; a scan at 200 dpi is the commonest. */
const dpiAnggapan = 200
export const skalaGambar = 96 / dpiAnggapan

/** Decoded once, given out in the size that is asked for. */
export function wrapBitmap(asal: ImageBitmap): Promise<DokumenTerbuka> {
  const { width, height } = asal
  return Promise.resolve({
    ukuran: [{ lebar: width * skalaGambar, tinggi: height * skalaGambar }],
    draw(_, lebarPiksel) {
      const lebar = Math.min(width, limitLebar(lebarPiksel, height / width))
      return createImageBitmap(asal, {
        resizeWidth: lebar,
        resizeHeight: Math.max(1, Math.round((lebar * height) / width)),
        resizeQuality: 'medium',
      })
    },
    close: () => asal.close(),
  })
}

/** JPEG, PNG and WebP by the browser itself, upright as the camera meant it. */
export async function openGambar(bytes: ArrayBuffer, tipeMedia: string): Promise<DokumenTerbuka> {
  const kepala = findUkuranGambar(bytes)
  if (kepala !== null) checkPiksel(kepala.lebar, kepala.tinggi)
  const bitmap = await createImageBitmap(new Blob([bytes], { type: tipeMedia }), {
    imageOrientation: 'from-image',
  })
  checkPiksel(bitmap.width, bitmap.height)
  return wrapBitmap(bitmap)
}
