import { z } from 'zod'
import { getDeskripsi, type JenisRiwayat } from './jenis-riwayat.ts'
import type { Peran } from './peran.ts'

/** The life of a proposal: record-model.md section 1. */
export const StatusUsulan = z.enum([
  'diajukan',
  'terverifikasi_1',
  'valid',
  'dikembalikan',
  'ditolak',
  'dicabut',
])
export type StatusUsulan = z.infer<typeof StatusUsulan>

/** What a proposal does to the record (P1.15): values are added, corrected, ended on a date, or a row that should never have been is withdrawn. */
export const AksiUsulan = z.enum(['tambah', 'koreksi', 'akhiri', 'cabut'])
export type AksiUsulan = z.infer<typeof AksiUsulan>

/** Through which door a proposal came. */
export const SumberUsulan = z.enum(['ess', 'fasilitator', 'administrator', 'susulan_manual'])
export type SumberUsulan = z.infer<typeof SumberUsulan>

/** Through which door a row came into the record. */
export const SumberRiwayat = z.enum([...SumberUsulan.options, 'impor', 'siasn'])
export type SumberRiwayat = z.infer<typeof SumberRiwayat>

export const HasilKeputusan = z.enum(['sesuai', 'dikembalikan'])
export type HasilKeputusan = z.infer<typeof HasilKeputusan>

/**
 * The states in which proposals of a kind wait for this login. Confidential and other administrator's
 * kinds (class A) never pass a fasilitator: two administrators look instead (P10.2c).
 */
export function isGiliran(peran: Peran, jenis: JenisRiwayat, status: StatusUsulan): boolean {
  const { kelas } = getDeskripsi(jenis)
  if (peran === 'fasilitator') return status === 'diajukan' && kelas !== 'A'
  if (peran !== 'administrator') return false
  return status === 'terverifikasi_1' || (status === 'diajukan' && kelas === 'A')
}

/**
 * The status after a decision. Facts of key fields change the record only after the administrator
 * has looked too (P10.2b); all others at the facilitator's decision.
 */
export function getStatusSetelah(
  jenis: JenisRiwayat,
  peran: Peran,
  hasil: HasilKeputusan,
): StatusUsulan {
  if (hasil === 'dikembalikan') return 'dikembalikan'
  if (peran === 'fasilitator' && getDeskripsi(jenis).perluAdministrator) return 'terverifikasi_1'
  return 'valid'
}
