import { sql } from 'kysely'
import type { Transaksi } from './connection.ts'

/**
 * Opens one person's confidential rows to the rest of this transaction; the database writes who
 * asked and what for into the audit chain first (P10.2c). Refused for anybody but administrators.
 */
export async function openRahasia(
  transaksi: Transaksi,
  pegawaiId: string,
  tujuan: string,
): Promise<void> {
  await sql`select buka_rahasia(${pegawaiId}::uuid, ${tujuan})`.execute(transaksi)
}
