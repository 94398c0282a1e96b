import { app, BrowserWindow, dialog, nativeTheme, screen, type Session } from 'electron'
import { join } from 'node:path'
import { createCrashLimit } from './crash-loop.ts'
import { kalimat } from './kalimat.ts'
import type { Tempat } from './layar/jendela-kunci.ts'
import { JendelaPindaian } from './layar/jendela-pindaian.ts'
import { asalAplikasi } from './static-files.ts'
import { findLetak, fitLetak, saveLetak } from './window-place.ts'

export type DesktopWindow = {
  readonly window: BrowserWindow
  /** Settled once it can be seen, or is gone before. */
  readonly tampil: Promise<void>
  /** Decisions that only this window holds; closing asks while there are any. */
  setBelumTerkirim(jumlah: number): void
  /** With the window that shows its scan apart. */
  hide(): void
}

/** Whom the window tells what happens to it. */
export type JagaJendela = {
  readonly onInput: (jenis: 'tekan' | 'gerak') => void
  readonly onDikecilkan: () => void
  /** Ctrl+L, before the page hears of it: it closes the screen whatever the page is doing. */
  readonly onTombolKunci: () => void
  /** The process of the page died; another takes its place. */
  readonly onBerhenti: () => void
}

const tekan = new Set([
  'mouseDown',
  'rawKeyDown',
  'keyDown',
  'mouseWheel',
  'gestureTap',
  'touchStart',
])
const gerak = new Set(['mouseMove', 'pointerMove', 'char', 'keyUp', 'mouseUp'])

function watchInput(window: BrowserWindow, { onInput, onTombolKunci }: JagaJendela): void {
  window.webContents.on('input-event', (_, masukan) => {
    if (tekan.has(masukan.type)) onInput('tekan')
    else if (gerak.has(masukan.type)) onInput('gerak')
    // On its way to the page, which is not asked.
    const tombol = masukan.type === 'rawKeyDown' && 'key' in masukan ? masukan.key : null
    const { modifiers = [] } = masukan
    const ctrl = modifiers.includes('control') || modifiers.includes('meta')
    if (ctrl && !modifiers.includes('alt') && (tombol === 'l' || tombol === 'L')) onTombolKunci()
  })
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

export function openDesktopWindow(
  session: Session,
  jaga: JagaJendela,
  tempat: Tempat | null,
  /** Until then it loads behind what stands there, and is not seen. */
  boleh: Promise<void> = Promise.resolve(),
): DesktopWindow {
  let belumTerkirim = 0
  const userData = app.getPath('userData')
  const ingatan = findLetak(userData)
  const { workArea } = ingatan ? screen.getDisplayMatching(ingatan) : screen.getPrimaryDisplay()
  const letak = tempat?.letak ?? fitLetak(ingatan, workArea)
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
  // Other programs' captures and the task bar's preview show nothing; Linux has no such thing.
  window.setContentProtection(true)
  const tampil = new Promise<void>((resolve) => {
    window.once('ready-to-show', async () => {
      await boleh
      if (window.isDestroyed()) return
      if (tempat?.penuh ?? ingatan?.penuh === true) window.maximize()
      if (tempat?.kecil === true) window.minimize()
      else window.show()
      resolve()
    })
    window.once('closed', () => resolve())
  })
  watchInput(window, jaga)
  // A hand on the second monitor is a hand at the desk, and Ctrl+L there locks it.
  const pindaian = new JendelaPindaian(window, (kedua) => watchInput(kedua, jaga))
  window.on('minimize', jaga.onDikecilkan)
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
    pindaian.destroy()
    jaga.onBerhenti()
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
    tampil,
    setBelumTerkirim(jumlah) {
      belumTerkirim = jumlah
    },
    hide() {
      pindaian.hide()
      window.hide()
    },
  }
}
