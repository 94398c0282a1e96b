import tabel from '../reference/tinjauan-akses.json' with { type: 'json' }
import { listBerlaku } from '../reference/rujukan.ts'
import { addBulan } from './tanggal.ts'

/** What a reviewer may find of a right. */
export const temuanHak = ['tetap', 'cabut', 'ubah'] as const
export type TemuanHak = (typeof temuanHak)[number]

/** Months after which the rights are looked at again; null on days that no rule covers. */
export function getSelangTinjauan(hari: string): number | null {
  return listBerlaku(tabel.baris, hari)[0]?.bulan ?? null
}

export type PeringatanTinjauan = 'lewat_tenggat' | 'jatuh_tempo' | 'belum_pernah'

type Tinjauan = { readonly tenggat: string; readonly ditutup: string | null }

/**
 * Why administrators are told of the review; days as `2026-11-24`. A review that is open and in time is
 * the answer to one that is due, so it says nothing.
 */
export function getPeringatanTinjauan(
  semua: readonly Tinjauan[],
  hari: string,
): PeringatanTinjauan | null {
  const terbuka = semua.find(({ ditutup }) => ditutup === null)
  if (terbuka !== undefined) return hari > terbuka.tenggat ? 'lewat_tenggat' : null
  const selang = getSelangTinjauan(hari)
  if (selang === null) return null
  const terakhir = semua.reduce<string | null>(
    (sejauh, { ditutup }) => (ditutup !== null && ditutup > (sejauh ?? '') ? ditutup : sejauh),
    null,
  )
  if (terakhir === null) return 'belum_pernah'
  return hari > addBulan(terakhir, selang) ? 'jatuh_tempo' : null
}

/** Only these two say why; what stays needs no reason. */
export function isAlasanWajib(temuan: TemuanHak): boolean {
  return temuan !== 'tetap'
}

type Baris = {
  readonly temuan: TemuanHak | 'berakhir' | null
  /** Still among the rights in force. */
  readonly masihAda: boolean
}

/** Waits for a person: without a finding, and not ended by itself. */
export function isMenungguTemuan({ temuan, masihAda }: Baris): boolean {
  return temuan === null && masihAda
}
