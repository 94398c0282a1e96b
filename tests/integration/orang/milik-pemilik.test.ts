import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../support/database.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let app: Client
beforeAll(async () => {
  server = await startTestServer()
  app = await connect(server.environment.DATABASE_URL)
})
afterAll(async () => {
  await app.end()
  await server.close()
})

/** The statement as this login, straight at the database; how many rows it changed, or why none. */
async function tryAs(siapa: Akun, ubah: string, sasaran: Akun): Promise<string> {
  await app.query('begin')
  try {
    await app.query(
      `select set_config('meja.akun_id', $1, true), set_config('meja.pegawai_id', $2, true),
         set_config('meja.peran', $3, true), set_config('meja.unit', '*', true)`,
      [siapa.id, siapa.pegawaiId, siapa.peran],
    )
    const { rowCount } = await app.query(`update akun set ${ubah} where id = $1`, [sasaran.id])
    return `${rowCount} baris`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await app.query('rollback')
  }
}

const milik = [
  ['the password', "kata_sandi_hash = '$argon2id$v=19$palsu'"],
  ['the e-mail', "surel = 'lain@contoh.invalid'"],
  ['the mobile number', "nomor_hp = '081200000000'"],
] as const

test.each(milik)('%s is written by its owner (P30.2j)', async (_, ubah) => {
  expect(await tryAs(akun.wulan, ubah, akun.wulan)).toBe('1 baris')
})

test.each(milik)('%s of another is written by no administrator (P30.2j)', async (_, ubah) => {
  expect(await tryAs(akun.dewi, ubah, akun.wulan)).toMatch(/hanya diubah pemiliknya/)
})

test.each(milik)(
  '%s of an employee is out of reach for the fasilitator (P30.2j, invariant 4)',
  async (_, ubah) => {
    expect(await tryAs(akun.rina, ubah, akun.wulan)).toBe('0 baris')
  },
)

test.each(milik)('%s is not written by a script of the table owner either', async (_, ubah) => {
  await expect(
    server.owner.query(`update akun set ${ubah} where id = $1`, [akun.wulan.id]),
  ).rejects.toThrow(/hanya diubah pemiliknya/)
})

test.each([
  ['an employee makes nobody administrator', akun.wulan, akun.wulan],
  ['an administrator does not change the own role', akun.dewi, akun.dewi],
])('%s', async (_, siapa, sasaran) => {
  expect(await tryAs(siapa, "peran = 'fasilitator'", sasaran)).toMatch(/administrator lain/)
})
