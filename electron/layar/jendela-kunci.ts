import { BrowserWindow, nativeTheme, type Rectangle, type Session } from 'electron'
import { join } from 'node:path'
import { asalKunci } from '../static-files.ts'

/** Where and how the desk stood, so that the lock screen takes exactly its place. */
export type Tempat = { readonly letak: Rectangle; readonly penuh: boolean; readonly kecil: boolean }

/**
 * The lock screen: another window, another process, another session, another origin. It is shown
 * before its page is there: an empty sheet of paper is what must cover the desk first.
 */
export function openJendelaKunci(session: Session, tempat: Tempat | null): BrowserWindow {
  const window = new BrowserWindow({
    ...(tempat?.letak ?? { width: 1366, height: 768 }),
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: 'Meja ASN',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171a1a' : '#fdfcfa',
    webPreferences: {
      session,
      preload: join(import.meta.dirname, 'preload-kunci.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  window.setMenuBarVisibility(false)
  window.on('page-title-updated', (event) => event.preventDefault())
  if (tempat?.penuh === true) window.maximize()
  if (tempat?.kecil === true) window.minimize()
  else window.show()
  void window.loadURL(`${asalKunci}/lock.html`)
  return window
}
