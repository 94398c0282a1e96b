import { sql } from 'kysely'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import { nilaiMutu, type FaktaMutu } from '@meja/core/domain/mutu-pindaian.ts'

/** A document as the contract shows it, from a query whose documents are called d. */
export const kolomDokumen = [
  'd.id',
  'd.jenis',
  'd.namaBerkas',
  'd.tipeMedia',
  'd.ukuran',
  'd.sha256',
  'd.halaman',
  'd.versi',
  'd.menggantikan',
  'd.mutu',
  sql<number>`hitung_kembar(d.sha256, d.pegawai_id)`.as('kembar'),
  sql<string | null>`(select g.id from dokumen g where g.menggantikan = d.id)`.as('digantikanOleh'),
] as const

type BarisDokumen = Omit<DokumenKasus, 'mutu'> & { mutu: FaktaMutu | null }

/** What was measured is kept; what follows from it is told by the thresholds of today. */
export function buildDokumen<B extends BarisDokumen>(
  baris: B,
): Omit<B, 'mutu'> & Pick<DokumenKasus, 'mutu'> {
  return { ...baris, mutu: baris.mutu && nilaiMutu(baris.mutu) }
}
