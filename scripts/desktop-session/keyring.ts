import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getLauncher, giveTo, type OrdinaryUser } from '../ordinary-user.ts'
import { startProcess, waitUntil, type RunningProcess } from '../processes.ts'
import { StartupError } from '../startup-error.ts'
import { readLine } from './display.ts'

/** A message bus of its own, on which the programs of the session find the key ring. */
export async function startBus(
  user: OrdinaryUser | null,
  env: NodeJS.ProcessEnv,
): Promise<{ bus: RunningProcess; address: string }> {
  const bus = startProcess(
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', '--print-address=3'],
    {
      user,
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const address = await readLine(bus, 3)
  if (address !== undefined) return { bus, address }
  await bus.stop()
  throw new StartupError('jendela_tidak_terbuka', 'Bus pesan (dbus-daemon) tidak dapat dijalankan.')
}

/**
 * Electron's safeStorage keeps its key in the desktop's key ring; a machine without a desktop has none.
 * The password lives and dies with the home folder that holds the ring.
 */
export async function startKeyring(
  user: OrdinaryUser | null,
  env: NodeJS.ProcessEnv,
  home: string,
): Promise<RunningProcess> {
  const passwordFile = join(home, '.sandi-ring-kunci')
  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    giveTo(user, passwordFile)
  }
  const keyring = startProcess(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { user, env, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  keyring.child.stdin?.end(readFileSync(passwordFile))
  const ready = await waitUntil(() => !keyring.isRunning() || isOnBus(user, env), 15_000)
  if (ready && keyring.isRunning()) return keyring
  await keyring.stop()
  throw new StartupError(
    'jendela_tidak_terbuka',
    'Ring kunci (gnome-keyring) tidak dapat dibuka, sehingga kunci sesi tidak dapat disimpan dengan aman.',
  )
}

function isOnBus(user: OrdinaryUser | null, env: NodeJS.ProcessEnv): boolean {
  const [program = '', ...args] = [
    ...getLauncher(user),
    'dbus-send',
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]
  return spawnSync(program, args, { env, encoding: 'utf8' }).stdout.includes('boolean true')
}
