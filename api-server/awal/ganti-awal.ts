import { sql } from 'kysely'
import { writeAudit } from '../database/audit.ts'
import type { Transaksi } from '../database/connection.ts'
import type { BerkasAwal } from './berkas-awal.ts'
import { PenolakanAwal } from './penolakan-awal.ts'

type AwalLain = { readonly akunId: string; readonly pegawaiId: string; readonly buatan: boolean }

/** Administrators whose letter nobody has opened and whom this file does not name. */
async function listAwalLain(transaksi: Transaksi, nip: readonly string[]): Promise<AwalLain[]> {
  const { rows } = await sql<AwalLain>`
    select a.id as akun_id, p.id as pegawai_id, exists (select from audit u
        where u.aksi = 'pegawai.awal' and u.objek = 'pegawai:' || p.id) as buatan
      from akun a join pegawai p on p.id = a.pegawai_id
     where a.peran = 'administrator' and a.aktif and a.kata_sandi_hash is null
       and p.nip <> all(${[...nip]}::text[])`.execute(transaksi)
  return rows
}

/** Nobody has signed in yet, so nothing hangs on them; what something hangs on refuses here. */
async function remove(transaksi: Transaksi, satu: AwalLain, nomor: string): Promise<void> {
  await sql`delete from kode_akun where akun_id = ${satu.akunId}::uuid`.execute(transaksi)
  await sql`delete from akun where id = ${satu.akunId}::uuid`.execute(transaksi)
  if (satu.buatan) {
    for (const tabel of ['kualitas_rahasia', 'kualitas_pegawai']) {
      await sql`delete from ${sql.table(tabel)} where pegawai_id = ${satu.pegawaiId}::uuid`.execute(
        transaksi,
      )
    }
    await sql`delete from pegawai where id = ${satu.pegawaiId}::uuid`.execute(transaksi)
  }
  await writeAudit(transaksi, null, 'akun.awal_batal', `akun:${satu.akunId}`, {
    nomorKeputusan: nomor,
    pegawaiDihapus: satu.buatan,
  })
}

/**
 * A decree that was mistyped, or another one: who is not in the file any more loses the letter, and the
 * row that an earlier run made. Only when the operator says so.
 */
export async function removeAwalLain(
  transaksi: Transaksi,
  { administrator, keputusan }: BerkasAwal,
  ganti: boolean,
): Promise<void> {
  const lain = await listAwalLain(
    transaksi,
    administrator.map(({ nip }) => nip),
  )
  if (lain.length > 0 && !ganti) {
    throw new PenolakanAwal(
      `Ada ${lain.length} surat yang belum dibuka milik orang yang tidak ada di berkas ini. Dengan --ganti surat itu mati dan akunnya dihapus.`,
    )
  }
  for (const satu of lain) await remove(transaksi, satu, keputusan.nomor)
}
