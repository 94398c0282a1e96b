import { batasPiksel } from '@meja/core/api/dokumen.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'

/** A document that is refused on purpose, with its code. */
export class GalatDokumen extends Error {
  readonly kode: ErrorCode

  constructor(kode: ErrorCode) {
    super(kode)
    this.kode = kode
  }
}

/** Most pixels that one drawn page may have: enough for A4 at 400 dpi. */
const pikselGambarTerbanyak = 18_000_000

export function checkPiksel(lebar: number, tinggi: number): void {
  if (lebar * tinggi > batasPiksel) throw new GalatDokumen('berkas_terlalu_luas')
}

/** The wished width, or less where the whole page would need too many pixels. */
export function limitLebar(lebarPiksel: number, rasioTinggi: number): number {
  const terlebar = Math.sqrt(pikselGambarTerbanyak / rasioTinggi)
  return Math.max(1, Math.round(Math.min(lebarPiksel, terlebar)))
}
