import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, copyFileSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { giveTo, type OrdinaryUser } from '../ordinary-user.ts'
import { startProcess, type RunningProcess } from '../processes.ts'
import { StartupError } from '../startup-error.ts'

export type Display = { env: NodeJS.ProcessEnv; server?: RunningProcess }

export type DisplayOptions = {
  user: OrdinaryUser | null
  /** Where the cookie of the display is kept. */
  folder: string
  /** Tests always take a display of their own: on a real one they would steal the person's keyboard. */
  ownDisplay: boolean
}

/** The person's own display where there is one, else a virtual one. */
export async function openDisplay(options: DisplayOptions): Promise<Display> {
  const existing = process.env['DISPLAY']
  if (existing && !options.ownDisplay) return { env: shareDisplay(existing, options) }
  return startVirtualDisplay(options)
}

/** The ordinary user needs the cookie that only the person's own account may read. */
function shareDisplay(display: string, { user, folder }: DisplayOptions): NodeJS.ProcessEnv {
  const cookieFile = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  if (!user || !existsSync(cookieFile)) {
    return { DISPLAY: display, ...(existsSync(cookieFile) && { XAUTHORITY: cookieFile }) }
  }
  const copy = join(folder, 'Xauthority')
  copyFileSync(cookieFile, copy)
  giveTo(user, copy)
  return { DISPLAY: display, XAUTHORITY: copy }
}

async function startVirtualDisplay({ user, folder, ownDisplay }: DisplayOptions): Promise<Display> {
  // Xvfb makes its socket here; as an ordinary user it could not make the folder itself.
  if (user) {
    mkdirSync('/tmp/.X11-unix', { recursive: true })
    chmodSync('/tmp/.X11-unix', 0o1777)
  }
  const cookieFile = join(folder, 'Xauthority')
  closeSync(openSync(cookieFile, 'w', 0o600))
  const cookie = randomBytes(16).toString('hex')
  // The server takes any cookie of the file, whatever display stands beside it.
  addCookie(cookieFile, ':0', cookie)
  giveTo(user, cookieFile)
  const server = startProcess(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-auth', cookieFile],
    { user, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await readLine(server, 3)
  if (number === undefined) {
    await server.stop()
    throw new StartupError(
      'jendela_tidak_terbuka',
      'Layar maya (Xvfb) tidak dapat dijalankan, sehingga jendela tidak dapat dibuka di mesin tanpa layar.',
    )
  }
  addCookie(cookieFile, `:${number}`, cookie)
  giveTo(user, cookieFile)
  if (!ownDisplay) {
    announce(
      `Mesin ini tanpa layar: jendela dibuka pada layar maya :${number} dan tidak terlihat. ` +
        '`npm start -- --once` menulis tangkapan layarnya.',
    )
  }
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookieFile }, server }
}

function addCookie(file: string, display: string, cookie: string): void {
  spawnSync('xauth', ['-q', '-f', file], { input: `add ${display} MIT-MAGIC-COOKIE-1 ${cookie}\n` })
}

/** The first line that a process writes, undefined when it ends before. */
export async function readLine(
  { child, exited }: RunningProcess,
  descriptor: number,
): Promise<string | undefined> {
  const stream = child.stdio[descriptor]
  if (!stream) return undefined
  const line = new Promise<string>((resolve) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
  })
  return Promise.race([line, exited.then(() => undefined)])
}
