import { sql } from 'kysely'
import type { StatusUsulan } from '@meja/core/domain/status-usulan.ts'
import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { Transaksi } from '../../database/connection.ts'

function selectUsulan(transaksi: Transaksi) {
  return transaksi
    .selectFrom('usulan as u')
    .innerJoin('pegawai as p', 'p.id', 'u.pegawaiId')
    .innerJoin('unitKerja as k', 'k.kode', 'p.unitKerja')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'u.perangkatDaerah')
    .select([
      'u.id',
      'u.versi',
      'u.status',
      'u.jenis',
      'u.aksi',
      'u.diajukanPada',
      'p.id as pegawaiId',
      'p.nip',
      'p.nama',
      'p.gelarDepan',
      'p.gelarBelakang',
      'k.nama as unitKerja',
      'd.nama as perangkatDaerah',
    ])
}

type SaringanAntrean = {
  status: StatusUsulan
  jenis: JenisRiwayat | undefined
  setelah: string | undefined
  batas: number
}

/** Oldest first, by keyset, so that work is done in the order in which people wait. */
export function listBarisAntrean(transaksi: Transaksi, saringan: SaringanAntrean) {
  return selectUsulan(transaksi)
    .select((eb) =>
      eb
        .selectFrom('usulanDokumen as ud')
        .whereRef('ud.usulanId', '=', 'u.id')
        .select((hitung) => hitung.fn.countAll<string>().as('n'))
        .as('jumlahDokumen'),
    )
    .where('u.status', '=', saringan.status)
    .$if(saringan.jenis !== undefined, (kueri) =>
      kueri.where('u.jenis', '=', saringan.jenis ?? 'pangkat'),
    )
    .$if(saringan.setelah !== undefined, (kueri) =>
      kueri.where(
        sql<boolean>`(u.diajukan_pada, u.id) > (select diajukan_pada, id from usulan where id = ${saringan.setelah})`,
      ),
    )
    .orderBy('u.diajukanPada')
    .orderBy('u.id')
    .limit(saringan.batas)
    .execute()
}

export async function countAntrean(transaksi: Transaksi, status: StatusUsulan): Promise<number> {
  const { n } = await transaksi
    .selectFrom('usulan')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('status', '=', status)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export function findBarisKasus(transaksi: Transaksi, usulanId: string) {
  return selectUsulan(transaksi)
    .leftJoin('riwayat as r', (join) =>
      join.onRef('r.id', '=', 'u.riwayatId').on('u.aksi', '=', 'koreksi'),
    )
    .select([
      'u.perangkatDaerah as kodePerangkatDaerah',
      'u.riwayatId',
      'u.diajukanOleh',
      'u.sebelum',
      'u.sesudah',
      'p.dataUtama',
      'r.versi as versiRiwayat',
    ])
    .where('u.id', '=', usulanId)
    .executeTakeFirst()
}

/**
 * Holds the proposal, its employee and the row it corrects until commit, so that two decisions queue
 * up, also those on two proposals for the one row of a kind. Always in this order: no deadlock.
 */
export async function lockUsulan(transaksi: Transaksi, usulanId: string): Promise<boolean> {
  const usulan = await transaksi
    .selectFrom('usulan')
    .select(['pegawaiId', 'riwayatId'])
    .where('id', '=', usulanId)
    .forUpdate()
    .executeTakeFirst()
  if (usulan === undefined) return false
  await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', usulan.pegawaiId)
    .forUpdate()
    .execute()
  if (usulan.riwayatId !== null) {
    await transaksi
      .selectFrom('riwayat')
      .select('id')
      .where('id', '=', usulan.riwayatId)
      .forUpdate()
      .execute()
  }
  return true
}

export function listDokumenUsulan(transaksi: Transaksi, usulanId: string) {
  return transaksi
    .selectFrom('usulanDokumen as ud')
    .innerJoin('dokumen as d', 'd.id', 'ud.dokumenId')
    .select(['d.id', 'd.jenis', 'd.namaBerkas', 'd.tipeMedia', 'd.ukuran', 'd.sha256', 'd.halaman'])
    .where('ud.usulanId', '=', usulanId)
    .orderBy('ud.urutan')
    .execute()
}

export function findKeputusanTerakhir(transaksi: Transaksi, usulanId: string) {
  return transaksi
    .selectFrom('keputusanVerifikasi as k')
    .innerJoin('akun as a', 'a.id', 'k.akunId')
    .select(['k.hasil', 'a.namaPengguna as oleh', 'k.diterimaPada'])
    .where('k.usulanId', '=', usulanId)
    .orderBy('k.versiUsulan', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function findKeputusanByTransaksi(transaksi: Transaksi, transactionId: string) {
  return transaksi
    .selectFrom('keputusanVerifikasi')
    .select(['akunId', 'sidik', 'resi'])
    .where('transactionId', '=', transactionId)
    .executeTakeFirst()
}
