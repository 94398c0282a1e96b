import { app, BrowserWindow, dialog, nativeTheme, screen, type Session } from 'electron'
import { join } from 'node:path'
import { createCrashLimit } from './crash-loop.ts'
import { kalimat } from './kalimat.ts'
import { asalAplikasi } from './static-files.ts'
import { findLetak, fitLetak, saveLetak } from './window-place.ts'

export type DesktopWindow = {
  readonly window: BrowserWindow
  /** Decisions that have not reached the server; closing asks while there are any. */
  setBelumTerkirim(jumlah: number): void
}

function confirmClose(window: BrowserWindow, jumlah: number): boolean {
  const pilihan = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Meja ASN',
    message: kalimat.belumTerkirim(jumlah),
    detail: kalimat.belumTerkirimIsi,
    buttons: [kalimat.tetapTerbuka, kalimat.tutupBuang],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return pilihan === 1
}

export function openDesktopWindow(session: Session): DesktopWindow {
  let belumTerkirim = 0
  const userData = app.getPath('userData')
  const ingatan = findLetak(userData)
  const { workArea } = ingatan ? screen.getDisplayMatching(ingatan) : screen.getPrimaryDisplay()
  const letak = fitLetak(ingatan, workArea)
  const bolehMuatUlang = createCrashLimit(Date.now)
  const window = new BrowserWindow({
    ...letak,
    minWidth: Math.min(1024, workArea.width),
    minHeight: Math.min(640, workArea.height),
    show: false,
    title: 'Meja ASN',
    // The paper colour of each theme, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171a1a' : '#fdfcfa',
    webPreferences: {
      session,
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    },
  })
  // The menu is there for its keys (menu.ts); without autoHideMenuBar, Alt does not bring it up.
  window.setMenuBarVisibility(false)
  if (ingatan?.penuh === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  // The title is the product's: a person's name must not stand in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', (event) => {
    if (belumTerkirim > 0 && !confirmClose(window, belumTerkirim)) {
      event.preventDefault()
      return
    }
    const penuh = window.isMaximized()
    // A full disk costs only the memory of the place.
    void saveLetak(userData, { ...window.getNormalBounds(), penuh }).catch(() => {})
  })
  window.webContents.on('render-process-gone', (_, { reason }) => {
    belumTerkirim = 0
    process.stderr.write(`proses tampilan berhenti: ${reason}\n`)
    if (reason === 'clean-exit') return
    if (bolehMuatUlang()) {
      window.webContents.reload()
      return
    }
    dialog.showErrorBox('Meja ASN', kalimat.tampilanBerhenti)
    app.exit(1)
  })
  void window.loadURL(`${asalAplikasi}/desktop.html`)
  return {
    window,
    setBelumTerkirim(jumlah) {
      belumTerkirim = jumlah
    },
  }
}
