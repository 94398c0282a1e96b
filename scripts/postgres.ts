import { Client } from 'pg'
import { announce } from './announce.ts'
import { findOrdinaryUser } from './ordinary-user.ts'
import { getPostgresBinaries } from './postgres/binaries.ts'
import { ensureCluster, findPidFile, isServerAlive } from './postgres/cluster.ts'
import { findFreePort, isPortFree } from './postgres/free-port.ts'
import { startProcess, waitUntil, type RunningProcess } from './processes.ts'
import { getReachable } from './reachable-copy.ts'
import { StartupError } from './startup-error.ts'

const DEFAULT_PORT = 15432

export type PostgresOptions = {
  /** Inside a state folder, so that the ordinary user can reach it. */
  dataDir: string
  /** Must be free; without it any free port from 15432 on is taken. */
  port?: number
  /** Throws away durability for speed. Never for anything that a person enters. */
  tests?: boolean
}

export type RunningPostgres = { url: string; port: number; stop: () => Promise<void> }

/** The database named by DATABASE_URL, else a server of our own on the loopback address. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const given = process.env['DATABASE_URL']
  if (given) return useGiven(given)

  const user = findOrdinaryUser()
  const binaries = getReachable(getPostgresBinaries(options.dataDir))
  const { password } = ensureCluster(binaries, options.dataDir, user)
  const old = findPidFile(options.dataDir)
  if (old && isServerAlive(old.pid, options.dataDir)) {
    const url = toUrl(password, old.port)
    if (await waitUntil(async () => (await connectError(url)) === undefined, 30_000)) {
      announce(`PostgreSQL sudah berjalan di port ${old.port}; dipakai lagi.`)
      return { url, port: old.port, stop: async () => {} }
    }
  }
  return startServer(binaries, password, options)
}

async function useGiven(url: string): Promise<RunningPostgres> {
  const error = await connectError(url)
  if (error !== undefined) {
    throw new StartupError('basis_data_tak_terjangkau', `DATABASE_URL: ${error}`)
  }
  return { url, port: Number(new URL(url).port || 5432), stop: async () => {} }
}

async function startServer(
  binaries: string,
  password: string,
  { dataDir, port: wanted, tests = false }: PostgresOptions,
): Promise<RunningPostgres> {
  if (wanted !== undefined && !(await isPortFree(wanted))) {
    throw new StartupError('port_terpakai', `Port ${wanted}, yang diminta untuk PostgreSQL.`)
  }
  const port = wanted ?? (await findFreePort(DEFAULT_PORT))
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its folder would need a place that both users may write to.
    unix_socket_directories: '',
    timezone: 'Asia/Jakarta',
    log_destination: 'stderr',
    logging_collector: 'off',
    ...(tests && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: 200,
    }),
  }
  const server = startProcess(
    `${binaries}/postgres`,
    [
      '-D',
      dataDir,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      user: findOrdinaryUser(),
      cwd: dataDir,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Fast shutdown: open sessions are ended, nothing is lost.
      stopSignal: 'SIGINT',
      stopTimeoutMs: 30_000,
    },
  )
  const readLog = keepLastLines(server)
  const url = toUrl(password, port)
  // After a crash the server first replays its log; it answers when that is done.
  const ready = await waitUntil(
    async () => !server.isRunning() || (await connectError(url)) === undefined,
    120_000,
  )
  if (!ready || !server.isRunning()) {
    await server.stop()
    throw new StartupError(
      'basis_data_tak_terjangkau',
      `PostgreSQL tidak dapat dijalankan. Kata-kata terakhirnya:\n${readLog()}`,
    )
  }
  return { url, port, stop: server.stop }
}

function toUrl(password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

/** What stands in the way of a connection, without the password that the address holds. */
async function connectError(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

function keepLastLines({ child }: RunningProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4_000)
  })
  return () => text.trim().split('\n').slice(-8).join('\n')
}
