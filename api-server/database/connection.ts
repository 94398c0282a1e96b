import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import { DatabaseError, Pool } from 'pg'
import { preparePool } from './prepared-pool.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Transaksi = Transaction<Tables>

/** snake_case in SQL, camelCase here; keys inside jsonb are data and stay as they are. */
export function connectDatabase(url: string, size: number): Database {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5000,
    pipeline: true,
  })
  // A restart of PostgreSQL breaks idle connections. The pool drops them; without a listener the
  // event would end the process, while the next request simply connects anew.
  pool.on('error', () => {})
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparePool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** True for failures to reach or keep PostgreSQL, as against refusals by it. */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // Several addresses of one host fail together.
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnreachable)
  const kode = 'code' in error ? String(error.code) : ''
  // A socket that is not there has the code of a file that is not there: only `connect` counts.
  if (kode === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|57P0[123]|08\w{3}|53300)$/.test(
      kode,
    ) || /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  )
}

/** PostgreSQL's code for a broken UNIQUE, on the named constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.code === '23505' && error.constraint === constraint
}
