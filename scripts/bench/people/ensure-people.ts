import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { migrateDatabase } from '../../../api-server/cli/migrate.ts'
import { announce } from '../../announce.ts'
import { hashContents } from '../../content-hash.ts'
import { daftarNama } from '../../demo/names.ts'
import { tabelPerangkatDaerah } from '../../demo/reference.ts'
import { createDatabase } from '../../postgres/create-database.ts'
import { PROJECT_ROOT } from '../../project-root.ts'

export type PeopleDatabase = { ownerUrl: string; appUrl: string }

const FILL = new URL('fill-people.sql', import.meta.url)
const SLOTS = 4000

/** Whatever decides what is in the database; another of these is another database. */
function getDatabaseName(count: number): string {
  const hash = hashContents(
    [
      'api-server/migrations',
      'scripts/bench/people',
      'scripts/demo/names.ts',
      'core/domain/riwayat',
    ].map((path) => join(PROJECT_ROOT, path)),
  )
  return `meja_orang_${count}_${hash.slice(0, 12)}`
}

/** Offices weigh what they weigh in the province; a unit has about a hundred people. */
function buildUnits() {
  const total = tabelPerangkatDaerah.baris.reduce((sum, satu) => sum + satu.perkiraanPns, 0)
  const units = tabelPerangkatDaerah.baris.flatMap(({ kode, perkiraanPns }) =>
    Array.from({ length: Math.max(2, Math.round(perkiraanPns / 100)) }, (_, nol) => ({
      kode: `${kode}.${String(nol + 1).padStart(3, '0')}`,
      perangkatDaerah: kode,
      nama: `Unit ${nol + 1} (contoh)`,
      share: perkiraanPns / total / Math.max(2, Math.round(perkiraanPns / 100)),
    })),
  )
  let before = 0
  const bounds = units.map((unit) => ({ unit, until: (before += unit.share) * SLOTS }))
  const slots = Array.from({ length: SLOTS }, (_, slot) => {
    const { unit } = bounds.find(({ until }) => slot + 0.5 < until) ?? bounds[0] ?? {}
    if (unit === undefined) throw new Error('no offices')
    return { slot, unit: unit.kode, perangkat_daerah: unit.perangkatDaerah }
  })
  // Small units may fall between two slots: the office still needs its fasilitator.
  const seen = new Set(slots.map((satu) => satu.perangkat_daerah))
  return { units, slots, offices: tabelPerangkatDaerah.baris.filter(({ kode }) => seen.has(kode)) }
}

async function writeLists(client: Client): Promise<void> {
  const { units, slots, offices } = buildUnits()
  const insert = (table: string, rows: unknown[]) =>
    client.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    )
  await insert(
    'perangkat_daerah',
    offices.map(({ kode, label }) => ({ kode, nama: label })),
  )
  await insert(
    'unit_kerja',
    units
      .filter((unit) => offices.some(({ kode }) => kode === unit.perangkatDaerah))
      .map(({ kode, perangkatDaerah, nama }) => ({
        kode,
        perangkat_daerah: perangkatDaerah,
        nama,
      })),
  )
  await client.query(`
    create temp table slot_unit (slot int primary key, unit text, perangkat_daerah text);
    create temp table kata_depan (kelamin int, nomor int, kata text, primary key (kelamin, nomor));
    create temp table kata_tengah (nomor int primary key, kata text);
    create temp table kata_belakang (kelamin int, nomor int, kata text, primary key (kelamin, nomor))`)
  await insert('slot_unit', slots)
  const numbered = (kata: readonly string[], kelamin: number) =>
    kata.map((satu, nomor) => ({ kelamin, nomor, kata: satu }))
  const { laki, perempuan, tengah, belakangLaki, belakangPerempuan } = daftarNama
  await insert('kata_depan', [...numbered(laki, 0), ...numbered(perempuan, 1)])
  await insert('kata_tengah', numbered(tengah, 0))
  await insert('kata_belakang', [...numbered(belakangLaki, 0), ...numbered(belakangPerempuan, 1)])
}

/** Indexes that no constraint needs are dropped, and built at once when all rows are in. */
async function withoutIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ nama: string; dibuat: string; sampel: number }>(
    `select i.indexrelid::regclass::text as nama, pg_get_indexdef(i.indexrelid) as dibuat,
       (select a.attstattarget from pg_attribute a where a.attrelid = i.indexrelid and a.attnum = 1)
         as sampel
     from pg_index i where not i.indisunique
       and i.indrelid in ('pegawai'::regclass, 'riwayat'::regclass, 'kualitas_pegawai'::regclass)`,
  )
  for (const { nama } of rows) await client.query(`drop index ${nama}`)
  await work()
  for (const { nama, dibuat, sampel } of rows) {
    await client.query(dibuat)
    if (sampel > 0)
      await client.query(`alter index ${nama} alter column 1 set statistics ${sampel}`)
  }
}

async function fill(ownerUrl: string, count: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`set synchronous_commit = off; set work_mem = '256MB';
      set maintenance_work_mem = '512MB'; set session_replication_role = replica; begin`)
    await writeLists(client)
    await withoutIndexes(client, async () => {
      await client.query(readFileSync(FILL, 'utf8').replaceAll(':jumlah', String(count)))
    })
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** A migrated database with so many invented people, made once and kept in the benches' PostgreSQL. */
export async function ensurePeople(
  postgresUrl: string,
  count: number,
  appPassword: string,
): Promise<PeopleDatabase> {
  const name = getDatabaseName(count)
  const server = new Client({ connectionString: postgresUrl })
  await server.connect()
  try {
    const { rows } = await server.query<{ nama: string; lengkap: boolean }>(
      `select datname as nama, coalesce(shobj_description(oid, 'pg_database') = 'lengkap', false)
         as lengkap from pg_database where datname like $1`,
      [`meja\\_orang\\_${count}\\_%`],
    )
    const complete = rows.some((satu) => satu.nama === name && satu.lengkap)
    for (const { nama } of rows) {
      if (complete && nama === name) continue
      await server.query(`drop database ${escapeIdentifier(nama)} with (force)`)
    }
    const ownerUrl = await createDatabase(postgresUrl, name)
    const { appUrl } = await migrateDatabase({ ownerUrl, appPassword })
    if (!complete) {
      announce(`Mengisi basis data dengan ${count.toLocaleString('id')} orang rekaan.`)
      const startedAt = performance.now()
      await fill(ownerUrl, count)
      await server.query(
        `comment on database ${escapeIdentifier(name)} is ${escapeLiteral('lengkap')}`,
      )
      announce(`  terisi dalam ${Math.round((performance.now() - startedAt) / 1000)} detik.`)
    }
    return { ownerUrl, appUrl }
  } finally {
    await server.end()
  }
}
