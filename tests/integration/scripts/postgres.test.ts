import { Client } from 'pg'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { startPostgres, type RunningPostgres } from '../../../scripts/postgres.ts'
import { openFreshStateFolder } from '../../../scripts/state-folder.ts'
import { waitUntil } from '../../../scripts/processes.ts'

const folder = openFreshStateFolder('uji-mulai-postgres')

async function readOne(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ nilai: unknown }>(sql)
    return rows[0]?.nilai
  } finally {
    await client.end()
  }
}

function startIn(name: string): Promise<RunningPostgres> {
  vi.stubEnv('DATABASE_URL', '')
  return startPostgres({ dataDir: join(folder, name) })
}

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

it.each(['npm', 'sistem'])('starts durably on loopback with the binaries of %s', async (kind) => {
  // Debian's binaries are the person's choice; without them both names mean the npm package.
  vi.stubEnv('MEJA_POSTGRES', kind === 'sistem' && existsSync('/usr/lib/postgresql') ? kind : 'npm')
  const server = await startIn(kind)
  try {
    expect(await readOne(server.url, `select current_setting('fsync') as nilai`)).toBe('on')
    expect(await readOne(server.url, `select current_setting('listen_addresses') as nilai`)).toBe(
      '127.0.0.1',
    )
    const wrong = new URL(server.url)
    wrong.password = 'salah'
    await expect(readOne(wrong.href, 'select 1 as nilai')).rejects.toThrow(/password/)
    expect(statSync(join(folder, `${kind}.sandi`)).mode & 0o077).toBe(0)
  } finally {
    await server.stop()
  }
})

it('survives a crash, keeps what was committed, and lets a second start use the running server', async () => {
  vi.stubEnv('MEJA_POSTGRES', 'npm')
  const first = await startIn('npm')
  await readOne(first.url, `create table setia as select 7 as nilai`)
  const pidFile = join(folder, 'npm/postmaster.pid')
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL')
  await first.stop()
  expect(existsSync(pidFile)).toBe(true)

  const second = await startIn('npm')
  const third = await startIn('npm')
  expect(third.url).toBe(second.url)
  await third.stop()
  expect(await readOne(second.url, 'select nilai from setia')).toBe(7)
  await second.stop()
  expect(await waitUntil(() => !existsSync(pidFile), 5_000)).toBe(true)
})
