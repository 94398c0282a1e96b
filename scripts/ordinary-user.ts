import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { announce } from './announce.ts'
import { StartupError } from './startup-error.ts'

const NAME = 'meja'

/** Supplementary groups come from the system's own tables, by setpriv --init-groups. */
export type OrdinaryUser = { name: string; uid: number; gid: number }

let known: OrdinaryUser | undefined

/**
 * Whom PostgreSQL, Electron and the server run as when root starts them: PostgreSQL refuses root, and
 * Chromium has no sandbox as root. Null when the person is no root, and is ordinary enough.
 */
export function findOrdinaryUser(): OrdinaryUser | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  known ??= findUser() ?? createUser()
  return known
}

function findUser(): OrdinaryUser | undefined {
  const { status, stdout } = spawnSync('getent', ['passwd', NAME], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [name, , uid, gid] = stdout.trim().split(':')
  return { name: name ?? NAME, uid: Number(uid), gid: Number(gid) }
}

function createUser(): OrdinaryUser {
  announce(`Membuat pengguna sistem biasa "${NAME}", karena perintah ini dijalankan sebagai root.`)
  const { error, stderr } = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    { encoding: 'utf8' },
  )
  const created = error ? undefined : findUser()
  if (!created) {
    throw new StartupError(
      'pemasangan_gagal',
      `Pengguna biasa "${NAME}" tidak dapat dibuat (${(error?.message ?? stderr).trim()}). ` +
        'Jalankan perintah ini sebagai pengguna biasa, bukan root.',
    )
  }
  return created
}

/** The words to put before a command so that it runs as the user, and dies when its parent dies. */
export function getLauncher(
  user: OrdinaryUser | null,
  parentDeathSignal: NodeJS.Signals = 'SIGTERM',
): string[] {
  if (process.platform !== 'linux') return []
  const identity = user
    ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups', '--inh-caps=-all']
    : []
  return ['setpriv', ...identity, `--pdeathsig=${parentDeathSignal.slice(3)}`, '--']
}

/** Asked of the system itself, so that modes, groups and access lists all count. */
export function canRead(path: string, user: OrdinaryUser | null): boolean {
  if (!user) return true
  const [launcher = 'test', ...args] = [...getLauncher(user), 'test', '-r', path]
  return spawnSync(launcher, args).status === 0
}

export function giveTo(user: OrdinaryUser | null, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** For folders that were filled as root before the ordinary user takes them over. */
export function giveTreeTo(user: OrdinaryUser | null, path: string): void {
  if (user) spawnSync('chown', ['-R', '-h', `${user.uid}:${user.gid}`, path])
}
