import { sql, type RawBuilder } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'

/** Whether this login sees the employee at all; row-level security answers. */
export async function isPegawaiTerlihat(transaksi: Transaksi, id: string): Promise<boolean> {
  const baris = await transaksi
    .selectFrom('pegawai')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return baris !== undefined
}

type BarisPeristiwa = {
  macam: string
  pada: string
  kunci: string
  isi: Record<string, unknown>
}

type Saringan = {
  pegawaiId: string
  /** Only what came before this event. */
  sebelum: string | undefined
  kunci: string
  batas: number
  /** With what the audit trail says, which only administrators may read. */
  denganAudit: boolean
}

const usulan = (pegawaiId: string) => sql`
  select u.diajukan_pada as saat, 'usulan:' || u.id as kunci, 'usulan' as macam,
    jsonb_build_object('oleh', a.nama_pengguna, 'usulanId', u.id, 'jenis', u.jenis,
      'aksi', u.aksi, 'sumber', u.sumber, 'status', u.status) as isi
  from usulan u left join akun a on a.id = u.diajukan_oleh
  where u.pegawai_id = ${pegawaiId}`

const keputusan = (pegawaiId: string) => sql`
  select k.diterima_pada as saat, 'keputusan:' || k.id as kunci, 'keputusan' as macam,
    jsonb_build_object('oleh', a.nama_pengguna, 'usulanId', u.id, 'jenis', u.jenis,
      'aksi', u.aksi, 'hasil', k.hasil, 'metode', k.asli_metode) as isi
  from usulan u join keputusan_verifikasi k on k.usulan_id = u.id
    left join akun a on a.id = k.akun_id
  where u.pegawai_id = ${pegawaiId}`

const dokumen = (pegawaiId: string) => sql`
  select d.diunggah_pada as saat, 'dokumen:' || d.id as kunci, 'dokumen' as macam,
    jsonb_build_object('dokumenId', d.id, 'jenisDokumen', d.jenis, 'halaman', d.halaman) as isi
  from dokumen d where d.pegawai_id = ${pegawaiId}`

const masuk = (pegawaiId: string) => sql`
  select r.dibuat_pada as saat, 'masuk:' || r.sumber as kunci, 'masuk' as macam,
    jsonb_build_object('sumber', r.sumber, 'jumlah', count(*)) as isi
  from riwayat r where r.pegawai_id = ${pegawaiId} and r.usulan_id is null
  group by r.dibuat_pada, r.sumber`

const keluar = (pegawaiId: string) => sql`
  select r.dicabut_pada as saat, 'keluar:' || r.sumber || ':' || md5(r.alasan) as kunci,
    'keluar' as macam,
    jsonb_build_object('sumber', r.sumber, 'jumlah', count(*), 'alasan', r.alasan) as isi
  from riwayat r
  where r.pegawai_id = ${pegawaiId} and r.usulan_id is null and r.status = 'dicabut'
    and not exists (select from usulan u
      where u.riwayat_id = r.id and u.aksi = 'cabut' and u.status = 'valid')
  group by r.dicabut_pada, r.sumber, r.alasan`

const audit = (pegawaiId: string) => sql`
  select t.pada as saat, 'audit:' || t.urutan as kunci,
    case t.aksi when 'drh.cetak' then 'cetak_drh' else 'baca_rahasia' end as macam,
    t.rincian || jsonb_build_object('oleh', a.nama_pengguna) as isi
  from audit t left join akun a on a.id = t.akun_id
  where t.objek = ${`pegawai:${pegawaiId}`} and t.aksi in ('drh.cetak', 'rahasia.baca')`

/** One page, newest first. Instants keep their microseconds, so that no event falls between pages. */
export async function listPeristiwa(
  transaksi: Transaksi,
  { pegawaiId, sebelum, kunci, batas, denganAudit }: Saringan,
): Promise<BarisPeristiwa[]> {
  const sumber = [usulan, keputusan, dokumen, masuk, keluar, ...(denganAudit ? [audit] : [])]
  const lebihTua =
    sebelum === undefined
      ? sql`true`
      : sql`(saat, kunci collate "C") < (${sebelum}::timestamptz, ${kunci})`
  // Each source gives at most a page: a long life costs no more than a short one.
  const bagian: RawBuilder<unknown>[] = sumber.map(
    (select) => sql`(select * from (${select(pegawaiId)}) s where ${lebihTua}
      order by saat desc, kunci collate "C" desc limit ${batas})`,
  )
  const { rows } = await sql<BarisPeristiwa>`
    select macam, kunci, isi,
      to_char(saat at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as pada
    from (${sql.join(bagian, sql` union all `)}) semua
    order by saat desc, kunci collate "C" desc limit ${batas}`.execute(transaksi)
  return rows
}
