import { escapeIdentifier, type Client } from 'pg'
import type { Penanya } from './people.ts'

type Kunci = { dari: string; kolom: string; ke: string; kunci: string }
type Tabel = { nama: string; jalan: string; pemilik: string }

/**
 * Every table under row-level security whose rows lead to a person, with the joins that lead there:
 * found from the foreign keys, so that a new table is walked without a line here.
 */
async function listTabel(owner: Client): Promise<Tabel[]> {
  const { rows: kunci } = await owner.query<Kunci>(
    `select c.conrelid::regclass::text as dari, a.attname as kolom,
       c.confrelid::regclass::text as ke, b.attname as kunci
     from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
     where c.contype = 'f' and array_length(c.conkey, 1) = 1
       and c.connamespace = 'public'::regnamespace
     order by dari, kolom`,
  )
  const { rows: tabel } = await owner.query<{ nama: string }>(
    `select relname as nama from pg_class where relkind = 'r' and relrowsecurity
       and relnamespace = 'public'::regnamespace order by relname`,
  )
  // Whom a row tells of, not who did it; a row that knows its doer only tells of the doer.
  const tentang = kunci.filter(({ kolom }) => !/^akun_id$|_oleh$|pemutus$/.test(kolom))
  return tabel.flatMap(({ nama }) => findJalan(nama, tentang) ?? findJalan(nama, kunci) ?? [])
}

/** The shortest way along foreign keys from a table to the employee. */
function findJalan(nama: string, kunci: Kunci[]): Tabel | undefined {
  const langkah = [{ tabel: nama, jalan: '', alias: 't0' }]
  const sudah = new Set([nama])
  for (const satu of langkah) {
    if (satu.tabel === 'pegawai') return { nama, jalan: satu.jalan, pemilik: satu.alias }
    for (const { kolom, ke, kunci: tujuan } of kunci.filter(({ dari }) => dari === satu.tabel)) {
      if (sudah.has(ke)) continue
      sudah.add(ke)
      const alias = `t${langkah.length}`
      const sambung = `join ${ke} ${alias} on ${alias}.${tujuan} = ${satu.alias}.${kolom}`
      langkah.push({ tabel: ke, jalan: `${satu.jalan} ${sambung}`, alias })
    }
  }
  return undefined
}

/**
 * Rows that are meant to be seen although they tell of somebody else: the account of whoever decided
 * on a visible proposal, so that an employee knows who did.
 */
const terbuka: Readonly<Record<string, string>> = {
  akun: `exists (select from keputusan_verifikasi k join usulan u on u.id = k.usulan_id
    where k.akun_id = t0.id and (u.pegawai_id = $2 or u.perangkat_daerah = $3))`,
}

async function actAs(client: Client, siapa: Penanya | null): Promise<void> {
  await client.query('set local role meja_app')
  await client.query(
    `select set_config('meja.akun_id', $1, true), set_config('meja.pegawai_id', $2, true),
       set_config('meja.peran', $3, true), set_config('meja.perangkat_daerah', $4, true),
       set_config('meja.unit', '*', true)`,
    [
      siapa?.id ?? '',
      siapa?.pegawaiId ?? '',
      siapa?.peran ?? '',
      siapa?.peran === 'fasilitator' ? siapa.perangkatDaerah : '',
    ],
  )
}

export type HasilJalan = { tried: number; leaks: string[] }

/**
 * The same question straight to the database as the application role: with no WHERE at all, whose
 * rows come back, and whose can be written?
 */
export async function walkDatabase(owner: Client, penanya: Penanya[]): Promise<HasilJalan> {
  const leaks: string[] = []
  let tried = 0
  for (const tabel of await listTabel(owner)) {
    for (const siapa of [null, ...penanya.filter(({ peran }) => peran !== 'administrator')]) {
      tried += 2
      const nama = `${tabel.nama} sebagai ${siapa?.peran ?? 'siapa pun'}`
      const terlihat = await listCtid(owner, siapa, tabel.nama)
      const asing = await countAsing(owner, tabel, siapa, terlihat)
      if (asing > 0) leaks.push(`${nama}: ${asing} baris milik kantor atau orang lain terbaca`)
      const tertulis = await countTertulis(owner, siapa, tabel.nama)
      if (tertulis > 0) leaks.push(`${nama}: ${tertulis} baris dapat dihapus`)
    }
  }
  return { tried, leaks }
}

async function listCtid(client: Client, siapa: Penanya | null, tabel: string): Promise<string[]> {
  await client.query('begin')
  try {
    await actAs(client, siapa)
    const { rows } = await client.query<{ ctid: string }>(
      `select ctid::text from ${escapeIdentifier(tabel)}`,
    )
    return rows.map((satu) => satu.ctid)
  } catch (error) {
    // Columns that the role may not read at all cannot leak.
    if (error instanceof Error && /permission denied/.test(error.message)) return []
    throw error
  } finally {
    await client.query('rollback')
  }
}

/** How many of these rows belong to somebody whom this login may not see. */
async function countAsing(
  owner: Client,
  { nama, jalan, pemilik }: Tabel,
  siapa: Penanya | null,
  ctid: string[],
): Promise<number> {
  if (siapa === null) return ctid.length
  const sendiri = `${pemilik}.id = $2`
  const boleh =
    siapa.peran === 'fasilitator' ? `(${sendiri} or ${pemilik}.perangkat_daerah = $3)` : sendiri
  const { rows } = await owner.query<{ n: string }>(
    `select count(*) as n from ${escapeIdentifier(nama)} t0 ${jalan}
     where t0.ctid = any ($1::tid[]) and not ${boleh} and $3::text is not null
       and not ${terbuka[nama] ?? 'false'}`,
    [ctid, siapa.pegawaiId, siapa.perangkatDaerah],
  )
  return Number(rows[0]?.n)
}

async function countTertulis(client: Client, siapa: Penanya | null, tabel: string) {
  await client.query('begin')
  try {
    await actAs(client, siapa)
    return (await client.query(`delete from ${escapeIdentifier(tabel)}`)).rowCount ?? 0
  } catch (error) {
    if (error instanceof Error && /permission denied/.test(error.message)) return 0
    // Only what refers to the row kept it: the right to remove it was there.
    if (error instanceof Error && /foreign key/.test(error.message)) return 1
    throw error
  } finally {
    await client.query('rollback')
  }
}
