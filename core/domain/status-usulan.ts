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

export const HasilKeputusan = z.enum(['sesuai', 'dikembalikan'])
export type HasilKeputusan = z.infer<typeof HasilKeputusan>

/** The status in which a proposal waits for this login; null when it never does. */
export function findStatusGiliran(peran: Peran): StatusUsulan | null {
  if (peran === 'fasilitator') return 'diajukan'
  if (peran === 'administrator') return 'terverifikasi_1'
  return null
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
