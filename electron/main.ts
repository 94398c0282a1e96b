import { app, Menu, net, protocol, safeStorage, session as sessions, shell } from 'electron'
import { join } from 'node:path'
import { createApiDoor, type Fetch } from './api-door.ts'
import { findArgumenTerlarang, hardenApp, hardenSession, isInspectFuseOn } from './hardening.ts'
import { registerIpc, sendEvent } from './ipc.ts'
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
  const fetch: Fetch = (url, init) => net.fetch(url, init)
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

  // No disk cache: answers of the API are personal data and stay out of the profile.
  const partition = sessions.fromPartition('meja', { cache: false })
  hardenSession(partition)
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

function run(): void {
  const argumen = findArgumenTerlarang(process.argv.slice(1))
  if (argumen !== undefined && app.isPackaged && !isInspectFuseOn(process.execPath)) {
    process.stderr.write('argumen peluncuran ini tidak diizinkan\n')
    app.exit(1)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  hardenApp(app)
  Menu.setApplicationMenu(null)
  protocol.registerSchemesAsPrivileged([skemaAplikasi])
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      process.stderr.write(
        `aplikasi tidak dapat dimulai: ${error instanceof Error ? error.message : ''}\n`,
      )
      app.exit(1)
    })
}

run()
