import { pesanMutu, type MutuPindaian } from '@meja/core/domain/mutu-pindaian.ts'
import type { Makna } from '../../ui/makna.ts'

type NilaiMutu = {
  readonly makna: Makna
  readonly kunci: 'terbaca' | 'perluDilihat' | 'takTerukur'
}

/** How legible a scan is in one word; what is only worth knowing (a lean) makes it no worse. */
export function getNilaiMutu(mutu: MutuPindaian | null): NilaiMutu {
  if (mutu === null || mutu.halamanTerukur === 0) return { makna: 'netral', kunci: 'takTerukur' }
  const berat = mutu.temuan.some(({ kode }) => pesanMutu[kode][0] !== 'info')
  return berat ? { makna: 'lihat', kunci: 'perluDilihat' } : { makna: 'sama', kunci: 'terbaca' }
}

/** Bytes as people say them. */
export function formatUkuran(bytes: number, bahasa: string): string {
  const [nilai, satuan] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const angka = new Intl.NumberFormat(bahasa, { maximumFractionDigits: nilai < 10 ? 1 : 0 })
  return `${angka.format(nilai)} ${satuan}`
}
