/** Plane geometry of the viewer; lengths in CSS pixels, angles in quarter turns clockwise. */
export type Ukuran = { readonly lebar: number; readonly tinggi: number }
export type Titik = { readonly x: number; readonly y: number }
export type Putaran = 0 | 90 | 180 | 270

export type ModeZoom = 'lebar' | 'halaman' | number

export const skalaTerkecil = 0.1
export const skalaTerbesar = 8
const tepi = 24

export function clampSkala(skala: number): number {
  return Math.min(skalaTerbesar, Math.max(skalaTerkecil, skala))
}

export function addPutaran(putaran: Putaran, tambah: 90 | -90): Putaran {
  return ((putaran + tambah + 360) % 360) as Putaran
}

/** A page's size as it lies after turning. */
export function getUkuranTerputar({ lebar, tinggi }: Ukuran, putaran: Putaran): Ukuran {
  return putaran % 180 === 0 ? { lebar, tinggi } : { lebar: tinggi, tinggi: lebar }
}

/** The scale at which a turned page fits the stage by this mode. */
export function getSkala(
  mode: ModeZoom,
  halaman: Ukuran,
  putaran: Putaran,
  panggung: Ukuran,
): number {
  if (typeof mode === 'number') return clampSkala(mode)
  const terputar = getUkuranTerputar(halaman, putaran)
  const lebar = Math.max(1, panggung.lebar - tepi) / terputar.lebar
  if (mode === 'lebar') return clampSkala(lebar)
  return clampSkala(Math.min(lebar, Math.max(1, panggung.tinggi - tepi) / terputar.tinggi))
}

/** From shares of the turned page to shares of the page as scanned. */
export function toTitikAsli({ x, y }: Titik, putaran: Putaran): Titik {
  if (putaran === 90) return { x: y, y: 1 - x }
  if (putaran === 180) return { x: 1 - x, y: 1 - y }
  if (putaran === 270) return { x: 1 - y, y: x }
  return { x, y }
}

/** From shares of the page as scanned to shares of the turned page. */
export function toTitikTerputar({ x, y }: Titik, putaran: Putaran): Titik {
  if (putaran === 90) return { x: 1 - y, y: x }
  if (putaran === 180) return { x: 1 - x, y: 1 - y }
  if (putaran === 270) return { x: y, y: 1 - x }
  return { x, y }
}

/** The middle of what is visible of a page on one axis, as a share of the page. */
export function getTengahTerlihat(
  [awal, akhir]: readonly [number, number],
  [tepiAwal, tepiAkhir]: readonly [number, number],
): number {
  const tengah = (Math.max(awal, tepiAwal) + Math.min(akhir, tepiAkhir)) / 2
  return Math.min(1, Math.max(0, (tengah - awal) / (akhir - awal)))
}
