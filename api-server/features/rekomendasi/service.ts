import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  hariRekomendasiTerlama,
  type IsiRekomendasi,
  type Rekomendasi,
} from '@meja/core/api/rekomendasi.ts'
import { formatNomorRekomendasi } from '@meja/core/domain/rekomendasi.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'

const hariMs = 86_400_000

export async function readRekomendasi(transaksi: Transaksi): Promise<Rekomendasi[]> {
  const baris = await transaksi
    .selectFrom('rekomendasi as r')
    .leftJoin('perangkatDaerah as d', 'd.kode', 'r.perangkatDaerah')
    .select(['r.id', 'r.urutan', 'r.penyajian', 'r.tujuan', 'r.penerima', 'r.perangkatDaerah'])
    .select(['d.nama as namaPerangkatDaerah', 'r.namaPemberi', 'r.diberikanPada', 'r.dicabutPada'])
    .select(sql<string>`lower(r.berlaku)::text`.as('mulai'))
    .select(sql<string>`(upper(r.berlaku) - 1)::text`.as('sampai'))
    .orderBy('r.urutan', 'desc')
    .execute()
  return baris.map(({ urutan, diberikanPada, dicabutPada, ...satu }) => ({
    ...satu,
    nomor: formatNomorRekomendasi(urutan),
    diberikanPada: diberikanPada.toISOString(),
    dicabut: dicabutPada !== null,
  }))
}

async function checkKantor(transaksi: Transaksi, kode: string): Promise<void> {
  const kantor = await transaksi
    .selectFrom('perangkatDaerah')
    .select('kode')
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (kantor === undefined) throw new MejaError('isian_tidak_sah')
}

export async function addRekomendasi(
  transaksi: Transaksi,
  identity: Identity,
  { mulai, sampai, ...isi }: IsiRekomendasi,
): Promise<string> {
  const hari = (Date.parse(sampai) - Date.parse(mulai)) / hariMs
  if (hari < 0 || hari > hariRekomendasiTerlama) throw new MejaError('isian_tidak_sah')
  if (isi.perangkatDaerah !== null) await checkKantor(transaksi, isi.perangkatDaerah)
  const id = randomUUID()
  await transaksi
    .insertInto('rekomendasi')
    .values({
      ...isi,
      id,
      berlaku: sql<string>`daterange(${mulai}::date, ${sampai}::date, '[]')`,
      diberikanOleh: identity.akunId,
      namaPemberi: identity.nama,
    })
    .execute()
  await writeAudit(transaksi, identity.akunId, 'rekomendasi.beri', `rekomendasi:${id}`, {
    ...isi,
    mulai,
    sampai,
  })
  return id
}

export async function endRekomendasi(
  transaksi: Transaksi,
  identity: Identity,
  id: string,
): Promise<void> {
  const { numUpdatedRows } = await transaksi
    .updateTable('rekomendasi')
    .set({ dicabutPada: new Date(), dicabutOleh: identity.akunId })
    .where('id', '=', id)
    .where('dicabutPada', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new MejaError('rekomendasi_tidak_berlaku')
  await writeAudit(transaksi, identity.akunId, 'rekomendasi.cabut', `rekomendasi:${id}`, {})
}
