import type { postDenyut, postPerintahKunci } from '@meja/core/api/komputer.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Transaksi } from '../../database/connection.ts'

type Denyut = z.output<typeof postDenyut.body>

export async function saveDenyut(
  transaksi: Transaksi,
  akunId: string,
  { komputer, pada, terkunci, belumTerkirim, ditolak, tertuaPada, asliDiMeja, versi }: Denyut,
): Promise<void> {
  const kini = new Date()
  const bedaJam = Math.round((Date.parse(pada) - kini.getTime()) / 1000)
  const keadaan = { terkunci, belumTerkirim, ditolak, tertuaPada, asliDiMeja, versi, bedaJam }
  await transaksi
    .insertInto('komputer')
    .values({ id: komputer, akunId, ...keadaan })
    .onConflict((konflik) =>
      konflik.columns(['id', 'akunId']).doUpdateSet({
        ...keadaan,
        kontakPada: sql`now()`,
        // Somebody who came back is there again.
        dilepasPada: null,
      }),
    )
    .execute()
}

export async function closePerintah(
  transaksi: Transaksi,
  akunId: string,
  id: string,
): Promise<boolean> {
  const hasil = await transaksi
    .updateTable('perintahKunci')
    .set({ dijalankanPada: sql`now()` })
    .where('id', '=', id)
    .where('akunId', '=', akunId)
    .where('dijalankanPada', 'is', null)
    .executeTakeFirst()
  return hasil.numUpdatedRows > 0n
}

export async function findPerintah(
  transaksi: Transaksi,
  akunId: string,
  komputer: string,
): Promise<string | null> {
  const baris = await transaksi
    .selectFrom('perintahKunci')
    .select('id')
    .where('akunId', '=', akunId)
    .where('komputer', '=', komputer)
    .where('dijalankanPada', 'is', null)
    .executeTakeFirst()
  return baris?.id ?? null
}

/** Asked twice is ordered once: the reason of the first stays. */
export async function insertPerintah(
  transaksi: Transaksi,
  dimintaOleh: string,
  { komputer, akunId, alasan }: z.output<typeof postPerintahKunci.body>,
): Promise<boolean> {
  const hasil = await transaksi
    .insertInto('perintahKunci')
    .columns(['komputer', 'akunId', 'alasan', 'dimintaOleh'])
    .expression(
      transaksi
        .selectFrom('komputer')
        .select(({ val }) => [
          'id',
          'akunId',
          val(alasan).as('alasan'),
          sql<string>`${dimintaOleh}::uuid`.as('dimintaOleh'),
        ])
        .where('id', '=', komputer)
        .where('akunId', '=', akunId),
    )
    .onConflict((konflik) => konflik.doNothing())
    .executeTakeFirst()
  return (hasil.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Those heard of last first; a workstation that changed hands has a row for each person. */
export function listKomputer(transaksi: Transaksi) {
  return transaksi
    .selectFrom('komputer as k')
    .innerJoin('akun as a', 'a.id', 'k.akunId')
    .innerJoin('pegawai as p', 'p.id', 'a.pegawaiId')
    .leftJoin('perangkatDaerah as d', 'd.kode', 'p.perangkatDaerah')
    .leftJoin('perintahKunci as q', (gabung) =>
      gabung
        .onRef('q.komputer', '=', 'k.id')
        .onRef('q.akunId', '=', 'k.akunId')
        .on('q.dijalankanPada', 'is', null),
    )
    .leftJoin('akun as o', 'o.id', 'q.dimintaOleh')
    .select([
      'k.id',
      'k.akunId',
      'a.namaPengguna',
      'k.terkunci',
      'k.belumTerkirim',
      'k.asliDiMeja',
      'k.ditolak',
      'k.tertuaPada',
      'k.dilepasPada',
      'k.versi',
      'k.bedaJam',
      'k.kontakPada',
      'd.kode as kodePd',
      'd.nama as namaPd',
      'q.id as perintahId',
      'q.alasan',
      'q.dimintaPada',
      'o.namaPengguna as dimintaOleh',
    ])
    .orderBy('k.kontakPada', 'desc')
    .limit(2000)
    .execute()
}
