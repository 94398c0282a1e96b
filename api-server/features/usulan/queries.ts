import { sql } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'

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
      'alasan',
      'memperbaiki',
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

export function findRiwayatValid(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('riwayat')
    .select(['pegawaiId', 'jenis', 'isi'])
    .where('id', '=', id)
    .where('status', '=', 'valid')
    .executeTakeFirst()
}

export function findDikembalikan(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('usulan')
    .select(['pegawaiId', 'jenis'])
    .where('id', '=', id)
    .where('status', '=', 'dikembalikan')
    .executeTakeFirst()
}

export async function countDokumenMilik(transaksi: Transaksi, ids: string[], pegawaiId: string) {
  if (ids.length === 0) return 0
  const { n } = await transaksi
    .selectFrom('dokumen')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('id', 'in', ids)
    .where('pegawaiId', '=', pegawaiId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Whether the unit is there on that day, `infinity` included. */
export async function isUnitAda(
  transaksi: Transaksi,
  kode: string,
  hari: string,
): Promise<boolean> {
  const unit = await transaksi
    .selectFrom('unitKerja')
    .select('kode')
    .where('kode', '=', kode)
    .where(sql<boolean>`coalesce(ditutup_pada > ${hari}::date, true)`)
    .executeTakeFirst()
  return unit !== undefined
}

export function findPerbaikan(transaksi: Transaksi, usulanId: string) {
  return transaksi
    .selectFrom('usulan as u')
    .leftJoin('usulan as baru', 'baru.memperbaiki', 'u.id')
    .select(['u.riwayatId', 'u.memperbaiki', 'baru.id as diperbaikiOleh'])
    .where('u.id', '=', usulanId)
    .executeTakeFirstOrThrow()
}

/** Oldest first: the story of a proposal. */
export function listKeputusan(transaksi: Transaksi, usulanId: string) {
  return transaksi
    .selectFrom('keputusanVerifikasi as k')
    .innerJoin('akun as a', 'a.id', 'k.akunId')
    .select(['k.hasil', 'k.diterimaPada', 'k.isi', 'a.namaPengguna as oleh'])
    .where('k.usulanId', '=', usulanId)
    .orderBy('k.versiUsulan')
    .execute()
}

/** Holds a proposal that is this person's, or that this person entered, until commit. */
export function lockUsulanSendiri(transaksi: Transaksi, usulanId: string, identity: Identity) {
  return transaksi
    .selectFrom('usulan')
    .select(['status', 'versi'])
    .where('id', '=', usulanId)
    .where((eb) =>
      eb.or([eb('pegawaiId', '=', identity.pegawaiId), eb('diajukanOleh', '=', identity.akunId)]),
    )
    .forUpdate()
    .executeTakeFirst()
}
