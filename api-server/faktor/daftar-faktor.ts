import { sql } from 'kysely'
import type { Transaksi } from '../database/connection.ts'

export type DaftarFaktor = {
  readonly totpSejak: Date | null
  readonly passkey: readonly {
    readonly id: string
    readonly nama: string
    readonly dibuatPada: Date
    readonly dipakaiPada: Date | null
  }[]
  /** A password alone does not open this account (kebijakan_akun). */
  readonly wajib: boolean
}

/** The second factors of the account whose transaction this is. */
export async function readFaktor(transaksi: Transaksi, akunId: string): Promise<DaftarFaktor> {
  const totp = await transaksi
    .selectFrom('faktorTotp')
    .select('aktifSejak')
    .where('akunId', '=', akunId)
    .executeTakeFirst()
  const passkey = await transaksi
    .selectFrom('passkey')
    .select(['id', 'nama', 'dibuatPada', 'dipakaiPada'])
    .where('akunId', '=', akunId)
    .orderBy('dibuatPada')
    .execute()
  const { rows } = await sql<{ wajib: boolean }>`
    select faktor_wajib(${akunId}::uuid) as wajib`.execute(transaksi)
  return { totpSejak: totp?.aktifSejak ?? null, passkey, wajib: rows[0]?.wajib ?? true }
}

export function hasFaktor({ totpSejak, passkey }: DaftarFaktor): boolean {
  return totpSejak !== null || passkey.length > 0
}
