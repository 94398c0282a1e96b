import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { findOrdinaryUser } from '../ordinary-user.ts'
import { isPortFree } from '../postgres/free-port.ts'
import { startProcess, waitUntil } from '../processes.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { getReachable } from '../reachable-copy.ts'
import { StartupError } from '../startup-error.ts'

export type ServerOptions = {
  port: number
  databaseUrl: string
  filesDir: string
  secretsDir: string
  /** Further settings of api-server/environment.ts. */
  settings?: Readonly<Record<string, string>>
}

export type RunningServer = {
  url: string
  exited: Promise<number | null>
  stop: () => Promise<void>
}

export async function checkPortFree(port: number): Promise<void> {
  if (await isPortFree(port)) return
  throw new StartupError(
    'port_terpakai',
    `Port ${port}, mungkin oleh Meja ASN yang masih berjalan. Port lain: PORT=${port + 1} npm start`,
  )
}

/** The server in a process of its own, as an ordinary user, ready to answer. */
export async function startApiServer(options: ServerOptions): Promise<RunningServer> {
  const { port, databaseUrl, filesDir, secretsDir, settings = {} } = options
  await checkPortFree(port)
  const url = `http://127.0.0.1:${port}`
  const root = getReachable(PROJECT_ROOT)
  const server = startProcess(
    getReachable(process.execPath),
    [join(root, 'api-server/server.ts')],
    {
      user: findOrdinaryUser(),
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        TZ: 'Asia/Jakarta',
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: databaseUrl,
        FILES_DIR: filesDir,
        SECRETS_DIR: secretsDir,
        ...describePortal(root),
        ...settings,
      },
    },
  )
  let diary = ''
  for (const stream of [server.child.stdout, server.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      diary = (diary + chunk).slice(-8_000)
    })
  }
  const answered = await waitUntil(
    async () => !server.isRunning() || (await isHealthy(url)),
    60_000,
    100,
  )
  if (!answered || !server.isRunning()) {
    await server.stop()
    process.stderr.write(diary)
    throw new StartupError(
      'kesalahan_server',
      'Server Meja ASN tidak dapat dijalankan; kata-kata terakhirnya ada di atas.',
    )
  }
  announce(`Server Meja ASN berjalan di ${url}.`)
  return { url, exited: server.exited, stop: server.stop }
}

/** The portal runs where it was built; without TLS, because this server listens on loopback only. */
function describePortal(root: string): Record<string, string> {
  const folder = join(root, 'renderer/portal/dist')
  if (!existsSync(join(folder, 'portal.html'))) return {}
  return { PORTAL_DIR: folder, PORTAL_TANPA_TLS: 'ya' }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/sehat`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}
