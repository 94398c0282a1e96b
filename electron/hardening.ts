import { openSync, closeSync, readSync, fstatSync } from 'node:fs'
import type { App, Session, WebContents } from 'electron'

/**
 * Switches that open the app to a debugger, to another server or to another program, or take its
 * walls away. Chromium reads "-" (and "/" on Windows) as it reads "--".
 */
const terlarang =
  /^(?:--?|\/)(remote-debugging-(port|pipe|address)|remote-allow-origins|inspect(-[a-z-]+)?|js-flags|no-sandbox|gpu-launcher|renderer-cmd-prefix|utility-cmd-prefix|browser-subprocess-path|disable-web-security|disable-site-isolation-trials|load-extension|disable-extensions-except|proxy-server|proxy-pac-url|host-rules|host-resolver-rules|ignore-certificate-errors(-spki-list)?|allow-running-insecure-content|unsafely-treat-insecure-origin-as-secure|auto-open-devtools-for-tabs|enable-logging|log-net-log|ssl-key-log-file|user-data-dir)(=|$)/i

export function findArgumenTerlarang(argumen: readonly string[]): string | undefined {
  return argumen.find((satu) => terlarang.test(satu.trim()))
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
    return true
  } finally {
    closeSync(berkas)
  }
}

/** Nothing in a window may navigate, open, embed, download or ask for anything. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, callback) => {
    // Writing to the clipboard is a person pressing "Salin"; reading it is never ours.
    callback(permission === 'clipboard-sanitized-write')
  })
  session.setPermissionCheckHandler((_, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Walls that stand before the first window. */
export function hardenApp(app: App): void {
  app.enableSandbox()
  app.on('web-contents-created', (_, contents) => hardenContents(contents))
}
