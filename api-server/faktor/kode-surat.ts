import { createHash } from 'node:crypto'
import { parseKode, writeKode } from '@meja/core/domain/kode-sekali.ts'
import type { KunciFaktor } from './kunci-faktor.ts'

/** Eighty bits: nobody tries them out. */
const panjangKodeSurat = 16

/** Which half of a code: an activation has only the first (P30.2j). */
export type BagianKode = 1 | 2

/** What the database keeps of a code. */
export function hashKode(kode: string): string {
  return createHash('sha256').update(kode).digest('hex')
}

/**
 * The code of a letter follows from the row's id and a key outside the database: it is printed again
 * when the printer failed, and still stands nowhere.
 */
export function buildKode(kunci: KunciFaktor, kodeId: string, bagian: BagianKode): string {
  const [bytes] = kunci.listTurunan(`${kodeId} ${bagian}`)
  if (bytes === undefined) throw new Error('tidak ada kunci')
  return writeKode(bytes)
}

/** The code that this hash is of; null when the key it was made with is gone. */
export function findKode(
  kunci: KunciFaktor,
  kodeId: string,
  bagian: BagianKode,
  sidik: string,
): string | null {
  const semua = kunci.listTurunan(`${kodeId} ${bagian}`).map(writeKode)
  return semua.find((satu) => hashKode(satu) === sidik) ?? null
}

/** What was typed from a letter; null when it cannot be a code. */
export function parseKodeSurat(teks: string): string | null {
  return parseKode(teks, panjangKodeSurat)
}
