import { sql } from 'kysely'
import { findBatasTersimpan } from '@meja/core/domain/nilai-tersimpan.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { listGagalRahasia } from '@meja/core/domain/ukuran-kualitas.ts'
import type { Database, Transaksi } from '../database/connection.ts'
import { readRekamTersimpan } from './read-rekam.ts'
import { writeTurunan } from './write-turunan.ts'

const BANYAK = 200

/** People whose values were derived for a day that is over, or from an older version of the record. */
async function listUsang(transaksi: Transaksi, setelah: string, semua: boolean) {
  const hariIni = getTanggalJakarta(new Date())
  const { rows } = await sql<{ id: string }>`
    select p.id from pegawai p
      left join kualitas_pegawai q on q.pegawai_id = p.id
      left join kualitas_rahasia r on r.pegawai_id = p.id
    where p.id > ${setelah}::uuid and (${semua}
      or p.turunan_per is null or p.turunan_sampai < ${hariIni}
      or q.versi is distinct from p.versi or q.sampai < ${hariIni}
      or r.versi is distinct from p.versi or r.sampai < ${hariIni})
    order by p.id limit ${BANYAK}`.execute(transaksi)
  return rows.map(({ id }) => id)
}

/** The indicators that rest on confidential rows, where those may be read: as owner of the tables. */
async function writeKualitasRahasia(transaksi: Transaksi, ids: readonly string[]): Promise<void> {
  const hariIni = getTanggalJakarta(new Date())
  const semua = await readRekamTersimpan(transaksi, ids, { denganRahasia: true })
  const baris = semua.map(({ id, rekam }) => ({
    id,
    ukuran: Object.fromEntries(listGagalRahasia(rekam, hariIni).map((kode) => [kode, 1])),
    sampai: findBatasTersimpan(rekam, hariIni) ?? `${hariIni.slice(0, 4)}-12-31`,
  }))
  await sql`insert into kualitas_rahasia (pegawai_id, unit_kerja, ukuran, versi, per, sampai)
    select p.id, p.unit_kerja, t.ukuran, p.versi, ${hariIni}::date, t.sampai
    from jsonb_to_recordset(${JSON.stringify(baris)}::jsonb) as t (id uuid, ukuran jsonb, sampai date)
    join pegawai p on p.id = t.id order by p.id
    on conflict (pegawai_id) do update set unit_kerja = excluded.unit_kerja,
      ukuran = excluded.ukuran, versi = excluded.versi, per = excluded.per,
      sampai = excluded.sampai`.execute(transaksi)
}

/**
 * Brings every person whose day is over up to today, a few hundred at a time, each few in a
 * transaction of their own: a break loses nothing, and the next run goes on. As owner of the tables,
 * because nobody is signed in; once a day, and after a new program version with `semua`.
 */
export async function refreshTurunan(
  database: Database,
  {
    semua = false,
    report = () => {},
  }: { semua?: boolean; report?: (selesai: number) => void } = {},
): Promise<number> {
  let setelah = '00000000-0000-0000-0000-000000000000'
  let selesai = 0
  for (;;) {
    const ids = await database.transaction().execute(async (transaksi) => {
      // The outline of confidential rows is given to whoever may see the person.
      await sql`select set_config('meja.peran', 'administrator', true)`.execute(transaksi)
      const usang = await listUsang(transaksi, setelah, semua)
      if (usang.length > 0) {
        await writeTurunan(transaksi, usang, { perubahan: 0 })
        await writeKualitasRahasia(transaksi, usang)
      }
      return usang
    })
    const terakhir = ids.at(-1)
    if (terakhir === undefined) return selesai
    setelah = terakhir
    selesai += ids.length
    report(selesai)
  }
}
