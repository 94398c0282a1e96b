import { getLabelRujukan } from '../reference/tabel-isian.ts'
import type { Isian, Label } from './jenis-riwayat.ts'
import { formatNilai } from './tampilan-nilai.ts'

const yaTidak: Readonly<Record<string, Label>> = {
  ya: { id: 'Ya', en: 'Yes' },
  tidak: { id: 'Tidak', en: 'No' },
}

/** One field's value as a person reads it: words for codes; what no table knows stays as it is. */
export function formatIsian(isian: Isian, nilai: string, bahasa: keyof Label): string {
  if (isian.rujukan !== undefined) return getLabelRujukan(isian.rujukan, nilai)
  if (isian.tipe === 'yaTidak') return yaTidak[nilai]?.[bahasa] ?? nilai
  const pilihan = isian.pilihan?.find(({ kode }) => kode === nilai)
  return pilihan?.label[bahasa] ?? formatNilai(isian.tipe, nilai)
}
