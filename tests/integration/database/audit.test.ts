import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postKeputusan } from '@meja/core/api/verifikasi.ts'
import { connect } from '../../support/database.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addUsulan, buildKeputusan } from '../../support/usulan.ts'

let server: TestServer
let app: Client
beforeAll(async () => {
  server = await startTestServer()
  app = await connect(server.environment.DATABASE_URL)
  for (let nomor = 0; nomor < 3; nomor += 1) {
    const body = buildKeputusan(await addUsulan(server, akun.wulan))
    await server.getJawaban(akun.rina, postKeputusan, { body })
  }
})
afterAll(async () => {
  await app.end()
  await server.close()
})

async function findPutus(): Promise<string | null> {
  const { rows } = await app.query<{ nomor: string | null }>('select cek_audit() as nomor')
  return rows[0]?.nomor ?? null
}

test('the chain of an honest trail is whole', async () => {
  expect(await findPutus()).toBeNull()
  const { rows } = await server.owner.query('select count(*) as n from audit')
  expect(rows).toEqual([{ n: '3' }])
})

test('entries that are written at the same moment stand in one unbroken chain', async () => {
  const usulan = await Promise.all(Array.from({ length: 6 }, () => addUsulan(server, akun.wulan)))
  await Promise.all(
    usulan.map((satu) =>
      server.getJawaban(akun.rina, postKeputusan, { body: buildKeputusan(satu) }),
    ),
  )
  expect(await findPutus()).toBeNull()
})

describe('the application role may only add', () => {
  test.each([
    "update audit set aksi = 'lain.lain'",
    'delete from audit',
    'truncate audit',
    'alter table audit disable trigger all',
    'drop trigger audit_tetap on audit',
  ])('%s is refused', async (kalimat) => {
    await expect(app.query(kalimat)).rejects.toThrow(/permission denied|must be owner/)
  })

  test('and not in the name of somebody else', async () => {
    await expect(
      app.query("insert into audit (akun_id, aksi, objek) values ($1, 'palsu.palsu', 'x')", [
        akun.dewi.id,
      ]),
    ).rejects.toThrow(/row-level security/)
  })

  test('and not with a number or a hash of its own choosing', async () => {
    await app.query('begin')
    await app.query(
      `insert into audit (urutan, akun_id, aksi, objek, sidik_sebelumnya, sidik)
       values (999, null, 'uji.uji', 'x', 'palsu', 'palsu')`,
    )
    await app.query('commit')
    expect(await findPutus()).toBeNull()
  })
})

describe('tampering shows, even by the owner of the tables', () => {
  test.each(["update audit set objek = 'x'", 'delete from audit', 'truncate audit'])(
    'and %s is refused even to the owner',
    async (kalimat) => {
      await expect(server.owner.query(kalimat)).rejects.toThrow(/hanya dapat ditambah/)
    },
  )

  /** What somebody with full power over the server would do; rolled back afterwards. */
  async function tamper(kalimat: string): Promise<string | null> {
    await server.owner.query('begin')
    try {
      await server.owner.query('alter table audit disable trigger audit_tetap')
      await server.owner.query(kalimat)
      const { rows } = await server.owner.query<{ nomor: string | null }>(
        'select cek_audit() as nomor',
      )
      return rows[0]?.nomor ?? null
    } finally {
      await server.owner.query('rollback')
    }
  }

  test.each([
    ['another person', `update audit set akun_id = '${akun.bagus.id}' where urutan = 2`, '2'],
    ['another act', "update audit set aksi = 'keputusan.dikembalikan' where urutan = 2", '2'],
    ['another time', "update audit set pada = pada - interval '1 day' where urutan = 2", '2'],
    ['another detail', `update audit set rincian = '{}' where urutan = 1`, '1'],
    ['a missing entry', 'delete from audit where urutan = 2', '3'],
    [
      'a changed entry with a fitting hash',
      "update audit set aksi = 'a.b.c', sidik = sidik_audit(sidik_sebelumnya, (urutan, pada, akun_id, 'a.b.c', objek, rincian, sidik_sebelumnya, sidik)::audit) where urutan = 2",
      '3',
    ],
  ])('%s breaks the chain at its place', async (_, kalimat, nomor) => {
    expect(await tamper(kalimat)).toBe(nomor)
  })
})
