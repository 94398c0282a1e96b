import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { readAnchors, noteAnchor } from '../../../api-server/audit/anchor.ts'
import { checkChain } from '../../../api-server/audit/check-chain.ts'
import { connectDatabase } from '../../../api-server/database/connection.ts'
import { postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addUsulan, buildKeputusan } from '../../support/usulan.ts'

const folder = await mkdtemp(join(tmpdir(), 'meja-jangkar-'))
afterAll(() => rm(folder, { recursive: true }))

let server: TestServer
let file: string
let nomor = 0
beforeEach(async () => {
  server = await startTestServer()
  file = join(folder, `${(nomor += 1)}.jsonl`)
  for (let ke = 0; ke < 5; ke += 1) {
    const body = buildKeputusan(await addUsulan(server, akun.wulan))
    await server.getJawaban(akun.rina, postKeputusan, { body })
    if (ke === 2) await anchor()
  }
})
afterEach(() => server.close())

async function anchor(): Promise<boolean> {
  const database = connectDatabase(server.environment.DATABASE_URL, 1)
  try {
    return await noteAnchor(database, file)
  } finally {
    await database.destroy()
  }
}

async function check() {
  return (await checkChain(server.owner, await readAnchors(file))).map(({ urutan, jenis }) => [
    urutan,
    jenis,
  ])
}

/** What an owner of the tables can do who means harm. */
async function tamper(kalimat: string): Promise<void> {
  await server.owner.query('alter table audit disable trigger all')
  await server.owner.query(kalimat)
  await server.owner.query('alter table audit enable trigger all')
}

test('an honest trail is whole, and its head is noted once', async () => {
  expect(await check()).toEqual([])
  expect(await anchor()).toBe(true)
  expect(await anchor()).toBe(false)
  expect((await readAnchors(file)).map((satu) => satu.urutan)).toEqual([3, 5])
})

describe('the check says which entry the owner of the tables has', () => {
  test('edited', async () => {
    await tamper("update audit set objek = 'usulan:lain' where urutan = 2")
    expect(await check()).toEqual([[2, 'diubah']])
  })

  test('deleted', async () => {
    await tamper('delete from audit where urutan = 3')
    expect(await check()).toContainEqual([3, 'hilang'])
  })

  test('reordered', async () => {
    await tamper(
      `update audit set urutan = -1 where urutan = 2; update audit set urutan = 2 where urutan = 4;
       update audit set urutan = 4 where urutan = -1`,
    )
    expect(await check()).toEqual(
      expect.arrayContaining([
        [2, 'diubah'],
        [4, 'diubah'],
      ]),
    )
  })

  test('cut off at the end', async () => {
    await anchor()
    await tamper('delete from audit where urutan > 3')
    expect(await check()).toEqual([[4, 'terpotong']])
  })

  test('emptied', async () => {
    await anchor()
    await tamper('truncate audit')
    expect(await check()).toContainEqual([1, 'terpotong'])
  })

  test('edited and then hashed anew to the end', async () => {
    await anchor()
    await tamper(
      `do $$ declare baris audit; sebelumnya text := repeat('0', 64); begin
         update audit set objek = 'usulan:lain' where urutan = 2;
         for baris in select * from audit order by urutan loop
           update audit set sidik_sebelumnya = sebelumnya, sidik = sidik_audit(sebelumnya, baris)
             where urutan = baris.urutan returning sidik into sebelumnya;
         end loop; end $$`,
    )
    expect(await check()).toEqual([
      [3, 'ditulis_ulang'],
      [5, 'ditulis_ulang'],
    ])
  })
})
