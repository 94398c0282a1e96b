import type { TipeIsian } from './jenis-riwayat.ts'
import { formatNik } from './nik.ts'
import { formatNip } from './nip.ts'
import { formatTanggal } from './tanggal.ts'

/** `4181300` as `Rp4.181.300`. */
export function formatRupiah(rupiah: string): string {
  return /^\d+$/.test(rupiah) ? `Rp${rupiah.replaceAll(/\B(?=(\d{3})+$)/g, '.')}` : rupiah
}

/** Months as `5 Tahun 3 Bulan` (nip.md section 7). */
export function formatMasaKerja(bulan: string): string {
  if (!/^\d+$/.test(bulan)) return bulan
  return `${Math.trunc(Number(bulan) / 12)} Tahun ${Number(bulan) % 12} Bulan`
}

/** The name as it stands on papers: titles before and after (glossary, gelar). */
export function formatNama(nama: string, gelarDepan: string | null, gelarBelakang: string | null) {
  const depan = gelarDepan ? `${gelarDepan} ` : ''
  return gelarBelakang ? `${depan}${nama}, ${gelarBelakang}` : `${depan}${nama}`
}

const tampilan: Partial<Record<TipeIsian, (nilai: string) => string>> = {
  tanggal: formatTanggal,
  uang: formatRupiah,
  masa: formatMasaKerja,
  nip: formatNip,
  nik: formatNik,
}

/** A record's value as a person reads it on paper. */
export function formatNilai(tipe: TipeIsian, nilai: string): string {
  return tampilan[tipe]?.(nilai) ?? nilai
}
