export type BagianMasa = { readonly tahun: string; readonly bulan: string }

/** Months of the record as the two numbers that stand on papers. */
export function splitMasa(nilai: string | null): BagianMasa {
  if (nilai === null || !/^\d+$/.test(nilai)) return { tahun: '', bulan: '' }
  return { tahun: String(Math.trunc(Number(nilai) / 12)), bulan: String(Number(nilai) % 12) }
}

/** The other way; nothing typed at all says nothing. */
export function joinMasa({ tahun, bulan }: BagianMasa): string | null {
  if (tahun === '' && bulan === '') return null
  return String(Number(tahun || 0) * 12 + Number(bulan || 0))
}
