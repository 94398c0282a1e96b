import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase, type Database } from '../../../api-server/database/connection.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let database: Database
beforeAll(async () => {
  server = await startTestServer()
  database = connectDatabase(server.environment.DATABASE_URL, 1)
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const readNilai = async (db: Database) =>
  (await sql<{ nilai: string }>`select current_setting('meja.peran', true) as nilai`.execute(db))
    .rows[0]?.nilai

test('the first statement of a transaction is inside it, although begin was not waited for', async () => {
  await database.transaction().execute(async (transaksi) => {
    await sql`select set_config('meja.peran', ${'administrator'}, true)`.execute(transaksi)
    expect(await readNilai(transaksi)).toBe('administrator')
  })
  // Local to the transaction, and gone with it.
  expect(await readNilai(database)).not.toBe('administrator')
})

test('a transaction that failed leaves the connection fit for the next one', async () => {
  const gagal = database
    .transaction()
    .execute((transaksi) => sql`select 1 / ${0}::int`.execute(transaksi))
  await expect(gagal).rejects.toThrow('division by zero')
  await database.transaction().execute(async () => {})
  const { rows } = await sql<{ dua: number }>`select ${1}::int + 1 as dua`.execute(database)
  expect(rows).toEqual([{ dua: 2 }])
})

test('a statement asked twice is prepared once', async () => {
  const ask = (n: number) => sql`select ${n}::int as satu_nama_saja`.execute(database)
  await ask(1)
  await ask(2)
  const { rows } = await sql<{
    banyak: string
  }>`select count(*) as banyak from pg_prepared_statements
    where statement like '%satu_nama_saja%' and statement not like '%pg_prepared%'`.execute(
    database,
  )
  expect(rows).toEqual([{ banyak: '1' }])
})
