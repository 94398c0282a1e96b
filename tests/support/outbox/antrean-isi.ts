import type { Client } from 'pg'

/**
 * Enough waiting proposals for a long run: copies of one that waits at this office, with its scan, as if
 * the employee had proposed the same change again and again. The oldest in the queue, so that they come
 * first. Answers their ids.
 */
export async function fillAntrean(
  db: Client,
  namaPengguna: string,
  jumlah: number,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with contoh as (
       select u.*, ud.dokumen_id from usulan u
       join usulan_dokumen ud on ud.usulan_id = u.id
       join dokumen d on d.id = ud.dokumen_id
       where u.status = 'diajukan' and d.halaman = 1 and u.jenis = 'gaji'
         and u.perangkat_daerah = (
           select f.perangkat_daerah from akun a
           join penugasan_fasilitator f on f.akun_id = a.id and f.berlaku @> current_date
           where a.nama_pengguna = $1)
         and (select count(*) from usulan_dokumen x where x.usulan_id = u.id) = 1
         and not exists (select from akun a where a.pegawai_id = u.pegawai_id and a.peran <> 'user_personal')
       order by u.diajukan_pada limit 1),
     baru as (
       insert into usulan (id, pegawai_id, perangkat_daerah, jenis, aksi, riwayat_id, sebelum, sesudah,
         status, diajukan_pada)
       select gen_random_uuid(), pegawai_id, perangkat_daerah, jenis, aksi, riwayat_id, sebelum, sesudah,
         'diajukan', timestamptz '2020-01-01' + make_interval(secs => n)
       from contoh, generate_series(1, $2) n
       returning id)
     insert into usulan_dokumen (usulan_id, dokumen_id, urutan)
     select b.id, c.dokumen_id, 0 from baru b, contoh c
     returning usulan_id as id`,
    [namaPengguna, jumlah],
  )
  if (rows.length !== jumlah) throw new Error('no proposal in this office that could be copied')
  return rows.map(({ id }) => id)
}
