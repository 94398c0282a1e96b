import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { buildApp } from './app.ts'
import { connectDatabase, isDatabaseUnreachable } from './database/connection.ts'
import { Environment } from './environment.ts'

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

const environment = Environment.parse(process.env)
await checkDatabase(environment)
const app = await buildApp(environment)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // What is in flight gets its answer, but nobody holds the server open for ever.
    setTimeout(() => app.server.closeAllConnections(), 10_000).unref()
    void app.close().then(() => process.exit(0))
  })
}
try {
  await app.listen({ host: environment.HOST, port: environment.PORT })
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    fail('port_terpakai')
  throw error
}
