import {
  nativeTheme,
  screen,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
} from 'electron'
import { namaJendelaPindaian } from '@meja/core/ipc/jendela-pindaian.ts'

/** On the monitor that the desk is not on, whole; beside nothing else when there is only one. */
function findTempat(meja: BrowserWindow): BrowserWindowConstructorOptions {
  const milikMeja = screen.getDisplayMatching(meja.getBounds())
  const lain = screen.getAllDisplays().find(({ id }) => id !== milikMeja.id)
  if (lain !== undefined) return { ...lain.workArea }
  const { x, y, width, height } = milikMeja.workArea
  const lebar = Math.round(width * 0.6)
  return { x: x + width - lebar, y, width: lebar, height }
}

/**
 * The scan alone in a window of its own, for a second monitor. The desk's page draws into it: it has no
 * address, no preload of use and no process of its own, so that whatever ends the desk ends it too.
 */
export class JendelaPindaian {
  #window: BrowserWindow | null = null

  constructor(meja: BrowserWindow, onBuka: (window: BrowserWindow) => void) {
    const { webContents } = meja
    webContents.setWindowOpenHandler(({ url, frameName }) => {
      const boleh = url === 'about:blank' && frameName === namaJendelaPindaian
      if (!boleh || this.#window !== null) return { action: 'deny' }
      return {
        action: 'allow',
        overrideBrowserWindowOptions: {
          ...findTempat(meja),
          minWidth: 480,
          minHeight: 480,
          title: 'Meja ASN',
          backgroundColor: nativeTheme.shouldUseDarkColors ? '#171a1a' : '#fdfcfa',
        },
      }
    })
    webContents.on('did-create-window', (window) => {
      this.#window = window
      window.setMenuBarVisibility(false)
      // Like the desk's: no other program's capture, no person's name in the task bar.
      window.setContentProtection(true)
      window.on('page-title-updated', (event) => event.preventDefault())
      window.on('closed', () => {
        this.#window = null
      })
      onBuka(window)
    })
    meja.on('closed', () => this.destroy())
  }

  /** At once, before the page is asked anything. */
  hide(): void {
    this.#window?.hide()
  }

  destroy(): void {
    this.#window?.destroy()
    this.#window = null
  }
}
