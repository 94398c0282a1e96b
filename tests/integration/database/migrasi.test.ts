import { afterEach, expect, test } from 'vitest'
import { migrateDatabase } from '../../../api-server/cli/migrate.ts'
import {
  connect,
  createEmptyDatabase,
  createTestDatabase,
  dropDatabase,
} from '../../support/database.ts'

const sesudahnya: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const bersihkan of sesudahnya.splice(0)) await bersihkan()
})

const appPassword = 'sandi-aplikasi-untuk-uji'

async function createEmpty(): Promise<string> {
  const { nama, url } = await createEmptyDatabase()
  sesudahnya.push(() => dropDatabase(nama))
  return url
}

test('migrating twice does the work once', async () => {
  const ownerUrl = await createEmpty()
  const pertama = await migrateDatabase({ ownerUrl, appPassword })
  expect(pertama.berjalan.length).toBeGreaterThan(0)
  expect((await migrateDatabase({ ownerUrl, appPassword })).berjalan).toEqual([])
  const app = await connect(pertama.appUrl)
  const { rows } = await app.query('select current_user as siapa')
  expect(rows).toEqual([{ siapa: 'meja_app' }])
  await app.end()
})

test('two starts at once migrate once', async () => {
  const ownerUrl = await createEmpty()
  const hasil = await Promise.all([
    migrateDatabase({ ownerUrl, appPassword }),
    migrateDatabase({ ownerUrl, appPassword }),
  ])
  expect(hasil.filter((satu) => satu.berjalan.length > 0)).toHaveLength(1)
})

test('a migration that was changed after it ran is refused', async () => {
  const ownerUrl = await createEmpty()
  await migrateDatabase({ ownerUrl, appPassword })
  const owner = await connect(ownerUrl)
  await owner.query("update migrasi set sidik = repeat('0', 64)")
  await expect(migrateDatabase({ ownerUrl, appPassword })).rejects.toThrow(/berubah/)
  await owner.end()
})

test('every table and function says in the database what it is for', async () => {
  const database = await createTestDatabase()
  sesudahnya.push(database.drop)
  const owner = await connect(database.ownerUrl)
  const { rows } = await owner.query(
    `select relname from pg_class where relkind in ('r', 'v')
       and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') is null`,
  )
  expect(rows).toEqual([])
  await owner.end()
})
