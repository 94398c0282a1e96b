import { sql } from 'kysely'
import type { Peran } from '@meja/core/domain/peran.ts'
import type { Transaksi } from '../../database/connection.ts'

export function listAkun(transaksi: Transaksi, pegawaiId: string) {
  return transaksi
    .selectFrom('akun as a')
    .select(['a.id', 'a.namaPengguna', 'a.aktif', sql<Peran>`a.peran`.as('peran')])
    .select(({ selectFrom }) =>
      selectFrom('tandaTanganPakta as t')
        .select(({ fn }) => fn.max('t.pada').as('pada'))
        .whereRef('t.akunId', '=', 'a.id')
        .as('paktaPada'),
    )
    .where('a.pegawaiId', '=', pegawaiId)
    .orderBy('a.namaPengguna')
    .execute()
}

export async function hasPegawai(transaksi: Transaksi, id: string): Promise<boolean> {
  const ada = await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return ada !== undefined
}

/** Locked: two administrators do not change one account at once. */
export function lockAkun(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('akun')
    .select(['id', 'pegawaiId', 'peran', 'aktif'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
