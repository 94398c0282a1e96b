import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { checkNip, normalizeNip, type TemuanNip } from '@meja/core/domain/nip.ts'
import type { RingkasUsulan } from '@meja/core/api/verifikasi.ts'

export type SaringanAntrean = { readonly cari: string; readonly jenis: JenisRiwayat | null }

/** The sentence for a number that a spreadsheet damaged; it can match nobody, so it is not looked up. */
export function findTemuanCari(cari: string): TemuanNip | null {
  const temuan = checkNip(cari)[0]
  return temuan?.kode === 'NIP-02' ? temuan : null
}

function fold(teks: string): string {
  return teks.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('id')
}

/** Every word has to occur in the name; digits are looked for in the NIP, however they are grouped. */
function matchesCari(usulan: RingkasUsulan, cari: string): boolean {
  const digit = normalizeNip(cari)
  if (/^\d+$/.test(digit)) return usulan.pegawai.nip.includes(digit)
  const nama = fold(usulan.pegawai.nama)
  return fold(cari)
    .split(/\s+/)
    .every((kata) => nama.includes(kata))
}

export function filterAntrean(
  usulan: readonly RingkasUsulan[],
  { cari, jenis }: SaringanAntrean,
): RingkasUsulan[] {
  const teks = cari.trim()
  if (findTemuanCari(teks) !== null) return []
  return usulan.filter(
    (satu) => (jenis === null || satu.jenis === jenis) && (teks === '' || matchesCari(satu, teks)),
  )
}
