import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Transaksi } from '../../database/connection.ts'
import { MejaError } from '../../meja-error.ts'

type Kontak = { surel: string | null; nomorHp: string | null; surelDiverifikasi: boolean }

export async function readKontak(transaksi: Transaksi): Promise<Kontak> {
  const { rows } = await sql<Kontak>`select * from kontak_saya()`.execute(transaksi)
  return rows[0] ?? { surel: null, nomorHp: null, surelDiverifikasi: false }
}

export async function readSandiHash(transaksi: Transaksi): Promise<string | null> {
  const { rows } = await sql<{ sandi: string | null }>`select sandi_saya() as sandi`.execute(
    transaksi,
  )
  return rows[0]?.sandi ?? null
}

export async function readNip(transaksi: Transaksi, pegawaiId: string): Promise<string> {
  const { nip } = await transaksi
    .selectFrom('pegawai')
    .select('nip')
    .where('id', '=', pegawaiId)
    .executeTakeFirstOrThrow()
  return nip
}

/** Row-level security and a trigger let the owner alone do this, whatever asks (P30.2j). */
export async function updateAkun(
  transaksi: Transaksi,
  akunId: string,
  isi: { kataSandiHash: string } | { surel: string; nomorHp: string },
): Promise<void> {
  await transaksi.updateTable('akun').set(isi).where('id', '=', akunId).execute()
}

/**
 * To the address that the account has proved until now: asked before a change, whoever takes the account
 * over cannot keep the owner from hearing of it. An address that nobody proved gets nothing.
 */
export async function addPesan(
  transaksi: Transaksi,
  jenis: 'sandi_diubah' | 'surel_diubah' | 'nomor_hp_diubah',
): Promise<void> {
  await sql`select beri_tahu_saya(${jenis})`.execute(transaksi)
}

/** The database counts how often; `sidik` is what it keeps of the code. */
export async function addKodeSurel(
  transaksi: Transaksi,
  id: string,
  sidik: string,
): Promise<'dikirim' | 'terlalu_sering' | 'tidak_perlu'> {
  const { rows } = await sql<{ hasil: 'dikirim' | 'terlalu_sering' | 'tidak_perlu' }>`
    select minta_kode_surel(${id}::uuid, ${sidik}) as hasil`.execute(transaksi)
  return rows[0]?.hasil ?? 'tidak_perlu'
}

export async function tryKodeSurel(
  transaksi: Transaksi,
  sidik: readonly string[],
): Promise<'sah' | 'salah' | 'mati'> {
  const { rows } = await sql<{ hasil: 'sah' | 'salah' | 'mati' }>`
    select pakai_kode_surel(${[...sidik]}::text[]) as hasil`.execute(transaksi)
  return rows[0]?.hasil ?? 'mati'
}

export async function listSesiLain(
  transaksi: Transaksi,
  akunId: string,
  sesiId: string | null,
): Promise<string[]> {
  const baris = await transaksi
    .selectFrom('sesi')
    .select('id')
    .where('akunId', '=', akunId)
    .where('diakhiriPada', 'is', null)
    .execute()
  return baris.map(({ id }) => id).filter((id) => id !== sesiId)
}

/** The database keeps the last factor of a pengelola; its refusal in words. */
async function deleteFaktor(hapus: Promise<{ numDeletedRows: bigint }>): Promise<void> {
  try {
    const { numDeletedRows } = await hapus
    if (numDeletedRows === 0n) throw new MejaError('tidak_ditemukan')
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23001') {
      throw new MejaError('faktor_terakhir')
    }
    throw error
  }
}

export function deleteTotp(transaksi: Transaksi, akunId: string): Promise<void> {
  return deleteFaktor(
    transaksi.deleteFrom('faktorTotp').where('akunId', '=', akunId).executeTakeFirstOrThrow(),
  )
}

export function deletePasskey(transaksi: Transaksi, akunId: string, id: string): Promise<void> {
  return deleteFaktor(
    transaksi
      .deleteFrom('passkey')
      .where('akunId', '=', akunId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

export async function deleteCadangan(transaksi: Transaksi, akunId: string): Promise<void> {
  await transaksi.deleteFrom('kodeCadangan').where('akunId', '=', akunId).execute()
}
