import type { BodyOf } from '@meja/core/api/endpoint.ts'
import type { searchPegawai } from '@meja/core/api/pegawai.ts'
import { checkNip, type TemuanNip } from '@meja/core/domain/nip.ts'
import { z } from 'zod'

/** What a person has put into the search: words, and where to look. */
export const SaringanCari = z.object({
  teks: z.string().max(100),
  perangkatDaerah: z.string().nullable(),
  unitKerja: z.string().nullable(),
  /** What the chosen office or unit is called. */
  tempat: z.string().nullable(),
  golongan: z.string().nullable(),
  jabatan: z.string().max(100),
})
export type SaringanCari = z.infer<typeof SaringanCari>

export const saringanKosong: SaringanCari = {
  teks: '',
  perangkatDaerah: null,
  unitKerja: null,
  tempat: null,
  golongan: null,
  jabatan: '',
}

/** The sentence for a number that a spreadsheet damaged: it is nobody's, so nobody is asked. */
export function findNipRusak(teks: string): TemuanNip | null {
  return checkNip(teks).find(({ kode }) => kode === 'NIP-02') ?? null
}

/** What the server is asked; null while nothing says whom to look for. */
export function buildTanya(saringan: SaringanCari): BodyOf<typeof searchPegawai> | null {
  const { teks, perangkatDaerah, unitKerja, golongan, jabatan } = saringan
  const kata = teks.trim()
  const bagian = jabatan.trim()
  // A single letter names a tenth of everybody.
  if (kata.length === 1) return null
  const adaTempat = perangkatDaerah !== null || unitKerja !== null
  if (kata === '' && bagian === '' && golongan === null && !adaTempat) return null
  return {
    teks: kata,
    ...(perangkatDaerah !== null && { perangkatDaerah }),
    ...(unitKerja !== null && { unitKerja }),
    ...(golongan !== null && { golongan }),
    ...(bagian !== '' && { jabatan: bagian }),
  }
}
