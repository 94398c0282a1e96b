import { sql } from 'kysely'
import type { KodeIndikator } from '@meja/core/domain/kualitas-data.ts'
import type { Ukuran } from '@meja/core/domain/ukuran-kualitas.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { BarisPegawai } from '../../database/pegawai-ringkas.ts'

type BarisHitungan = { kode: string; nama: string; ukuran: string | null; jumlah: string | null }

/** Sums per office, or per unit of one office, as far as this login sees them; one row per measure. */
export async function listHitungan(
  transaksi: Transaksi,
  perangkatDaerah: string | null,
): Promise<BarisHitungan[]> {
  // Sums first: a few hundred units meet thousands of measures only once.
  const { rows } = await sql<BarisHitungan>`
    select b.kode, b.nama, h.ukuran, sum(h.jumlah) as jumlah
    from (select k.kode as unit,
        case when ${perangkatDaerah}::text is null then d.kode else k.kode end as kode,
        case when ${perangkatDaerah}::text is null then d.nama else k.nama end as nama
      from unit_kerja k join perangkat_daerah d on d.kode = k.perangkat_daerah
      where (${perangkatDaerah}::text is null or d.kode = ${perangkatDaerah})
        and (peran_saya() = 'administrator'
          or (d.kode = perangkat_daerah_saya() and unit_terlihat(k.kode)))) b
    left join hitungan_unit h on h.unit_kerja = b.unit
    group by b.kode, b.nama, h.ukuran order by b.nama, b.kode`.execute(transaksi)
  return rows
}

export function findPerangkatDaerah(transaksi: Transaksi, kode: string) {
  return transaksi
    .selectFrom('perangkatDaerah')
    .select(['kode', 'nama'])
    .where('kode', '=', kode)
    .executeTakeFirst()
}

export function findUnit(transaksi: Transaksi, kode: string) {
  return transaksi
    .selectFrom('unitKerja as k')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'k.perangkatDaerah')
    .select(['k.kode', 'k.nama', 'd.nama as perangkatDaerah', 'd.kode as kodePerangkatDaerah'])
    .where('k.kode', '=', kode)
    .executeTakeFirst()
}

type Saringan = {
  unitKerja: string
  indikator: KodeIndikator | undefined
  setelah: string | undefined
  batas: number
}

type BarisKualitas = BarisPegawai & { kelengkapan: number; kualitas: number; ukuran: Ukuran }

/** The worst first, by keyset; row-level security answers for whom this login may see. */
export async function listPegawaiUnit(
  transaksi: Transaksi,
  { unitKerja, indikator, setelah, batas }: Saringan,
): Promise<BarisKualitas[]> {
  const { rows } = await sql<BarisKualitas>`
    select p.id, p.nip, p.nama, p.gelar_depan, p.gelar_belakang, k.nama as unit_kerja,
      q.kelengkapan, q.kualitas, q.ukuran
    from kualitas_pegawai q
      join pegawai p on p.id = q.pegawai_id
      join unit_kerja k on k.kode = p.unit_kerja
    where q.unit_kerja = ${unitKerja}
      and (${indikator ?? null}::text is null or (q.ukuran ->> ${indikator ?? ''})::int > 0)
      and (${setelah ?? null}::uuid is null or (q.kualitas, q.pegawai_id) >
        (select s.kualitas, s.pegawai_id from kualitas_pegawai s where s.pegawai_id = ${setelah ?? null}))
    order by q.kualitas, q.pegawai_id limit ${batas}`.execute(transaksi)
  return rows
}

/** Of the daily run; nothing for whoever is no administrator. */
export async function findKualitasRahasia(transaksi: Transaksi, pegawaiId: string) {
  const { rows } = await sql<{ ukuran: Ukuran; per: string }>`
    select ukuran, per::text as per from kualitas_rahasia where pegawai_id = ${pegawaiId}`.execute(
    transaksi,
  )
  return rows[0]
}
