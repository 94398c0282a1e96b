import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { prepareAntrean } from '../tugas/antrean.ts'
import { writeDeskripsi } from '../database/deskripsi.ts'

const folder = new URL('../migrations/', import.meta.url)

/** Role of the running server: it owns nothing and row-level security binds it (D13). */
export const roleAplikasi = 'meja_app'

/** Role of the work that nobody is signed in for (decision 0014); it owns nothing either. */
export const roleTugas = 'meja_tugas'

export type MigrateOptions = {
  /** Connection of the role that owns the tables; must be allowed to create roles. */
  readonly ownerUrl: string
  /** Password that the application role gets. */
  readonly appPassword: string
  /** Password of the role of jobs; without it that role cannot sign in, and no node runs jobs. */
  readonly tugasPassword?: string
}

async function prepareRole(
  client: Client,
  role: string,
  password: string | undefined,
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  const aksi = rowCount === 0 ? 'CREATE' : 'ALTER'
  const masuk =
    password === undefined ? 'NOLOGIN PASSWORD NULL' : `LOGIN PASSWORD ${escapeLiteral(password)}`
  const sifat = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS'
  await client.query(`${aksi} ROLE ${role} ${sifat} ${masuk}`)
}

/** Rights on the database itself do not travel with a copy or a restore, so each run sets them. */
async function restrictDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ nama: string }>('select current_database() as nama')
  for (const { nama } of rows) {
    await client.query(`REVOKE TEMPORARY ON DATABASE ${escapeIdentifier(nama)} FROM PUBLIC`)
  }
}

async function applyMissing(client: Client): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS migrasi (
    nama text PRIMARY KEY, sidik text NOT NULL, pada timestamptz NOT NULL DEFAULT now())`)
  await client.query("COMMENT ON TABLE migrasi IS 'Which migrations ran, and the hash of each'")
  const { rows } = await client.query<{ nama: string; sidik: string }>(
    'select nama, sidik from migrasi',
  )
  const sudah = new Map(rows.map((baris) => [baris.nama, baris.sidik]))
  const berjalan: string[] = []
  for (const nama of (await readdir(folder)).filter((satu) => satu.endsWith('.sql')).toSorted()) {
    const isi = await readFile(new URL(nama, folder), 'utf8')
    const sidik = createHash('sha256').update(isi).digest('hex')
    if (sudah.has(nama)) {
      if (sudah.get(nama) !== sidik) throw new Error(`migrasi ${nama} berubah setelah dijalankan`)
      continue
    }
    await client.query(isi)
    await client.query('insert into migrasi (nama, sidik) values ($1, $2)', [nama, sidik])
    berjalan.push(nama)
  }
  return berjalan
}

function buildUrl(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

/** Brings the database to the newest migration, forward only, all or nothing. */
export async function migrateDatabase(
  options: MigrateOptions,
): Promise<{ appUrl: string; tugasUrl: string | null; berjalan: string[] }> {
  const client = new Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    // Two starts at once must not both migrate.
    await client.query('SELECT pg_advisory_xact_lock(7320001)')
    await prepareRole(client, roleAplikasi, options.appPassword)
    await prepareRole(client, roleTugas, options.tugasPassword)
    await restrictDatabase(client)
    const berjalan = await applyMissing(client)
    await writeDeskripsi(client)
    await prepareAntrean(client, roleTugas)
    await client.query('COMMIT')
    return {
      appUrl: buildUrl(options.ownerUrl, roleAplikasi, options.appPassword),
      tugasUrl:
        options.tugasPassword === undefined
          ? null
          : buildUrl(options.ownerUrl, roleTugas, options.tugasPassword),
      berjalan,
    }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    await client.end()
  }
}
