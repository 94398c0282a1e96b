import { sql } from 'kysely'
import type { FaktaLuar } from '@meja/core/domain/aturan-rekam.ts'
import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { deriveTersimpan, findBatasTersimpan } from '@meja/core/domain/nilai-tersimpan.ts'
import { findBerlaku, getNilai } from '@meja/core/domain/rekam.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import {
  buildUkuran,
  deriveKualitasTerbuka,
  findBatasKualitas,
} from '@meja/core/domain/ukuran-kualitas.ts'
import type { Transaksi } from '../database/connection.ts'
import { readFakta } from './read-fakta.ts'
import { addKerangkaRahasia, readRekamTersimpan, type RekamTersimpan } from './read-rekam.ts'

function buildNilai({ id, rekam }: RekamTersimpan, hariIni: string) {
  const pernah = new Set<JenisRiwayat>(rekam.baris.map(({ jenis }) => jenis))
  const gelar = findBerlaku(rekam, 'gelar', hariIni)
  return {
    id,
    nilai: deriveTersimpan(rekam, hariIni, pernah),
    nama: getNilai(findBerlaku(rekam, 'identitas', hariIni), 'nama') ?? null,
    // Titles that were withdrawn are gone; where nobody ever entered one, the brought ones stay.
    gelar: pernah.has('gelar'),
    depan: getNilai(gelar, 'gelarDepan') ?? null,
    belakang: getNilai(gelar, 'gelarBelakang') ?? null,
    sampai: findBatasTersimpan(rekam, hariIni),
  }
}

async function writeNilai(
  transaksi: Transaksi,
  semua: readonly RekamTersimpan[],
  hariIni: string,
  perubahan: 0 | 1,
): Promise<void> {
  const baris = JSON.stringify(semua.map((satu) => buildNilai(satu, hariIni)))
  await sql`update pegawai p set versi = p.versi + ${perubahan},
      data_utama = p.data_utama || t.nilai, nama = coalesce(t.nama, p.nama),
      gelar_depan = case when t.gelar then t.depan else p.gelar_depan end,
      gelar_belakang = case when t.gelar then t.belakang else p.gelar_belakang end,
      turunan_per = ${hariIni}, turunan_sampai = t.sampai
    from jsonb_to_recordset(${baris}::jsonb) as t
      (id uuid, nilai jsonb, nama text, gelar boolean, depan text, belakang text, sampai date)
    where p.id = t.id`.execute(transaksi)
}

function buildKualitas(
  terbuka: RekamTersimpan,
  lengkap: RekamTersimpan,
  hariIni: string,
  fakta: FaktaLuar,
) {
  const kualitas = deriveKualitasTerbuka(
    terbuka.rekam,
    lengkap.rekam,
    hariIni,
    lengkap.bukti,
    fakta,
  )
  return {
    id: terbuka.id,
    kelengkapan: Math.round(kualitas.kelengkapan.total * 100),
    kualitas: Math.round(kualitas.skor.total * 100),
    ukuran: buildUkuran(kualitas),
    sampai: findBatasKualitas(terbuka.rekam, hariIni),
  }
}

async function writeKualitas(
  transaksi: Transaksi,
  semua: readonly RekamTersimpan[],
  hariIni: string,
): Promise<void> {
  const lengkap = await addKerangkaRahasia(transaksi, semua, hariIni)
  const ids = semua.map(({ id }) => id)
  const fakta = await readFakta(transaksi, ids)
  const baris = JSON.stringify(
    semua.map((satu, ke) =>
      buildKualitas(satu, lengkap[ke] ?? satu, hariIni, fakta.get(satu.id) ?? {}),
    ),
  )
  await sql`insert into kualitas_pegawai
      (pegawai_id, unit_kerja, kelengkapan, kualitas, ukuran, versi, per, sampai)
    select p.id, p.unit_kerja, t.kelengkapan, t.kualitas, t.ukuran, p.versi, ${hariIni}::date, t.sampai
    from jsonb_to_recordset(${baris}::jsonb) as t
      (id uuid, kelengkapan int, kualitas int, ukuran jsonb, sampai date)
    join pegawai p on p.id = t.id order by p.id
    on conflict (pegawai_id) do update set unit_kerja = excluded.unit_kerja,
      kelengkapan = excluded.kelengkapan, kualitas = excluded.kualitas, ukuran = excluded.ukuran,
      versi = excluded.versi, per = excluded.per, sampai = excluded.sampai`.execute(transaksi)
}

/** What a change of the record leaves behind, for the audit entry: since when the values hold. */
export type Turunan = { readonly per: string; readonly sampai: string | null }

/**
 * Derives the current values, completeness and quality of these people anew, in the transaction that
 * changed their records: whatever day a change takes effect on, what follows from it follows at once
 * (P1.15). The move to another unit is last: after it this login may no longer see the person.
 */
export async function writeTurunan(
  transaksi: Transaksi,
  ids: readonly string[],
  { perubahan = 1 }: { perubahan?: 0 | 1 } = {},
): Promise<ReadonlyMap<string, Turunan>> {
  const hariIni = getTanggalJakarta(new Date())
  const semua = await readRekamTersimpan(transaksi, ids, { kunci: true })
  await writeNilai(transaksi, semua, hariIni, perubahan)
  await writeKualitas(transaksi, semua, hariIni)
  const berpindah = semua.filter(({ rekam }) =>
    rekam.baris.some(({ jenis }) => jenis === 'penempatan'),
  )
  if (berpindah.length > 0) {
    const pindah = berpindah.map(({ id }) => id)
    await sql`select tempatkan_pegawai(${pindah}::uuid[])`.execute(transaksi)
  }
  return new Map(
    semua.map(({ id, rekam }) => [
      id,
      { per: hariIni, sampai: findBatasTersimpan(rekam, hariIni) },
    ]),
  )
}
