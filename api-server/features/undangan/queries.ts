import { sql } from 'kysely'
import type { Transaksi } from '../../database/connection.ts'

export type BarisUndangan = {
  pegawaiId: string
  nip: string
  nama: string
  akunId: string | null
  sudahAktif: boolean
  /** A closed account is opened by its own action, not by a letter. */
  tertutup: boolean
  kodeId: string | null
  dibuatPada: Date | null
  kedaluwarsa: Date | null
  dicabutPada: Date | null
}

export async function listKeadaan(transaksi: Transaksi, unit: string): Promise<BarisUndangan[]> {
  const { rows } = await sql<BarisUndangan>`select * from keadaan_akun_unit(${unit})`.execute(
    transaksi,
  )
  return rows
}

/** How many days a code is good from today on (kebijakan_akun). */
export async function readMasaKode(transaksi: Transaksi): Promise<Date> {
  const { rows } = await sql<{ sampai: Date }>`
    select now() + make_interval(days => (kebijakan_akun_kini()).masa_kode_hari) as sampai
  `.execute(transaksi)
  const sampai = rows[0]?.sampai
  if (sampai === undefined) throw new Error('tidak ada kebijakan akun yang berlaku')
  return sampai
}

export type PegawaiAkun = {
  id: string
  nip: string
  /** An account that can be signed in with, or could be. */
  akunId: string | null
  sudahAktif: boolean
  /** A closed account is opened by its own action, not by a letter. */
  tertutup: boolean
}

/** These employees, as far as the asking login sees them, each with one account. */
export async function listPegawaiAkun(
  transaksi: Transaksi,
  pegawai: readonly string[],
): Promise<PegawaiAkun[]> {
  const { rows } = await sql<PegawaiAkun>`
    select p.id, p.nip, a.id as akun_id, coalesce(a.sudah_aktif, false) as sudah_aktif,
      a.id is null and exists (select from akun t where t.pegawai_id = p.id) as tertutup
    from pegawai p
    left join lateral (select * from cari_akun_pegawai(p.id) c
      order by c.sudah_aktif desc, c.nama_pengguna limit 1) a on true
    where p.id = any(${pegawai}::uuid[])`.execute(transaksi)
  return rows
}

export async function insertAkun(
  transaksi: Transaksi,
  akun: readonly { id: string; pegawaiId: string; namaPengguna: string }[],
): Promise<void> {
  if (akun.length === 0) return
  await transaksi
    .insertInto('akun')
    .values(akun.map((satu) => ({ ...satu, peran: 'user_personal' })))
    .execute()
}

export type KodeBaru = {
  readonly id: string
  readonly pegawaiId: string
  readonly akunId: string
  readonly jenis: 'aktivasi' | 'pemulihan'
  readonly identitas: string
  readonly dicatatOleh: string
  readonly sidikPertama: string
  readonly kedaluwarsa: Date
}

export async function insertKode(transaksi: Transaksi, kode: readonly KodeBaru[]): Promise<void> {
  if (kode.length > 0)
    await transaksi
      .insertInto('kodeAkun')
      .values([...kode])
      .execute()
}

/** Codes of these accounts that could still be used, but no longer are. */
export async function revokeKode(
  transaksi: Transaksi,
  pilih: { readonly akun: readonly string[] } | { readonly kodeId: string },
): Promise<number> {
  if ('akun' in pilih && pilih.akun.length === 0) return 0
  const { numUpdatedRows } = await transaksi
    .updateTable('kodeAkun')
    .set({ dicabutPada: new Date() })
    .where((eb) =>
      'akun' in pilih ? eb('akunId', 'in', [...pilih.akun]) : eb('id', '=', pilih.kodeId),
    )
    .where('dipakaiPada', 'is', null)
    .where('dicabutPada', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** A code that is still good, of somebody whom this login sees. */
export function findKodeTerbuka(transaksi: Transaksi, id: string) {
  return bukaKode(transaksi).where('k.id', '=', id).executeTakeFirst()
}

/** All open invitations of a unit, in the order in which letters are handed out. */
export function listKodeUnit(transaksi: Transaksi, unit: string) {
  return bukaKode(transaksi)
    .where('p.unitKerja', '=', unit)
    .where('k.jenis', '=', 'aktivasi')
    .orderBy('p.nama')
    .execute()
}

export function listPemulihanTerbuka(transaksi: Transaksi) {
  return bukaKode(transaksi)
    .where('k.jenis', '=', 'pemulihan')
    .orderBy('k.dibuatPada')
    .limit(200)
    .execute()
}

function bukaKode(transaksi: Transaksi) {
  return transaksi
    .selectFrom('kodeAkun as k')
    .innerJoin('pegawai as p', 'p.id', 'k.pegawaiId')
    .innerJoin('unitKerja as u', 'u.kode', 'p.unitKerja')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'p.perangkatDaerah')
    .select([
      'k.id',
      'k.pegawaiId',
      'k.akunId',
      'k.jenis',
      'k.dicatatOleh',
      'k.disaksikanOleh',
      'k.sidikPertama',
      'k.sidikKedua',
      'k.kedaluwarsa',
      'k.dibuatPada',
      'p.nip',
      'p.nama',
      'u.nama as unit',
      'd.nama as kantor',
    ])
    .where('k.dipakaiPada', 'is', null)
    .where('k.dicabutPada', 'is', null)
    .where('k.kedaluwarsa', '>', new Date())
}

/** Who logged it, by name; the account may be one that this login does not see. */
export async function listNamaPencatat(
  transaksi: Transaksi,
  akun: readonly string[],
): Promise<Map<string, string>> {
  if (akun.length === 0) return new Map()
  const { rows } = await sql<{ id: string; nama: string }>`
    select * from nama_pengelola(${[...akun]}::uuid[])`.execute(transaksi)
  return new Map(rows.map(({ id, nama }) => [id, nama]))
}

export async function addSaksi(
  transaksi: Transaksi,
  id: string,
  saksi: { disaksikanOleh: string; sidikKedua: string; kedaluwarsa: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await transaksi
    .updateTable('kodeAkun')
    .set(saksi)
    .where('id', '=', id)
    .where('disaksikanOleh', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
