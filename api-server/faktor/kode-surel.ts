import { parseKode, writeKode } from '@meja/core/domain/kode-sekali.ts'
import type { KunciFaktor } from './kunci-faktor.ts'

/** Forty bits, for half an hour and five attempts. */
const panjangKodeSurel = 8

/** The code of a message follows from the row's id and a key outside the database, and stands nowhere. */
export function buildKodeSurel(kunci: KunciFaktor, kodeId: string): string {
  const [bytes] = kunci.listTurunan(`surel ${kodeId}`)
  if (bytes === undefined) throw new Error('tidak ada kunci')
  return writeKode(bytes).slice(0, panjangKodeSurel)
}

/** What the database keeps of a code, under each key; the one in use first. */
export function listSidikSurel(kunci: KunciFaktor, akunId: string, kode: string): string[] {
  return kunci.listSidik(akunId, `surel ${kode}`)
}

/** What was typed from a message; null when it cannot be a code. */
export function parseKodeSurel(teks: string): string | null {
  return parseKode(teks, panjangKodeSurel)
}
