import type { KantorDikepalai } from '@meja/core/api/fasilitator.ts'

/** The words of unit codes, in the order in which the office lists its units. */
export function listNamaUnit(
  kode: readonly string[],
  unit: KantorDikepalai['unit'],
): readonly string[] {
  return unit.filter((satu) => kode.includes(satu.kode)).map(({ nama }) => nama)
}
