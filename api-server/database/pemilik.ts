import { sql } from 'kysely'
import type { Database, Transaksi } from './connection.ts'

/**
 * Runs one transaction as the owner of an account at the door, before there is a session: only what
 * row-level security gives to that account itself, and no role.
 */
export function runAsPemilik<T>(
  database: Database,
  akunId: string | null,
  work: (transaksi: Transaksi) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (transaksi) => {
    await sql`select set_config('meja.akun_id', ${akunId ?? ''}, true)`.execute(transaksi)
    return work(transaksi)
  })
}
