import type { Peristiwa } from '@meja/core/api/linimasa.ts'

export type HariPeristiwa = { readonly tanggal: string; readonly peristiwa: Peristiwa[] }

/** Events of one day together, in the order in which they came. */
export function groupByHari(
  peristiwa: readonly Peristiwa[],
  getTanggal: (saat: string) => string,
): HariPeristiwa[] {
  const perHari = Map.groupBy(peristiwa, ({ pada }) => getTanggal(pada))
  return [...perHari].map(([tanggal, satu]) => ({ tanggal, peristiwa: satu }))
}
