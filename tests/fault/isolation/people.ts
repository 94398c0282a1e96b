import type { Client } from 'pg'

/** Somebody who asks, with what that login may see. */
export type Penanya = {
  readonly id: string
  readonly pegawaiId: string
  readonly peran: 'user_personal' | 'fasilitator' | 'administrator'
  readonly perangkatDaerah: string
}

/** Identifiers of one person's things, by the names of core/api/objek.ts. */
export type Sasaran = {
  readonly pegawai: string
  readonly nip: string
  readonly perangkatDaerah: string
  readonly objek: ReadonlyMap<string, readonly string[]>
}

export async function listPenanya(owner: Client): Promise<Penanya[]> {
  const { rows } = await owner.query<Penanya>(
    `select distinct on (a.peran) a.id, a.pegawai_id as "pegawaiId", a.peran,
       coalesce(f.perangkat_daerah, p.perangkat_daerah) as "perangkatDaerah"
     from akun a join pegawai p on p.id = a.pegawai_id
     left join penugasan_fasilitator f on f.akun_id = a.id and f.berlaku @> current_date
     where a.aktif order by a.peran, a.nama_pengguna`,
  )
  return rows
}

/** One person with as many things as possible, for whom the condition on p holds. */
export async function findSasaran(
  owner: Client,
  syarat: string,
  nilai: unknown[],
): Promise<Sasaran> {
  const { rows } = await owner.query<{ id: string; nip: string; kode: string }>(
    `select p.id, p.nip, p.perangkat_daerah as kode from pegawai p
     where ${syarat}
     order by (select count(*) from usulan u where u.pegawai_id = p.id) desc, p.id limit 1`,
    nilai,
  )
  const pegawai = rows[0]
  if (pegawai === undefined) throw new Error(`tidak ada pegawai dengan ${syarat}`)
  const objek = new Map([['pegawai', [pegawai.id]]])
  // A table that is called like the thing and has a pegawai_id: the next one needs no line here.
  const { rows: tabel } = await owner.query<{ nama: string }>(
    `select c.table_name as nama from information_schema.columns c
     join information_schema.columns i on i.table_name = c.table_name and i.table_schema = 'public'
       and i.column_name = 'id'
     where c.table_schema = 'public' and c.column_name = 'pegawai_id'`,
  )
  for (const { nama } of tabel) {
    const hasil = await owner.query<{ id: string }>(
      `select id::text from ${nama} where pegawai_id = $1 order by 1 limit 3`,
      [pegawai.id],
    )
    objek.set(
      nama,
      hasil.rows.map((baris) => baris.id),
    )
  }
  return { pegawai: pegawai.id, nip: pegawai.nip, perangkatDaerah: pegawai.kode, objek }
}
