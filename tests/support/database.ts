import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client, escapeIdentifier } from 'pg'
import { migrateDatabase } from '../../api-server/cli/migrate.ts'
import { insertKantor } from './kantor.ts'

/** Of the roles meja_app and meja_tugas in every test database. */
const sandiAplikasi = 'sandi-aplikasi-untuk-uji'

export type TestDatabase = {
  /** Of the role that owns the tables. */
  readonly ownerUrl: string
  /** Of the application role, bound by row-level security. */
  readonly appUrl: string
  readonly drop: () => Promise<void>
}

/** Address of the PostgreSQL server for tests; `npm test` starts one and names it here. */
export function getServerUrl(): string {
  const url = process.env['MEJA_TEST_DATABASE_URL']
  if (!url) throw new Error('MEJA_TEST_DATABASE_URL tidak ada; jalankan `npm test -- integration`.')
  return url
}

function getUrl(database: string): string {
  const url = new URL(getServerUrl())
  url.pathname = `/${database}`
  return url.href
}

export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  // A test may end the sessions of a database; that is no failure of this client's user.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The template's name changes with whatever fills it, so an old one is never taken for new. */
async function getNamaTemplat(): Promise<string> {
  const folder = new URL('../../api-server/migrations/', import.meta.url)
  const berkas = [
    new URL('kantor.ts', import.meta.url),
    ...(await readdir(folder)).toSorted().map((nama) => new URL(nama, folder)),
  ]
  const sidik = createHash('sha256')
  for (const satu of berkas) sidik.update(await readFile(satu))
  return `meja_uji_templat_${sidik.digest('hex').slice(0, 16)}`
}

/** Databases that an aborted run or an older version left behind and that nobody uses. */
async function dropAbandoned(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database d where datname like 'meja\\_uji\\_%'
       and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
  )
  for (const { datname } of rows) await client.query(`drop database ${escapeIdentifier(datname)}`)
}

async function ensureTemplat(client: Client): Promise<string> {
  const templat = await getNamaTemplat()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [templat])
  if (rowCount === 0) await dropAbandoned(client)
  if (rowCount === 0) await client.query(`create database ${escapeIdentifier(templat)}`)
  const ownerUrl = getUrl(templat)
  // Also when the template is there: the role belongs to the whole server and may have a new password.
  await migrateDatabase({ ownerUrl, appPassword: sandiAplikasi, tugasPassword: sandiAplikasi })
  const owner = await connect(ownerUrl)
  try {
    const ada = await owner.query('select from perangkat_daerah limit 1')
    if (ada.rowCount === 0) {
      await owner.query('begin')
      await insertKantor(owner)
      await owner.query('commit')
    }
  } finally {
    await owner.end()
  }
  return templat
}

/** Runs alone on the whole server: a template that somebody is connected to cannot be copied. */
async function withServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(getServerUrl())
  try {
    await client.query('select pg_advisory_lock(7320002)')
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function dropDatabase(nama: string): Promise<void> {
  await withServer((client) =>
    client.query(`drop database if exists ${escapeIdentifier(nama)} with (force)`),
  )
}

/** An empty database of this server, for the tests of migrating itself. */
export async function createEmptyDatabase(): Promise<{ nama: string; url: string }> {
  const nama = `meja_uji_${randomUUID().replaceAll('-', '')}`
  await withServer((client) => client.query(`create database ${escapeIdentifier(nama)}`))
  return { nama, url: getUrl(nama) }
}

/** Migrated, and nobody in it: an installation on its first day. */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  const { nama, url: ownerUrl } = await createEmptyDatabase()
  const { appUrl } = await withServer(() =>
    migrateDatabase({ ownerUrl, appPassword: sandiAplikasi, tugasPassword: sandiAplikasi }),
  )
  return { ownerUrl, appUrl, drop: () => dropDatabase(nama) }
}

/** A fresh, migrated database with the two offices of kantor.ts, for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const nama = `meja_uji_${randomUUID().replaceAll('-', '')}`
  const ownerUrl = getUrl(nama)
  const { appUrl } = await withServer(async (client) => {
    const templat = await ensureTemplat(client)
    await client.query(
      `create database ${escapeIdentifier(nama)} template ${escapeIdentifier(templat)}`,
    )
    // Alone too: the application role belongs to the whole server, and two at once collide on it.
    return migrateDatabase({ ownerUrl, appPassword: sandiAplikasi, tugasPassword: sandiAplikasi })
  })
  return { ownerUrl, appUrl, drop: () => dropDatabase(nama) }
}
