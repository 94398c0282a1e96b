import { sql, type Insertable } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'
import type { Tables } from '../../database/tables.ts'

export function findDokumen(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('dokumen')
    .select(['sha256', 'tipeMedia'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether this login sees the employee at all; row-level security answers. */
export async function isPegawaiTerlihat(transaksi: Transaksi, id: string): Promise<boolean> {
  const baris = await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return baris !== undefined
}

/** Stores the row; answers how many other employees have the same bytes (P10.3a). */
export async function insertDokumen(
  transaksi: Transaksi,
  dokumen: Insertable<Tables['dokumen']>,
): Promise<number> {
  const { kembar } = await transaksi
    .insertInto('dokumen')
    .values(dokumen)
    .returning(sql<number>`hitung_kembar(sha256, pegawai_id)`.as('kembar'))
    .executeTakeFirstOrThrow()
  return kembar
}
