import { sql } from 'kysely'
import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { Transaksi } from '../../database/connection.ts'
import { writeTurunan } from '../../turunan/write-turunan.ts'
import type { BarisDinilai, PunyaRekam } from './judge-rows.ts'

/** Whom the file tells of, with what the record holds of that kind. */
export async function readPunyaRekam(
  transaksi: Transaksi,
  jenis: JenisRiwayat,
  nip: readonly string[],
): Promise<PunyaRekam> {
  const baris = await transaksi
    .selectFrom('pegawai as p')
    .leftJoin('riwayat as r', (join) =>
      join.onRef('r.pegawaiId', '=', 'p.id').on('r.jenis', '=', jenis).on('r.status', '=', 'valid'),
    )
    .select(['p.id', 'p.nip', 'r.isi'])
    .where('p.nip', '=', sql<string>`any(${[...new Set(nip)]}::text[])`)
    .execute()
  return new Map(
    [...Map.groupBy(baris, (satu) => satu.nip)].map(([nomor, milik]) => [
      nomor,
      { id: milik[0]?.id ?? '', isi: milik.flatMap(({ isi }) => (isi === null ? [] : [isi])) },
    ]),
  )
}

export async function insertBaris(
  transaksi: Transaksi,
  imporId: string,
  baris: readonly BarisDinilai[],
): Promise<void> {
  for (let dari = 0; dari < baris.length; dari += 1000) {
    await sql`insert into impor_baris
        (impor_id, nomor, sel, nip, pegawai_id, calon_id, unit, isi, rangkai, vonis, temuan, status)
      select ${imporId}::uuid, nomor, sel, nip, "pegawaiId", "calonId", unit, isi,
        coalesce(rangkai, '[]'), vonis, temuan,
        case vonis when 'ditolak' then 'ditolak' else 'menunggu' end
      from jsonb_to_recordset(${JSON.stringify(baris.slice(dari, dari + 1000))}::jsonb) as b
        (nomor int, sel jsonb, nip text, "pegawaiId" uuid, "calonId" uuid, unit text, isi jsonb,
          rangkai jsonb, vonis text, temuan jsonb)`.execute(transaksi)
  }
}

type Jumlah = Record<'siap' | 'peringatan' | 'ditolak' | 'masuk' | 'sisa', number>

export function selectImpor(transaksi: Transaksi) {
  return transaksi.selectFrom('impor as i').select([
    'i.id',
    'i.namaBerkas',
    'i.jenis',
    'i.pegawaiBaru',
    'i.status',
    'i.dibuatPada',
    'i.kolom',
    'i.kolomLain',
    sql<Jumlah>`(select json_build_object(
          'siap', count(*) filter (where vonis = 'siap'),
          'peringatan', count(*) filter (where vonis = 'peringatan'),
          'ditolak', count(*) filter (where vonis = 'ditolak'),
          'masuk', count(*) filter (where b.status = 'masuk'),
          'sisa', count(*) filter (where b.status = 'menunggu'))
        from impor_baris b where b.impor_id = i.id)`.as('jumlah'),
  ])
}

