import { sql } from 'kysely'
import type { HakAkun } from '@meja/core/api/akun.ts'
import type { Peran } from '@meja/core/domain/peran.ts'
import type { Transaksi } from '../../database/connection.ts'

/** Open or closed, each with whether its owner has opened it; a closed one is not asked. */
export function listAkun(transaksi: Transaksi, pegawaiId: string) {
  return transaksi
    .selectFrom('akun as a')
    .select(
      sql<boolean>`coalesce((select c.sudah_aktif from cari_akun_pegawai(a.pegawai_id) c
        where c.id = a.id), true)`.as('diaktifkan'),
    )
    .select(['a.id', 'a.namaPengguna', 'a.aktif', sql<Peran>`a.peran`.as('peran')])
    .select(({ selectFrom }) =>
      selectFrom('tandaTanganPakta as t')
        .select(({ fn }) => fn.max('t.pada').as('pada'))
        .whereRef('t.akunId', '=', 'a.id')
        .as('paktaPada'),
    )
    .where('a.pegawaiId', '=', pegawaiId)
    .orderBy('a.namaPengguna')
    .execute()
}

/** The newest letter of each of these accounts that still opens it. */
export function listUndanganTerbuka(transaksi: Transaksi, akun: readonly string[]) {
  return transaksi
    .selectFrom('kodeAkun')
    .select(['akunId', 'id as kodeId', 'kedaluwarsa'])
    .where('akunId', 'in', [...akun])
    .where('jenis', '=', 'aktivasi')
    .where('dipakaiPada', 'is', null)
    .where('dicabutPada', 'is', null)
    .where('kedaluwarsa', '>', new Date())
    .orderBy('dibuatPada')
    .execute()
}

export async function hasPegawai(transaksi: Transaksi, id: string): Promise<boolean> {
  const ada = await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return ada !== undefined
}

/** A task by decree that is not over; while it lasts the role hangs on it. */
export async function hasPenugasan(transaksi: Transaksi, akunId: string): Promise<boolean> {
  const ada = await transaksi
    .selectFrom('penugasanFasilitator')
    .select('id')
    .where('akunId', '=', akunId)
    .where(sql<boolean>`coalesce(upper(berlaku) > hari_ini(), true)`)
    .executeTakeFirst()
  return ada !== undefined
}

/** Locked: two administrators do not change one account at once. */
export function lockAkun(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('akun')
    .select(['id', 'pegawaiId', 'peran', 'aktif'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type BarisHak = Omit<HakAkun, 'paktaPada' | 'terakhirMasuk'> & {
  paktaPada: Date | null
  terakhirMasuk: Date | null
}

/** Every right that has not ended; a suspended one too, because a review has to see it. */
export async function listHakAkun(transaksi: Transaksi): Promise<BarisHak[]> {
  const { rows } = await sql<BarisHak>`
    with hak as (
      select a.id as akun_id, 'administrator' as hak, null::text as kantor, null::int as jumlah_unit,
        (select (u.pada at time zone 'Asia/Jakarta')::date from audit u
          where u.aksi = 'akun.peran' and u.objek = 'akun:' || a.id
          order by u.urutan desc limit 1) as mulai,
        null::date as sampai,
        (select u.rincian ->> 'nomorKeputusan' from audit u
          where u.aksi = 'akun.peran' and u.objek = 'akun:' || a.id
          order by u.urutan desc limit 1) as dasar
      from akun a where a.peran = 'administrator'
      union all
      select f.akun_id, 'fasilitator', f.perangkat_daerah, cardinality(f.unit), lower(f.berlaku),
        upper(f.berlaku) - 1, f.nomor_keputusan
      from penugasan_fasilitator f where coalesce(upper(f.berlaku) > hari_ini(), true)
      union all
      select t.akun_id, t.jenis, t.perangkat_daerah, null, lower(t.berlaku), upper(t.berlaku) - 1, t.dasar
      from penugasan t where coalesce(upper(t.berlaku) > hari_ini(), true))
    select h.akun_id, p.nama, a.nama_pengguna, h.hak, d.nama as perangkat_daerah, h.jumlah_unit,
      h.mulai::text, h.sampai::text, h.dasar, a.aktif,
      (select max(t.pada) from tanda_tangan_pakta t where t.akun_id = a.id) as pakta_pada,
      (select max(s.dibuat_pada) from sesi s where s.akun_id = a.id) as terakhir_masuk
    from hak h join akun a on a.id = h.akun_id join pegawai p on p.id = a.pegawai_id
    left join perangkat_daerah d on d.kode = h.kantor
    order by p.nama, a.nama_pengguna, h.hak, h.mulai`.execute(transaksi)
  return rows
}
