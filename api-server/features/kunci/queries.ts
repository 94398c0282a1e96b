import type { CatatanLayar } from '@meja/core/api/kunci.ts'
import { sql } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'

/** What was told before under these numbers, and the newest number of all. */
export async function findTersimpan(
  transaksi: Transaksi,
  akunId: string,
  komputer: string,
  urutan: readonly number[],
) {
  const milikSini = transaksi
    .selectFrom('catatanLayar')
    .where('akunId', '=', akunId)
    .where('komputer', '=', komputer)
  const [sama, puncak] = await Promise.all([
    milikSini
      .select(['urutan', 'peristiwa', 'pada'])
      .where('urutan', 'in', [...urutan])
      .execute(),
    milikSini.select(({ fn }) => fn.max('urutan').as('urutan')).executeTakeFirst(),
  ])
  return { sama, terakhir: Number(puncak?.urutan ?? 0) }
}

/** How many of them were new: what came twice is there once. */
export async function insertCatatan(
  transaksi: Transaksi,
  akunId: string,
  komputer: string,
  catatan: readonly CatatanLayar[],
): Promise<number> {
  const hasil = await transaksi
    .insertInto('catatanLayar')
    .values(catatan.map((satu) => ({ ...satu, akunId, komputer })))
    .onConflict((konflik) => konflik.doNothing())
    .executeTakeFirst()
  return Number(hasil.numInsertedOrUpdatedRows ?? 0)
}

export function listCatatan(transaksi: Transaksi) {
  return transaksi
    .selectFrom('catatanLayar as c')
    .innerJoin('akun as a', 'a.id', 'c.akunId')
    .select([
      'c.akunId',
      'a.namaPengguna',
      'c.komputer',
      'c.urutan',
      'c.peristiwa',
      'c.pada',
      'c.rujukan',
      'c.diterimaPada',
    ])
    .orderBy('c.diterimaPada', 'desc')
    .orderBy('c.urutan', 'desc')
    .limit(500)
    .execute()
}

/** This person has left this workstation with everything; it was heard of, or there is nothing to say. */
export async function noteDilepas(
  transaksi: Transaksi,
  akunId: string,
  komputer: string,
): Promise<void> {
  await transaksi
    .updateTable('komputer')
    .set({
      dilepasPada: sql`now()`,
      belumTerkirim: 0,
      ditolak: 0,
      tertuaPada: null,
      asliDiMeja: 0,
      terkunci: true,
    })
    .where('id', '=', komputer)
    .where('akunId', '=', akunId)
    .execute()
}
