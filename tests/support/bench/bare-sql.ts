import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { runAs, type Identity } from '../../../api-server/database/identity.ts'
import type { Transaksi } from '../../../api-server/database/connection.ts'
import type { Tables } from '../../../api-server/database/tables.ts'
import { Peran } from '@meja/core/domain/peran.ts'

export type Statement = { sql: string; parameters: readonly unknown[] }

class Rehearsed extends Error {}

/**
 * Which statements the server sends for one piece of work: it runs once, is listened to, and is rolled
 * back. What bare pg then repeats is exactly this, whatever the code becomes.
 */
export async function listStatements(
  appUrl: string,
  akunId: string,
  work: (transaksi: Transaksi, identity: Identity) => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = []
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: appUrl, max: 1 }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query: { sql, parameters } }) => {
      statements.push({ sql, parameters })
    },
  })
  try {
    const akses = { roles: Peran.options, tanpaPakta: false }
    await runAs(database, { akunId, sesiId: null }, akses, async (transaksi, identity) => {
      await work(transaksi, identity)
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  } finally {
    await database.destroy()
  }
  return statements.filter(({ sql }) => !/^(begin|commit|rollback)/.test(sql))
}

/** One transaction of these statements, with nothing but the driver. */
export async function runBare(client: PoolClient, statements: readonly Statement[]): Promise<void> {
  await client.query('begin')
  for (const { sql, parameters } of statements) await client.query(sql, [...parameters])
  await client.query('commit')
}
