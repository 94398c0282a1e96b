import { randomBytes } from 'node:crypto'
import { formatKode, parseKode, writeKode } from '@meja/core/domain/kode-sekali.ts'
import type { Transaksi } from '../database/connection.ts'
import type { KunciFaktor } from './kunci-faktor.ts'

const banyak = 10
/** Fifty bits under a hash with a key, and a handful of attempts: nobody guesses or computes one. */
const panjang = 10

/** Ten new ones in place of all before; this is the only time that anybody sees them. */
export async function renewKodeCadangan(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  akunId: string,
): Promise<string[]> {
  const kode = Array.from({ length: banyak }, () => writeKode(randomBytes(7)).slice(0, panjang))
  await transaksi.deleteFrom('kodeCadangan').where('akunId', '=', akunId).execute()
  await transaksi
    .insertInto('kodeCadangan')
    .values(kode.map((satu) => ({ akunId, sidik: kunci.listSidik(akunId, satu)[0] ?? '' })))
    .execute()
  return kode.map(formatKode)
}

export async function takeKodeCadangan(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  akunId: string,
  teks: string,
): Promise<boolean> {
  const kode = parseKode(teks, panjang)
  if (kode === null) return false
  const { numUpdatedRows } = await transaksi
    .updateTable('kodeCadangan')
    .set({ dipakaiPada: new Date() })
    .where('akunId', '=', akunId)
    .where('sidik', 'in', kunci.listSidik(akunId, kode))
    .where('dipakaiPada', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countKodeCadangan(transaksi: Transaksi, akunId: string): Promise<number> {
  const { sisa } = await transaksi
    .selectFrom('kodeCadangan')
    .select(({ fn }) => fn.countAll<string>().as('sisa'))
    .where('akunId', '=', akunId)
    .where('dipakaiPada', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(sisa)
}
