import { app, dialog, protocol, safeStorage, session as sessions, shell } from 'electron'
import { join } from 'node:path'
import { createApiDoor, type Fetch } from './api-door.ts'
import { findArgumenTerlarang, hardenApp, isInspectFuseOn } from './hardening.ts'
import { registerIpc, sendEvent } from './ipc.ts'
import { kalimat } from './kalimat.ts'
import { installMenu } from './menu.ts'
import { createOidcClient } from './oidc-client.ts'
import { createProtocolHandler, skemaAplikasi } from './protocol.ts'
import { DesktopSession } from './session.ts'
import { readAlamatServer } from './settings.ts'
import { createStaticFiles } from './static-files.ts'
import { createTokenStore } from './token-store.ts'
import { openDesktopWindow, type DesktopWindow } from './window.ts'

/** The test runtime of docs/decisions is older than any release may be. */
const versiElectronResmi = 41

async function start(): Promise<void> {
  const alamatServer = readAlamatServer(process.env, app.getPath('userData'))
  // In memory only: answers of the API are personal data and stay out of the profile.
  const partition = sessions.fromPartition('meja', { cache: false })
  const fetch: Fetch = (url, init) => partition.fetch(url, init)
  const layar: { desktop?: DesktopWindow } = {}

  const sesi = new DesktopSession({
    client: createOidcClient(alamatServer, fetch),
    store: createTokenStore(app.getPath('userData'), safeStorage, process.platform),
    openBrowser: (alamat) => shell.openExternal(alamat),
    onChange: (status) => {
      const window = layar.desktop?.window
      if (window !== undefined && !window.isDestroyed()) {
        sendEvent(window.webContents, 'sesiBerubah', status)
      }
    },
  })
  await sesi.restore()

  const door = createApiDoor({
    alamatServer,
    fetch,
    getToken: () => Promise.resolve(sesi.getToken()),
    refreshToken: (lama) => sesi.refreshToken(lama),
    timeoutMs: 15_000,
  })
  const files = createStaticFiles(join(import.meta.dirname, '../../renderer/dist'))
  partition.protocol.handle('app', createProtocolHandler(door, files))

  registerIpc({
    getSesi: () => sesi.status,
    startMasuk: () => sesi.startMasuk(),
    cancelMasuk: () => sesi.cancelMasuk(),
    signOut: () => sesi.signOut(),
    getInfo: () => ({
      versi: app.getVersion(),
      alamatServer,
      runtimeResmi: Number.parseInt(process.versions.electron, 10) >= versiElectronResmi,
    }),
    setBelumTerkirim: (jumlah) => {
      layar.desktop?.setBelumTerkirim(jumlah)
      return null
    },
  })
  layar.desktop = openDesktopWindow(partition)
  app.on('second-instance', () => {
    const window = layar.desktop?.window
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
}

/** The kind of an error only: its message may name a person, a file or an address. */
function reportError(kode: string, error: unknown): void {
  process.stderr.write(`${kode}: ${error instanceof Error ? error.name : typeof error}\n`)
}

function run(): void {
  // The fuse, not app.isPackaged: that is only the name of the executable, which anybody can change.
  const argumen = findArgumenTerlarang(process.argv.slice(1))
  if (argumen !== undefined && !isInspectFuseOn(process.execPath)) {
    process.stderr.write(`${kalimat.argumenTerlarang}\n`)
    app.exit(1)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  // Unsent work outlives a stray rejection; Electron's own answer would show a stack trace.
  process.on('unhandledRejection', (error) => reportError('penolakan_tak_tertangani', error))
  process.on('uncaughtException', (error) => reportError('galat_tak_tertangkap', error))
  hardenApp(app)
  installMenu()
  protocol.registerSchemesAsPrivileged([skemaAplikasi])
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      reportError('gagal_dimulai', error)
      dialog.showErrorBox('Meja ASN', kalimat.tidakDapatDimulai)
      app.exit(1)
    })
}

run()
