import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrateDatabase } from '../../api-server/cli/migrate.ts'
import { connectDatabase } from '../../api-server/database/connection.ts'
import { createKunciFaktor } from '../../api-server/faktor/kunci-faktor.ts'
import { createKunciPemulihan } from '../../api-server/features/kunci/kunci-server.ts'
import { createKunciResi } from '../../api-server/features/verifikasi/kunci-resi.ts'
import { createOidcKeys } from '../../api-server/oidc/keys.ts'
import { refreshTurunan } from '../../api-server/turunan/refresh-turunan.ts'
import { announce } from '../announce.ts'
import { generateProvince } from '../demo/generate.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import { findOrdinaryUser, giveTo, giveTreeTo } from '../ordinary-user.ts'
import { createDatabase } from '../postgres/create-database.ts'
import { openStateFolder } from '../state-folder.ts'
import { startApiServer, type RunningServer, type ServerOptions } from './api-server.ts'

export type DemoServer = RunningServer & {
  /** Of the owner of the tables: for tests that look at the rows themselves. */
  ownerUrl: string
  /** Of the role of the server. */
  appUrl: string
  provinceDir: string
  filesDir: string
  /** What another server on the same database is started with. */
  lain: Pick<ServerOptions, 'databaseUrl' | 'filesDir' | 'secretsDir'>
}

export type DemoServerOptions = {
  /** Of a PostgreSQL that is running already. */
  postgresUrl: string
  /** Made when missing; null for the very database that the address names. */
  database: string | null
  /** Throws away what the database held. */
  fresh?: boolean
  port: number
  /** Where this demo keeps its files and secrets, below the state folder. */
  folder?: string
  size?: 'penuh' | 'kecil'
  /** Further settings of api-server/environment.ts. */
  settings?: Readonly<Record<string, string>>
}

/** Migrates, fills the demo province and starts the API server; what is done already is not done again. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const { database, fresh = false, port, folder = '.', size = 'penuh' } = options
  const ownerUrl =
    database === null
      ? options.postgresUrl
      : await createDatabase(options.postgresUrl, database, { fresh })
  const appPassword = readAppPassword()
  announce('Memperbarui susunan basis data.')
  const { appUrl, tugasUrl } = await migrateDatabase({
    ownerUrl,
    appPassword,
    tugasPassword: appPassword,
  })
  const provinceDir = openStateFolder(size === 'penuh' ? 'demo' : `demo-${size}`)
  await writeProvince(provinceDir, size)
  const filesDir = openStateFolder(join(folder, 'berkas'))
  const secretsDir = openStateFolder(join(folder, 'rahasia'), { mode: 0o700 })
  announce('Mengisi basis data dengan provinsi contoh.')
  await seedDemo({ ownerUrl, provinceDir, filesDir })
  await deriveValues(ownerUrl)
  await createOidcKeys(secretsDir)
  await createKunciPemulihan(secretsDir)
  await createKunciResi(secretsDir)
  await createKunciFaktor(secretsDir)
  giveTreeTo(findOrdinaryUser(), filesDir)
  giveTreeTo(findOrdinaryUser(), secretsDir)
  const lain = { databaseUrl: appUrl, filesDir, secretsDir }
  const server = await startApiServer({
    port,
    ...lain,
    settings: { ...options.settings, ...(tugasUrl && { TUGAS_DATABASE_URL: tugasUrl }) },
  })
  return { ...server, ownerUrl, appUrl, provinceDir, filesDir, lain }
}

/** What an installation's daily run does. */
async function deriveValues(ownerUrl: string): Promise<void> {
  const database = connectDatabase(ownerUrl, 1)
  try {
    await refreshTurunan(database)
  } finally {
    await database.destroy()
  }
}

async function writeProvince(dir: string, size: 'penuh' | 'kecil'): Promise<void> {
  let announcedAt = 0
  await generateProvince({
    dir,
    size,
    onProgress: ({ done, total }) => {
      if (Date.now() - announcedAt < 3_000 && done < total) return
      announcedAt = Date.now()
      announce(`  pindaian provinsi contoh: ${done} dari ${total}`)
    },
  })
}

/** The server's own role owns nothing; its password is made once. */
export function readAppPassword(): string {
  const file = join(openStateFolder('rahasia', { mode: 0o700 }), 'basis-data-aplikasi')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
    giveTo(findOrdinaryUser(), file)
  }
  return readFileSync(file, 'utf8')
}
