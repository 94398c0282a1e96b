import type { Transaksi } from './connection.ts'

/** Adds one entry to the chain; last in its transaction, because the chain's lock lasts to commit. */
export async function writeAudit(
  transaksi: Transaksi,
  akunId: string | null,
  aksi: string,
  objek: string,
  rincian: Record<string, unknown>,
): Promise<void> {
  await transaksi
    .insertInto('audit')
    .values({ akunId, aksi, objek, rincian: JSON.stringify(rincian) })
    .execute()
}
