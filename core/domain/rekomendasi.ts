/** `akan`: it holds from a later day on. */
export type KeadaanRekomendasi = 'berlaku' | 'akan' | 'berakhir' | 'dicabut'

/** Days as `2026-11-24`, both ends included. */
export function getKeadaanRekomendasi(
  { mulai, sampai, dicabut }: { mulai: string; sampai: string; dicabut: boolean },
  hari: string,
): KeadaanRekomendasi {
  if (dicabut) return 'dicabut'
  if (hari < mulai) return 'akan'
  return hari > sampai ? 'berakhir' : 'berlaku'
}

/** How a recommendation is called on paper and in the audit trail. */
export function formatNomorRekomendasi(urutan: number): string {
  return `REK-${String(urutan).padStart(5, '0')}`
}
