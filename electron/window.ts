import { BrowserWindow, dialog, nativeTheme, type Session } from 'electron'
import { join } from 'node:path'
import { asalAplikasi } from './static-files.ts'

export type DesktopWindow = {
  readonly window: BrowserWindow
  /** Decisions that have not reached the server; closing asks while there are any. */
  setBelumTerkirim(jumlah: number): void
}

function confirmClose(window: BrowserWindow, jumlah: number): boolean {
  const pilihan = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Meja ASN',
    message: `${jumlah} keputusan belum terkirim.`,
    detail: 'Keputusan itu hanya ada di jendela ini. Bila ditutup sekarang, keputusan itu hilang.',
    buttons: ['Tetap terbuka', 'Tutup dan buang'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return pilihan === 1
}

export function openDesktopWindow(session: Session): DesktopWindow {
  let belumTerkirim = 0
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Meja ASN',
    autoHideMenuBar: true,
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
  window.once('ready-to-show', () => window.show())
  // The title is the product's: a person's name must not stand in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', (event) => {
    if (belumTerkirim > 0 && !confirmClose(window, belumTerkirim)) event.preventDefault()
  })
  window.webContents.on('render-process-gone', (_, { reason }) => {
    belumTerkirim = 0
    process.stderr.write(`proses tampilan berhenti: ${reason}\n`)
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  void window.loadURL(`${asalAplikasi}/desktop.html`)
  return {
    window,
    setBelumTerkirim(jumlah) {
      belumTerkirim = jumlah
    },
  }
}
