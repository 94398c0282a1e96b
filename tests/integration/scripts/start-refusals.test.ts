import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import { PROJECT_ROOT } from '../../../scripts/project-root.ts'

type Ended = { status: number | null; said: string }

async function start(env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'scripts/start.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, said }
}

async function occupyPort(): Promise<number> {
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => resolve(listening))
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

it('npm start says that its port is taken, and ends with a failure', async () => {
  const port = await occupyPort()
  const { status, said } = await start({ PORT: String(port) })
  expect(said).toContain(formatErrorLine('port_terpakai'))
  expect(said).toContain(`Port ${port}`)
  expect(status).toBe(1)
})

it('npm start says that the database is unreachable, without its password', async () => {
  const port = await occupyPort()
  const { status, said } = await start({
    PORT: '0',
    DATABASE_URL: `postgres://seseorang:sangat-rahasia@127.0.0.1:${port}/meja?connect_timeout=2`,
  })
  expect(said).toContain(formatErrorLine('basis_data_tak_terjangkau'))
  expect(said).not.toContain('sangat-rahasia')
  expect(status).toBe(1)
})
