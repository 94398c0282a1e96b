import { z } from 'zod'
import type { BarisRekam } from '@meja/core/api/rekam.ts'
import {
  getDeskripsi,
  kodeJenisRiwayat,
  type JenisRiwayat,
  type Kelompok,
} from '@meja/core/domain/jenis-riwayat.ts'

/** The five groups of master data in the order of P6.2. */
export const urutanKelompok = [
  'pribadi',
  'kualifikasi',
  'kompetensi',
  'kinerja',
  'pendukung',
] as const satisfies readonly Kelompok[]

/** How the histories lay on the desk when the screen closed. */
export const PilihanRiwayat = z.object({ kelompok: z.enum(urutanKelompok), semua: z.boolean() })

export type BagianRekam = { readonly jenis: JenisRiwayat; readonly baris: readonly BarisRekam[] }
export type KelompokRekam = {
  readonly kelompok: Kelompok
  readonly bagian: readonly BagianRekam[]
  readonly terisi: number
}

/**
 * The record in the order of the regulation: every group, every kind that is open to its reader, also
 * those that are empty, because what is missing is part of what a record says.
 */
export function arrangeRekam(
  baris: readonly BarisRekam[],
  { denganRahasia = false } = {},
): KelompokRekam[] {
  const perJenis = Map.groupBy(baris, ({ jenis }) => jenis)
  return urutanKelompok.map((kelompok) => {
    const bagian = kodeJenisRiwayat
      .filter((jenis) => {
        const deskripsi = getDeskripsi(jenis)
        return deskripsi.kelompok === kelompok && (denganRahasia || !deskripsi.rahasia)
      })
      .map((jenis) => ({ jenis, baris: perJenis.get(jenis) ?? [] }))
    return { kelompok, bagian, terisi: bagian.filter((satu) => satu.baris.length > 0).length }
  })
}

/** What the employee may propose to change; the rest is written by administrators (P10.2c). */
export function isDapatDiusulkan(jenis: JenisRiwayat): boolean {
  const { kelas, rahasia } = getDeskripsi(jenis)
  return kelas !== 'A' && !rahasia
}
