import type { IsiDrafTersimpan } from '../../database/tables.ts'
import type { Transaksi } from '../../database/connection.ts'
import { buildDokumen, kolomDokumen } from '../../database/dokumen.ts'

/** Row-level security shows the writer's own and no others. */
export function listBarisDraf(transaksi: Transaksi) {
  return transaksi
    .selectFrom('drafUsulan')
    .select(['id', 'pegawaiId', 'isi', 'diubahPada'])
    .orderBy('diubahPada', 'desc')
    .orderBy('id')
    .execute()
}

export async function listDokumenDraf(transaksi: Transaksi, ids: string[]) {
  if (ids.length === 0) return []
  const baris = await transaksi
    .selectFrom('dokumen as d')
    .select(kolomDokumen)
    .where('d.id', 'in', ids)
    .execute()
  return baris.map(buildDokumen)
}

export async function isPegawaiTerlihat(transaksi: Transaksi, pegawaiId: string): Promise<boolean> {
  const baris = await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', pegawaiId)
    .executeTakeFirst()
  return baris !== undefined
}

type DrafBaru = { id: string; akunId: string; pegawaiId: string; isi: IsiDrafTersimpan }

/** Zero rows when the id is somebody else's draft, or stands for another person's record. */
export async function upsertDraf(transaksi: Transaksi, draf: DrafBaru, pada: Date) {
  const isi = JSON.stringify(draf.isi)
  const { numUpdatedRows } = await transaksi
    .updateTable('drafUsulan')
    .set({ isi, diubahPada: pada })
    .where('id', '=', draf.id)
    .where('pegawaiId', '=', draf.pegawaiId)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return numUpdatedRows
  const { numInsertedOrUpdatedRows } = await transaksi
    .insertInto('drafUsulan')
    .values({ ...draf, isi, diubahPada: pada })
    .onConflict((konflik) => konflik.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows ?? 0n
}

export async function countDrafLain(transaksi: Transaksi, id: string): Promise<number> {
  const { n } = await transaksi
    .selectFrom('drafUsulan')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('id', '<>', id)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function deleteDrafById(transaksi: Transaksi, id: string): Promise<void> {
  await transaksi.deleteFrom('drafUsulan').where('id', '=', id).execute()
}
