import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDisplay } from './desktop-session/display.ts'
import { startBus, startKeyring } from './desktop-session/keyring.ts'
import { findOrdinaryUser, getLauncher, giveTo, type OrdinaryUser } from './ordinary-user.ts'
import { startProcess, type RunningProcess, type StartOptions } from './processes.ts'

/** Chosen at the command line: without it Chromium looks for a desktop environment, and finds none. */
export const KEYRING_SWITCH = '--password-store=gnome-libsecret'

export type DesktopSession = {
  /** Whom programs of the session run as; null is the person at the terminal. */
  user: OrdinaryUser | null
  home: string
  env: NodeJS.ProcessEnv
  start: (command: string, args: readonly string[], options?: StartOptions) => RunningProcess
  /** Command and arguments for a caller that starts the process itself. */
  wrap: (command: string, args: readonly string[]) => readonly string[]
  stop: () => Promise<void>
}

/**
 * What a program with a window needs, for an ordinary user: a display, a home, a message bus and an
 * unlocked key ring. Someone at a real desktop has all of that, and keeps it.
 */
export async function openDesktopSession({
  home,
  ownDisplay = false,
}: {
  home: string
  ownDisplay?: boolean
}): Promise<DesktopSession> {
  const user = findOrdinaryUser()
  if (process.platform !== 'linux' || (!user && !ownDisplay && hasDesktop())) {
    return makeSession({ user, home, env: process.env, services: [], runtimeFolder: undefined })
  }
  mkdirSync(home, { recursive: true, mode: 0o700 })
  giveTo(user, home)
  const runtimeFolder = mkdtempSync(join(tmpdir(), 'meja-xdg-'))
  chmodSync(runtimeFolder, 0o700)
  giveTo(user, runtimeFolder)
  const services: RunningProcess[] = []
  const env: NodeJS.ProcessEnv = { ...ownEnvironment(), HOME: home, XDG_RUNTIME_DIR: runtimeFolder }
  const session = makeSession({ user, home, env, services, runtimeFolder })
  try {
    const display = await openDisplay({ user, folder: runtimeFolder, ownDisplay })
    if (display.server) services.push(display.server)
    Object.assign(env, display.env)
    const { bus, address } = await startBus(user, env)
    services.push(bus)
    env['DBUS_SESSION_BUS_ADDRESS'] = address
    services.push(await startKeyring(user, env, home))
    return session
  } catch (error) {
    await session.stop()
    throw error
  }
}

function hasDesktop(): boolean {
  return Boolean(process.env['DISPLAY'] && process.env['DBUS_SESSION_BUS_ADDRESS'])
}

/** Nothing of root's own folders may reach the ordinary user's programs. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(XDG_|DBUS_|GNOME_|SSH_|SUDO_|WAYLAND_|XAUTHORITY$|DISPLAY$|MAIL$|USER$|LOGNAME$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

function makeSession({
  user,
  home,
  env,
  services,
  runtimeFolder,
}: Pick<DesktopSession, 'user' | 'home' | 'env'> & {
  services: RunningProcess[]
  runtimeFolder: string | undefined
}): DesktopSession {
  return {
    user,
    home,
    env,
    start: (command, args, options = {}) =>
      startProcess(command, args, { ...options, user, env: { ...env, ...options.env } }),
    wrap: (command, args) => [...getLauncher(user), command, ...args],
    stop: async () => {
      for (const service of services.toReversed()) await service.stop()
      if (runtimeFolder) rmSync(runtimeFolder, { recursive: true, force: true })
    },
  }
}
