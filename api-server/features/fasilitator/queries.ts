import { sql } from 'kysely'
import type { CalonFasilitator, PenugasanFasilitator } from '@meja/core/api/fasilitator.ts'
import type { Transaksi } from '../../database/connection.ts'

export async function findCalon(transaksi: Transaksi, nip: string) {
  const { rows } = await sql<{ id: string; nama: string; perangkatDaerah: string }>`
    select * from cari_calon(${nip})`.execute(transaksi)
  return rows[0]
}

export async function countUnit(transaksi: Transaksi, kantor: string, unit: readonly string[]) {
  const baris = await transaksi
    .selectFrom('unitKerja')
    .select('kode')
    .where('perangkatDaerah', '=', kantor)
    .where('kode', 'in', unit)
    // Nobody is given a unit whose last day is known.
    .where('ditutupPada', 'is', null)
    .execute()
  return baris.length
}

export function listUsulan(transaksi: Transaksi) {
  return transaksi
    .selectFrom('usulanPenunjukan as u')
    .select([
      'u.id',
      'u.pegawaiId',
      'u.unit',
      'u.nomorSurat',
      'u.pertimbangan',
      'u.menggantikan',
      'u.status',
      'u.alasan',
    ])
    .select(['u.perangkatDaerah', 'u.diajukanPada', 'u.namaCalon as nama'])
    .select(sql<string>`u.tanggal_surat::text`.as('tanggalSurat'))
    .orderBy('u.diajukanPada', 'desc')
    .limit(500)
    .execute()
}

/** Locked: two administrators do not decide on one nomination at once. */
export function lockUsulan(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('usulanPenunjukan')
    .select(['id', 'pegawaiId', 'perangkatDaerah', 'unit', 'menggantikan', 'status'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function findAkunPegawai(transaksi: Transaksi, pegawaiId: string) {
  return transaksi
    .selectFrom('akun')
    .select(['id', 'peran'])
    .where('pegawaiId', '=', pegawaiId)
    .where('aktif', '=', true)
    .orderBy(sql`peran = 'administrator'`)
    .orderBy('namaPengguna')
    .executeTakeFirst()
}

export async function listPenugasanFasilitator(transaksi: Transaksi) {
  // A task that was withdrawn before its first day never was one; the audit trail has it.
  const { rows } = await sql<PenugasanFasilitator>`
    select * from tugas_fasilitator() where mulai is not null`.execute(transaksi)
  return rows
}

/** Locked: what follows it has to begin where it ends. */
export function lockPenugasan(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('penugasanFasilitator')
    .select(['id', 'akunId', 'perangkatDaerah', 'nomorKeputusan', 'tanggalKeputusan', 'dokumenId'])
    .select(sql<string>`lower(berlaku)::text`.as('mulai'))
    .select(sql<string | null>`(upper(berlaku) - 1)::text`.as('sampai'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

type UnitKosong = {
  kode: string
  nama: string
  perangkatDaerah: string
  namaPerangkatDaerah: string
}

export async function listUnitKosong(transaksi: Transaksi) {
  const { rows } = await sql<UnitKosong>`select * from unit_tanpa_fasilitator()`.execute(transaksi)
  return rows
}

/** Offices that the asking account heads today, with all their units that have no last day. */
export async function listUnitDikepalai(transaksi: Transaksi) {
  return transaksi
    .selectFrom('perangkatDaerah as d')
    .leftJoin('unitKerja as k', (gabung) =>
      gabung.onRef('k.perangkatDaerah', '=', 'd.kode').on('k.ditutupPada', 'is', null),
    )
    .select(['d.kode', 'd.nama', 'k.kode as kodeUnit', 'k.nama as namaUnit'])
    .where(sql<boolean>`d.kode = any (kepala_pd_saya())`)
    .orderBy('d.nama')
    .orderBy('k.nama')
    .execute()
}

export async function findCalonKantor(transaksi: Transaksi, nip: string) {
  const { rows } = await sql<CalonFasilitator>`select * from calon_fasilitator(${nip})`.execute(
    transaksi,
  )
  return rows[0]
}

/** False when somebody has decided meanwhile, or it is not the own office. */
export async function withdrawPenunjukan(
  transaksi: Transaksi,
  id: string,
  alasan: string,
): Promise<boolean> {
  const { numUpdatedRows } = await transaksi
    .updateTable('usulanPenunjukan')
    .set({ status: 'dicabut', alasan })
    .where('id', '=', id)
    .where('status', '=', 'diajukan')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Shortens the task to its last day; false when it had ended before already. */
export async function shortenPenugasan(
  transaksi: Transaksi,
  id: string,
  sampai: string,
  alasan: string,
): Promise<boolean> {
  const { numUpdatedRows } = await transaksi
    .updateTable('penugasanFasilitator')
    .set({
      berlaku: sql`daterange(lower(berlaku), ${sampai}::date, '[]')`,
      alasanAkhir: alasan,
    })
    .where('id', '=', id)
    .where(sql<boolean>`lower(berlaku) <= ${sampai}::date`)
    .where(sql<boolean>`coalesce(upper(berlaku) - 1 > ${sampai}::date, true)`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
