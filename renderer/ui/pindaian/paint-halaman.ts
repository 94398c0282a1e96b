import { getUkuranTerputar, type Putaran, type Titik, type Ukuran } from './geometri.ts'

/** Draws the page turned and in the size of its box, at the screen's own resolution. */
export function paintHalaman(
  kanvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  putaran: Putaran,
  kotak: Ukuran,
): boolean {
  const lebar = Math.round(kotak.lebar * globalThis.devicePixelRatio)
  const tinggi = Math.round(kotak.tinggi * globalThis.devicePixelRatio)
  const konteks = kanvas.getContext('2d', { alpha: false })
  // A bitmap that the cache has closed is 0 wide.
  if (konteks === null || bitmap.width === 0 || lebar === 0 || tinggi === 0) return false
  if (kanvas.width !== lebar) kanvas.width = lebar
  if (kanvas.height !== tinggi) kanvas.height = tinggi
  const tegak = putaran % 180 === 0
  konteks.setTransform(1, 0, 0, 1, lebar / 2, tinggi / 2)
  konteks.rotate((putaran * Math.PI) / 180)
  konteks.imageSmoothingQuality = 'high'
  const [x, y] = tegak ? [lebar, tinggi] : [tinggi, lebar]
  konteks.drawImage(bitmap, -x / 2, -y / 2, x, y)
  return true
}

/** A part of the page round one point, as large as a lens; the point in shares of the page as scanned. */
export function paintKaca(
  kanvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  kaca: {
    readonly ukuran: number
    readonly putaran: Putaran
    /** The whole page as it would lie under the lens. */
    readonly kotak: Ukuran
    readonly pusat: Titik
  },
): void {
  const rasio = globalThis.devicePixelRatio
  const sisi = Math.round(kaca.ukuran * rasio)
  const konteks = kanvas.getContext('2d', { alpha: false })
  if (konteks === null || bitmap.width === 0) return
  if (kanvas.width !== sisi) kanvas.width = sisi
  if (kanvas.height !== sisi) kanvas.height = sisi
  konteks.setTransform(1, 0, 0, 1, 0, 0)
  konteks.fillStyle = '#fff'
  konteks.fillRect(0, 0, sisi, sisi)
  konteks.translate(sisi / 2, sisi / 2)
  konteks.rotate((kaca.putaran * Math.PI) / 180)
  konteks.imageSmoothingQuality = 'high'
  const { lebar, tinggi } = getUkuranTerputar(kaca.kotak, kaca.putaran)
  const [x, y] = [lebar * rasio, tinggi * rasio]
  konteks.drawImage(bitmap, -kaca.pusat.x * x, -kaca.pusat.y * y, x, y)
}
