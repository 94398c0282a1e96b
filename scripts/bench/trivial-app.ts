import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureElectron } from '../electron-runtime.ts'
import { makeInspectableCopy } from '../package/inspectable-copy.ts'
import { packageApp } from '../package/package-app.ts'
import { PROJECT_ROOT } from '../project-root.ts'

const MANIFEST = {
  name: 'meja-asn-acuan',
  version: '0.0.0',
  description: 'The least that a hardened desktop application can be',
  author: 'Pemerintah Provinsi Jawa Timur',
  type: 'module',
  main: 'main.mjs',
}

const MAIN = `import { app, BrowserWindow, net, protocol } from 'electron'
import { pathToFileURL } from 'node:url'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.whenReady().then(() => {
  const page = pathToFileURL(import.meta.dirname + '/index.html').href
  protocol.handle('app', () => net.fetch(page))
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.loadURL('app://acuan/')
})
app.on('window-all-closed', () => app.quit())
`

const PAGE = `<!doctype html><meta charset="utf-8"><title>Acuan</title>
<button data-testid="masuk-tombol">Masuk</button>
`

/** One window, one button, the same runtime, the same fuses, the same archive. */
export async function ensureTrivialApp(): Promise<string> {
  const outputFolder = join(PROJECT_ROOT, 'dist/acuan')
  const appFolder = join(outputFolder, 'app')
  mkdirSync(appFolder, { recursive: true })
  writeFileSync(join(appFolder, 'package.json'), JSON.stringify(MANIFEST))
  writeFileSync(join(appFolder, 'main.mjs'), MAIN)
  writeFileSync(join(appFolder, 'index.html'), PAGE)
  const packaged = await packageApp({ appFolder, outputFolder, runtime: await ensureElectron() })
  return makeInspectableCopy(packaged, join(outputFolder, 'linux-inspectable'))
}
