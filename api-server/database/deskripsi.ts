import type { Client } from 'pg'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'

/** Kinds of documents that prove confidential kinds and no others: as closed as what they prove. */
export function listDokumenRahasia(): string[] {
  const bukti = (rahasia: boolean) =>
    kodeJenisRiwayat
      .map((jenis) => getDeskripsi(jenis))
      .filter((deskripsi) => deskripsi.rahasia === rahasia)
      .flatMap((deskripsi) => [...deskripsi.bukti])
  const terbuka = new Set(bukti(false))
  return [...new Set(bukti(true))].filter((kode) => !terbuka.has(kode)).toSorted()
}

/**
 * Brings the database's copy of the descriptions up to this program's, so that row-level security
 * and checks judge by the same words as forms and routes. A kind that is no longer described stays,
 * closed, for the rows it has.
 */
export async function writeDeskripsi(client: Client): Promise<void> {
  const baris = kodeJenisRiwayat.map((kode) => {
    const { kelas, rahasia, isian, mulai, selesai } = getDeskripsi(kode)
    return {
      kode,
      kelas,
      rahasia,
      isian: isian.map((satu) => satu.kunci),
      wajib: isian.filter((satu) => satu.wajib).map((satu) => satu.kunci),
      kunci_mulai: mulai ?? null,
      kunci_selesai: selesai ?? null,
    }
  })
  await client.query(
    `insert into jenis_riwayat (kode, kelas, rahasia, isian, wajib, kunci_mulai, kunci_selesai)
     select kode, kelas, rahasia, isian, wajib, kunci_mulai, kunci_selesai
       from jsonb_populate_recordset(null::jenis_riwayat, $1)
     on conflict (kode) do update set kelas = excluded.kelas, rahasia = excluded.rahasia,
       isian = excluded.isian, wajib = excluded.wajib, kunci_mulai = excluded.kunci_mulai,
       kunci_selesai = excluded.kunci_selesai`,
    [JSON.stringify(baris)],
  )
  await client.query('delete from jenis_dokumen_rahasia')
  await client.query('insert into jenis_dokumen_rahasia (kode) select unnest($1::text[])', [
    listDokumenRahasia(),
  ])
}
