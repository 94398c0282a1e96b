import { join } from 'node:path'
import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { buildApp } from './app.ts'
import { noteAnchor } from './audit/anchor.ts'
import { connectDatabase, isDatabaseUnreachable } from './database/connection.ts'
import { Environment } from './environment.ts'
import { readKunciFaktor } from './faktor/kunci-faktor.ts'
import { createPengirim } from './pesan/pengirim.ts'
import type { PengirimPesan } from './pesan/send-pesan.ts'
import { startTugas, type OpsiTugas } from './tugas/start-tugas.ts'

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

/** The mail server of this installation; undefined where none is named. */
async function openPengirim(environment: Environment): Promise<PengirimPesan | undefined> {
  const { SMTP_URL: url, SMTP_SENDER: dari, PUBLIC_URL: publicUrl, SECRETS_DIR } = environment
  if (url === undefined || dari === undefined) return undefined
  const kunci = await readKunciFaktor(SECRETS_DIR)
  return { pengirim: createPengirim(url, dari, publicUrl), kunci, publicUrl }
}

/** Jobs begin beside the server, which answers whether they can or not. */
function keepTugas(url: string | undefined, opsi: OpsiTugas) {
  if (url === undefined) return async () => {}
  const berjalan = startTugas(url, opsi).catch((error: unknown) => {
    opsi.onGalat?.(error instanceof Error ? error : new Error(String(error)))
    return async () => {}
  })
  return async () => (await berjalan)()
}

const environment = Environment.parse(process.env)
await checkDatabase(environment)
const app = await buildApp(environment)
const stopAnchors = keepAnchors(environment)
const pesan = await openPengirim(environment)
if (pesan === undefined) app.log.warn('SMTP_URL tidak diatur: pesan menunggu')
const stopTugas = keepTugas(environment.TUGAS_DATABASE_URL, {
  onGalat: (error) => app.log.error({ err: error }, 'tugas'),
  onKirim: (ringkasan) => app.log.info(ringkasan, 'pesan'),
  ...(pesan && { pesan }),
})
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
