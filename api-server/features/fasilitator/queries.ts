import { sql } from 'kysely'
import type { KeadaanTugas, SebabGugur } from '@meja/core/api/fasilitator.ts'
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

/** The fact that has ended a task by itself, or keeps its holder out. */
const sebabGugur = sql<SebabGugur | null>`case when not a.aktif then 'akun_ditutup'
  else sebab_gugur(p.id, f.asal_perangkat_daerah, lower(f.berlaku), hari_ini()) end`

export async function listPenugasanFasilitator(transaksi: Transaksi) {
  return transaksi
    .selectFrom('penugasanFasilitator as f')
    .innerJoin('akun as a', 'a.id', 'f.akunId')
    .innerJoin('pegawai as p', 'p.id', 'a.pegawaiId')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'f.perangkatDaerah')
    .select(['f.id', 'f.akunId', 'p.nama', 'f.perangkatDaerah', 'f.unit', 'f.nomorKeputusan'])
    .select(['a.namaPengguna', 'd.nama as namaPerangkatDaerah', 'f.alasanAkhir'])
    .select(sql<string | null>`f.tanggal_keputusan::text`.as('tanggalKeputusan'))
    .select(sql<string>`lower(f.berlaku)::text`.as('mulai'))
    .select(sql<string | null>`(upper(f.berlaku) - 1)::text`.as('sampai'))
    .select(sebabGugur.as('sebabGugur'))
    .select(
      sql<KeadaanTugas>`case when upper(f.berlaku) <= hari_ini() then 'berakhir'
        when ${sebabGugur} is not null then 'ditangguhkan'
        when lower(f.berlaku) > hari_ini() then 'belum_mulai' else 'aktif' end`.as('keadaan'),
    )
    .orderBy('d.nama')
    .orderBy('p.nama')
    .orderBy('f.berlaku', 'desc')
    .execute()
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

export async function listUnitKosong(transaksi: Transaksi) {
  const { rows } = await sql<{ kode: string; nama: string; perangkatDaerah: string }>`
    with bertugas as (
      select f.perangkat_daerah, f.unit from penugasan_fasilitator f
        join akun a on a.id = f.akun_id join pegawai p on p.id = a.pegawai_id
       where a.aktif and a.peran = 'fasilitator' and f.berlaku @> hari_ini()
         and sebab_gugur(p.id, f.asal_perangkat_daerah, lower(f.berlaku), hari_ini()) is null)
    select k.kode, k.nama, d.nama as perangkat_daerah
      from unit_kerja k join perangkat_daerah d on d.kode = k.perangkat_daerah
     where not exists (select from bertugas b where b.perangkat_daerah = k.perangkat_daerah
       and (b.unit is null or k.kode = any (b.unit)))
     order by d.nama, k.nama`.execute(transaksi)
  return rows
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