/** Holds the import until commit, so that two askings do not take the same rows. */
export function lockImpor(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('impor')
    .select(['status', 'jenis', 'pegawaiBaru'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Rows whose number somebody else has got since the file was judged: refused now, with the reason. One
 * file of new employees at a time, so that no number is taken twice.
 */
export async function refuseTerdaftar(transaksi: Transaksi, imporId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('impor.pegawai_baru'))`.execute(transaksi)
  await sql`update impor_baris b set status = 'ditolak', vonis = 'ditolak',
      temuan = b.temuan || '[{"kode": "NIP-08"}]'
    where b.impor_id = ${imporId} and b.status = 'menunggu'
      and exists (select from pegawai p where p.nip = b.nip)`.execute(transaksi)
}

/** The people of these rows, where the file is one of new employees; their office is that of the unit. */
async function insertPegawaiBaru(
  transaksi: Transaksi,
  imporId: string,
  nomor: readonly number[],
): Promise<void> {
  await sql`insert into pegawai
      (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
    select b.calon_id, b.nip, b.isi ->> 'nama', k.perangkat_daerah, k.kode, '{}'
      from impor_baris b join unit_kerja k on k.kode = b.unit
     where b.impor_id = ${imporId} and b.nomor = any(${nomor}::int[])
       and b.calon_id is not null`.execute(transaksi)
}

/** Takes the next rows into the record, each with a row of its own and a new version of its person. */
export async function takeRows(
  transaksi: Transaksi,
  imporId: string,
  jenis: JenisRiwayat,
  batas: number,
): Promise<number> {
  const { rows } = await sql<{ nomor: number; pegawaiId: string }>`
    with berikut as (
      select nomor from impor_baris where impor_id = ${imporId} and status = 'menunggu'
      order by nomor limit ${batas}
    )
    update impor_baris b set riwayat_id = gen_random_uuid()
      from berikut where b.impor_id = ${imporId} and b.nomor = berikut.nomor
    returning b.nomor, coalesce(b.pegawai_id, b.calon_id) as pegawai_id`.execute(transaksi)
  if (rows.length === 0) return 0
  const nomor = rows.map((satu) => satu.nomor)
  await insertPegawaiBaru(transaksi, imporId, nomor)
  await sql`insert into riwayat (id, pegawai_id, jenis, isi, status, sumber)
    select riwayat_id, coalesce(pegawai_id, calon_id), ${jenis}, isi, 'valid', 'impor'
      from impor_baris
     where impor_id = ${imporId} and nomor = any(${nomor}::int[])
    union all
    select (r ->> 'id')::uuid, b.calon_id, r ->> 'jenis', r -> 'isi', 'valid', 'impor'
      from impor_baris b, jsonb_array_elements(b.rangkai) r
     where b.impor_id = ${imporId} and b.nomor = any(${nomor}::int[])`.execute(transaksi)
  await sql`update impor_baris set status = 'masuk'
    where impor_id = ${imporId} and nomor = any(${nomor}::int[])`.execute(transaksi)
  await writeTurunan(transaksi, [...new Set(rows.map((satu) => satu.pegawaiId))])
  return rows.length
}

/** How many rows of this import are no longer as they came in. */
export async function countDipakai(transaksi: Transaksi, imporId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from impor_baris b join riwayat r on r.id = b.riwayat_id
     where b.impor_id = ${imporId} and b.status = 'masuk' and r.status <> 'valid'`.execute(
    transaksi,
  )
  return rows[0]?.n ?? 0
}

/** Every person of the import, some at a time: a file may tell of the whole province. */
async function deriveAll(transaksi: Transaksi, imporId: string): Promise<void> {
  const { rows } = await sql<{ pegawaiId: string }>`select distinct pegawai_id from impor_baris
    where impor_id = ${imporId} and status = 'masuk' order by pegawai_id`.execute(transaksi)
  const ids = rows.map((satu) => satu.pegawaiId)
  for (let dari = 0; dari < ids.length; dari += 500) {
    await writeTurunan(transaksi, ids.slice(dari, dari + 500))
  }
}

export async function withdrawRows(
  transaksi: Transaksi,
  imporId: string,
  alasan: string,
): Promise<void> {
  await sql`update riwayat r set status = 'dicabut', dicabut_pada = now(), versi = r.versi + 1,
      alasan = ${alasan}
    from impor_baris b
    where b.impor_id = ${imporId} and b.status = 'masuk' and r.id = b.riwayat_id`.execute(transaksi)
  await deriveAll(transaksi, imporId)
  await sql`update impor_baris set status = 'dibatalkan'
    where impor_id = ${imporId} and status in ('menunggu', 'masuk')`.execute(transaksi)
}

/** Who was made by this import is gone again; false when somebody has built on one of them. */
export async function withdrawPegawaiBaru(transaksi: Transaksi, imporId: string): Promise<boolean> {
  const { rows } = await sql<{ bersih: boolean }>`
    select batalkan_pegawai_baru(${imporId}::uuid) as bersih`.execute(transaksi)
  if (rows[0]?.bersih !== true) return false
  await sql`update impor_baris set status = 'dibatalkan'
    where impor_id = ${imporId} and status in ('menunggu', 'masuk')`.execute(transaksi)
  return true
}

type Kembar = { nip: string[]; nik: string[]; orang: string[]; unit: string[] }

/** Of these numbers, people and units, which the register has. */
export async function readKembar(
  transaksi: Transaksi,
  { nip, nik, orang, unit }: Kembar,
): Promise<{ [K in keyof Kembar]: ReadonlySet<string> }> {
  const { rows } = await sql<Kembar>`select
    array(select p.nip from pegawai p where p.nip = any(${nip}::text[])) as nip,
    array(select distinct r.isi ->> 'nik' from riwayat r
      where r.jenis = 'kartu_keluarga' and r.status = 'valid'
        and r.isi ->> 'nik' = any(${nik}::text[])) as nik,
    array(select distinct lower(r.isi ->> 'nama') || ' ' || (r.isi ->> 'tanggalLahir') from riwayat r
      where r.jenis = 'identitas' and r.status = 'valid'
        and lower(r.isi ->> 'nama') || ' ' || (r.isi ->> 'tanggalLahir') = any(${orang}::text[]))
      as orang,
    array(select k.kode from unit_kerja k where k.kode = any(${unit}::text[])
      and coalesce(k.ditutup_pada > hari_ini(), true)) as unit`.execute(transaksi)
  const satu = rows[0] ?? { nip: [], nik: [], orang: [], unit: [] }
  return {
    nip: new Set(satu.nip),
    nik: new Set(satu.nik),
    orang: new Set(satu.orang),
    unit: new Set(satu.unit),
  }
}

export function listBaris(
  transaksi: Transaksi,
  imporId: string,
  saringan: { vonis?: BarisDinilai['vonis'] | undefined; setelah: number; batas: number },
) {
  return transaksi
    .selectFrom('imporBaris as b')
    .innerJoin('impor as i', 'i.id', 'b.imporId')
    .leftJoin('pegawai as p', 'p.id', 'b.pegawaiId')
    .select(['b.nomor', 'b.nip', 'b.isi', 'b.vonis', 'b.temuan', 'b.status', 'b.sel'])
    .select(
      sql<string | null>`coalesce(p.nama, case when i.pegawai_baru then b.isi ->> 'nama' end)`.as(
        'nama',
      ),
    )
    .where('b.imporId', '=', imporId)
    .where('b.nomor', '>', saringan.setelah)
    .$if(saringan.vonis !== undefined, (kueri) =>
      kueri.where('b.vonis', '=', saringan.vonis ?? 'siap'),
    )
    .orderBy('b.nomor')
    .limit(saringan.batas)
    .execute()
}
