import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { assignPenugasan } from '@meja/core/api/penugasan.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'

export function listTugas(transaksi: Transaksi) {
  return transaksi
    .selectFrom('penugasan as t')
    .innerJoin('akun as a', 'a.id', 't.akunId')
    .innerJoin('pegawai as p', 'p.id', 'a.pegawaiId')
    .select(['t.id', 't.akunId', 'p.nama', 't.jenis', 't.perangkatDaerah', 't.dasar'])
    .select(sql<string>`lower(t.berlaku)::text`.as('mulai'))
    .select(sql<string | null>`(upper(t.berlaku) - 1)::text`.as('sampai'))
    .orderBy('p.nama')
    .execute()
}

async function isKantor(transaksi: Transaksi, kode: string): Promise<boolean> {
  const kantor = await transaksi
    .selectFrom('perangkatDaerah')
    .select('kode')
    .where('kode', '=', kode)
    .executeTakeFirst()
  return kantor !== undefined
}

/** On accounts of employees: whoever manages the system holds no second office in it. */
export async function assignTugas(
  transaksi: Transaksi,
  identity: Identity,
  body: z.output<typeof assignPenugasan.body>,
): Promise<string> {
  const { akunId, jenis, perangkatDaerah, dasar, mulai, sampai } = body
  if (akunId === identity.akunId) throw new MejaError('pengelola_lain_diperlukan')
  const akun = await transaksi
    .selectFrom('akun')
    .select('id')
    .where('id', '=', akunId)
    .executeTakeFirst()
  if (akun === undefined) throw new MejaError('tidak_ditemukan')
  const kantorSah =
    perangkatDaerah === null ? jenis !== 'kepala_pd' : await isKantor(transaksi, perangkatDaerah)
  if (!kantorSah || (sampai !== null && sampai < mulai)) throw new MejaError('isian_tidak_sah')
  const id = randomUUID()
  const berlaku = `[${mulai},${sampai ?? ''}${sampai === null ? ')' : ']'}`
  await transaksi
    .insertInto('penugasan')
    .values({ id, akunId, jenis, perangkatDaerah, dasar, berlaku })
    .execute()
  await writeAudit(transaksi, identity.akunId, 'penugasan.beri', `akun:${akunId}`, {
    penugasan: id,
    jenis,
    dasar,
  })
  return id
}

export async function endTugas(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
  sampai: string,
): Promise<void> {
  const { numUpdatedRows } = await transaksi
    .updateTable('penugasan')
    .set({ berlaku: sql`daterange(lower(berlaku), ${sampai}::date, '[]')` })
    .where('id', '=', id)
    .where(sql<boolean>`lower(berlaku) <= ${sampai}::date`)
    .where(sql<boolean>`coalesce(upper(berlaku) - 1 > ${sampai}::date, true)`)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new MejaError('penunjukan_usang')
  await writeAudit(transaksi, identity.akunId, 'penugasan.akhiri', `penugasan:${id}`, { sampai })
}
