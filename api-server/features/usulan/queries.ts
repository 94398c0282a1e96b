import { sql } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'

/** Two sendings of one command queue up here, so that the second finds what the first wrote. */
export async function lockTransaksi(transaksi: Transaksi, transactionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${transactionId}, 7320))`.execute(
    transaksi,
  )
}

export function findUsulanByTransaksi(transaksi: Transaksi, transactionId: string) {
  return transaksi
    .selectFrom('usulan')
    .select([
      'id',
      'versi',
      'status',
      'jenis',
      'aksi',
      'pegawaiId',
      'riwayatId',
      'sesudah',
      'diajukanPada',
      'diajukanOleh',
    ])
    .where('transactionId', '=', transactionId)
    .executeTakeFirst()
}

export async function listDokumenIds(transaksi: Transaksi, usulanId: string): Promise<string[]> {
  const baris = await transaksi
    .selectFrom('usulanDokumen')
    .select('dokumenId')
    .where('usulanId', '=', usulanId)
    .orderBy('urutan')
    .execute()
  return baris.map((satu) => satu.dokumenId)
}

export function findPegawaiUsulan(transaksi: Transaksi, pegawaiId: string) {
  return transaksi
    .selectFrom('pegawai as p')
    .innerJoin('unitKerja as k', 'k.kode', 'p.unitKerja')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'p.perangkatDaerah')
    .select([
      'p.id',
      'p.nip',
      'p.nama',
      'p.gelarDepan',
      'p.gelarBelakang',
      'p.perangkatDaerah as kode',
      'k.nama as unitKerja',
      'd.nama as perangkatDaerah',
    ])
    .where('p.id', '=', pegawaiId)
    .executeTakeFirst()
}

export function findRiwayatValid(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('riwayat')
    .select(['pegawaiId', 'jenis', 'isi'])
    .where('id', '=', id)
    .where('status', '=', 'valid')
    .executeTakeFirst()
}

export async function countDokumenMilik(transaksi: Transaksi, ids: string[], pegawaiId: string) {
  const { n } = await transaksi
    .selectFrom('dokumen')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('id', 'in', ids)
    .where('pegawaiId', '=', pegawaiId)
    .executeTakeFirstOrThrow()
  return Number(n)
}
