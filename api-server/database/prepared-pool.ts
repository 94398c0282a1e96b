import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** More texts than the server has; a list of ids of every length makes many, and those stay unnamed. */
const PALING_BANYAK = 2000

/** PostgreSQL parses and plans a named statement once per connection, row-level security included. */
const nama = new Map<string, string>()
function findNama(sql: string): string | undefined {
  const dikenal = nama.get(sql)
  if (dikenal !== undefined || nama.size >= PALING_BANYAK) return dikenal
  const baru = createHash('sha256').update(sql).digest('base64url')
  nama.set(sql, baru)
  return baru
}

class PreparedClient implements PostgresPoolClient {
  readonly #client: PoolClient
  #menahan = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(text: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('a cursor cannot share a pipelined connection')
    if (text === 'begin') return this.#begin()
    const kirim =
      parameters.length === 0 ? text : { name: findNama(text), text, values: [...parameters] }
    try {
      return this.#client.query(kirim)
    } finally {
      this.#letGo()
    }
  }

  /** Answered before whatever follows it on this connection; a lost connection fails that as well. */
  #begin(): Promise<PostgresQueryResult<never>> {
    this.#menahan = true
    this.#client.connection.stream.cork()
    this.#client.query('begin').catch(() => {})
    return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] })
  }

  #letGo(): void {
    if (!this.#menahan) return
    this.#menahan = false
    this.#client.connection.stream.uncork()
  }

  release(destroy?: boolean): void {
    this.#letGo()
    this.#client.release(destroy)
  }
}

/**
 * The pool as Kysely sees it, with a trip and the planning saved: `begin` is written together with the
 * first statement of its transaction, and statements with parameters are prepared (decision 0038).
 * The pool has to be one with `pipeline`.
 */
export function preparePool(pool: Pool): PostgresPool {
  const dikenal = new WeakMap<PoolClient, PreparedClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const siap = dikenal.get(client) ?? new PreparedClient(client)
      dikenal.set(client, siap)
      return siap
    },
  }
}
