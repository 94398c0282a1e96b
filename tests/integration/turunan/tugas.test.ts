import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { roleTugas } from '../../../api-server/cli/migrate.ts'
import { tugasSegarkan } from '../../../api-server/tugas/antrean.ts'
import { startTugas } from '../../../api-server/tugas/start-tugas.ts'
import { connect } from '../../support/database.ts'
import { akun } from '../../support/kantor.ts'
import { addBaris, isiPangkat, readTurunan } from '../../support/riwayat.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let url: string
beforeAll(async () => {
  server = await startTestServer()
  const alamat = new URL(server.environment.DATABASE_URL)
  alamat.username = roleTugas
  url = alamat.href
})
afterAll(() => server.close())

async function listJobs() {
  const { rows } = await server.owner.query<{ state: string }>(
    'select state from antrean.job where name = $1 order by created_on',
    [tugasSegarkan],
  )
  return rows.map(({ state }) => state)
}

async function countAudit(): Promise<number> {
  const { rowCount } = await server.owner.query(
    "select from audit where aksi = 'turunan.segarkan' and akun_id is null",
  )
  return rowCount ?? 0
}

test('two nodes do the work of a day once, with a role that owns nothing', async () => {
  await addBaris(server, akun.wulan, 'pangkat', isiPangkat('III/c', '2022-04-01'))
  const galat: Error[] = []
  const node = () => startTugas(url, { onGalat: (satu) => galat.push(satu), pollingDetik: 0.5 })
  const berhenti = await Promise.all([node(), node()])
  try {
    await vi.waitFor(
      async () => {
        expect(galat).toEqual([])
        expect(await listJobs()).toEqual(['completed'])
      },
      { timeout: 30_000, interval: 200 },
    )
  } finally {
    await Promise.all(berhenti.map((stop) => stop()))
  }
  expect(galat).toEqual([])
  expect((await readTurunan(server, akun.wulan)).nilai['golongan']).toBe('III/c')
  expect(await countAudit()).toBe(1)
  const { rows } = await server.owner.query(
    'select timezone, cron from antrean.schedule where name = $1',
    [tugasSegarkan],
  )
  expect(rows).toEqual([{ timezone: 'Asia/Jakarta', cron: '10 0 * * *' }])
})

test.each([
  ['decides on a proposal', "update usulan set status = 'valid'"],
  ['writes a row of the record', "update riwayat set isi = '{}'"],
  ['reads an account', 'select * from akun'],
  ['writes what only the owner of an account does', "update akun set surel = 'a@b.id'"],
  ['removes anybody', 'delete from pegawai'],
  ['changes the queue itself', 'drop table antrean.job'],
])('the role of jobs never %s', async (_, kalimat) => {
  const client = await connect(url)
  try {
    await expect(client.query(kalimat)).rejects.toThrow(/permission denied|must be owner/)
  } finally {
    await client.end()
  }
})

test('the application role knows nothing of the queue', async () => {
  const client = await connect(server.environment.DATABASE_URL)
  try {
    await expect(client.query('select from antrean.job')).rejects.toThrow(/permission denied/)
  } finally {
    await client.end()
  }
})
