import { afterAll, beforeAll, expect, test } from 'vitest'
import { postKeputusan } from '@meja/core/api/verifikasi.ts'
import { listPenanya } from '../../fault/isolation/people.ts'
import { walkDatabase } from '../../fault/isolation/walk-database.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addRiwayat, addUsulan, buildKeputusan } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  for (const [pemilik, pemutus] of [
    [akun.wulan, akun.rina],
    [akun.hadi, akun.sari],
  ] as const) {
    await addRiwayat(server, pemilik, 'pangkat')
    const body = buildKeputusan(await addUsulan(server, pemilik))
    await server.getJawaban(pemutus, postKeputusan, { body })
  }
})
afterAll(() => server.close())

async function walk(): Promise<string[]> {
  return (await walkDatabase(server.owner, await listPenanya(server.owner))).leaks
}

test('straight at the database, no login reads or removes a row of anybody it may not see', async () => {
  expect(await walk()).toEqual([])
})

test('the walk itself finds a table that was left open', async () => {
  await server.owner.query('create policy bocor on riwayat for select to meja_app using (true)')
  expect((await walk()).join('\n')).toMatch(/^riwayat sebagai fasilitator: \d+ baris milik kantor/m)
  await server.owner.query('drop policy bocor on riwayat')
})

test('the walk itself finds a table of which rows can be removed', async () => {
  await server.owner.query(
    `create policy bocor on dokumen for delete to meja_app using (true);
     grant delete on dokumen to meja_app`,
  )
  expect((await walk()).join('\n')).toMatch(/^dokumen sebagai .*: \d+ baris dapat dihapus/m)
})
