import { sql } from 'kysely'
import type { Peran } from '@meja/core/domain/peran.ts'
import type { Transaksi } from '../../database/connection.ts'

/** Open or closed, each with whether its owner has opened it; a closed one is not asked. */
export function listAkun(transaksi: Transaksi, pegawaiId: string) {
  return transaksi
    .selectFrom('akun as a')
    .select(
      sql<boolean>`coalesce((select c.sudah_aktif from cari_akun_pegawai(a.pegawai_id) c
        where c.id = a.id), true)`.as('diaktifkan'),
    )
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

/** The newest letter of each of these accounts that still opens it. */
export function listUndanganTerbuka(transaksi: Transaksi, akun: readonly string[]) {
  return transaksi
    .selectFrom('kodeAkun')
    .select(['akunId', 'id as kodeId', 'kedaluwarsa'])
    .where('akunId', 'in', [...akun])
    .where('jenis', '=', 'aktivasi')
    .where('dipakaiPada', 'is', null)
    .where('dicabutPada', 'is', null)
    .where('kedaluwarsa', '>', new Date())
    .orderBy('dibuatPada')
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
