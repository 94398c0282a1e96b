import { openSync, closeSync, readSync, fstatSync } from 'node:fs'
import type { App, Session, WebContents } from 'electron'

/**
 * The only switches that the hardened package starts with. Chromium and Node know hundreds, and many
 * open a debugger, another server or another program: what is not needed here is refused unseen.
 */
const bolehSakelar = new Set([
  'class',
  'disable-gpu',
  'force-device-scale-factor',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
])

/** Chromium reads "-" as it reads "--", and on Windows "/" too. */
export function findArgumenTerlarang(
  argumen: readonly string[],
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const sakelar = platform === 'win32' ? /^(?:--?|\/)([^=]*)/ : /^--?([^=]*)/
  return argumen.find((satu) => {
    const nama = sakelar.exec(satu.trim())?.[1]
    return nama !== undefined && !bolehSakelar.has(nama)
  })
}

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const posisiInspect = 3

/**
 * Whether this binary's own fuse lets a debugger in. The fuse is burned in when packaging: neither
 * an argument nor the environment can change it. Only the copy that the tests drive has it on, and
 * such a binary gives everything away without our help.
 */
export function isInspectFuseOn(executable: string): boolean {
  const berkas = openSync(executable, 'r')
  try {
    const ukuran = fstatSync(berkas).size
    const potong = 4 * 1024 * 1024
    const buffer = Buffer.alloc(potong + 64)
    for (let awal = 0; awal < ukuran; awal += potong) {
      const terbaca = readSync(berkas, buffer, 0, buffer.length, awal)
      const letak = buffer.subarray(0, terbaca).indexOf(sentinel)
      // After the sentinel: version, count, then one character per fuse.
      if (letak >= 0 && letak + sentinel.length + 2 + posisiInspect < terbaca) {
        return buffer[letak + sentinel.length + 2 + posisiInspect] === 0x31
      }
    }
    // Unknown counts as hardened: the walls stay up.
    return false
  } finally {
    closeSync(berkas)
  }
}

/** Nothing in a window may navigate, open, embed, download or ask for anything. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/**
 * Writing to the clipboard is a person pressing "Salin"; reading it is never ours. Keeping the store is
 * what a full disk must not undo.
 */
const izin: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage'])

function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, callback) => callback(izin.has(permission)))
  session.setPermissionCheckHandler((_, permission) => izin.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Walls that stand before the first window. */
export function hardenApp(app: App): void {
  app.enableSandbox()
  // Every session, also the default one that no window uses.
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_, contents) => hardenContents(contents))
}
