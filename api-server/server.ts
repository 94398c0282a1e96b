import { join } from 'node:path'
import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { buildApp } from './app.ts'
import { noteAnchor } from './audit/anchor.ts'
import { connectDatabase, isDatabaseUnreachable } from './database/connection.ts'
import { Environment } from './environment.ts'
import { startTugas } from './tugas/start-tugas.ts'

/** Ends the start with one sentence for the person at the terminal. */
function fail(kode: ErrorCode): never {
  process.stderr.write(`${formatErrorLine(kode)}\n`)
  process.exit(1)
}

async function checkDatabase(environment: Environment): Promise<void> {
  const database = connectDatabase(environment.DATABASE_URL, 1)
  try {
    await database.selectFrom('perangkatDaerah').select('kode').limit(1).execute()
  } catch (error) {
    if (isDatabaseUnreachable(error)) fail('basis_data_tak_terjangkau')
    throw error
  } finally {
    await database.destroy()
  }
}

/** Notes the head of the audit chain once a minute, and once more at the end. */
function keepAnchors(environment: Environment): () => Promise<void> {
  const file = environment.AUDIT_ANCHOR_FILE ?? join(environment.SECRETS_DIR, 'jangkar-audit.jsonl')
  const database = connectDatabase(environment.DATABASE_URL, 1)
  // A note that fails is made a minute later: the chain itself is not in danger.
  const note = () => noteAnchor(database, file).catch(() => false)
  const jam = setInterval(() => void note(), 60_000)
  return async () => {
    clearInterval(jam)
    await note()
    await database.destroy()
  }
}

/** Jobs begin beside the server, which answers whether they can or not. */
function keepTugas(url: string | undefined, onGalat: (error: Error) => void) {
  if (url === undefined) return async () => {}
  const berjalan = startTugas(url, { onGalat }).catch((error: unknown) => {
    onGalat(error instanceof Error ? error : new Error(String(error)))
    return async () => {}
  })
  return async () => (await berjalan)()
}

const environment = Environment.parse(process.env)
await checkDatabase(environment)
const app = await buildApp(environment)
const stopAnchors = keepAnchors(environment)
const stopTugas = keepTugas(environment.TUGAS_DATABASE_URL, (error) =>
  app.log.error({ err: error }, 'tugas'),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // What is in flight gets its answer, but nobody holds the server open for ever.
    setTimeout(() => app.server.closeAllConnections(), 10_000).unref()
    void Promise.all([app.close(), stopAnchors(), stopTugas()]).then(() => process.exit(0))
  })
}
try {
  await app.listen({ host: environment.HOST, port: environment.PORT })
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    fail('port_terpakai')
  throw error
}
