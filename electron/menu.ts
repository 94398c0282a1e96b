import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * Never shown on Windows and Linux; it is there for its keys: zoom up to 200 % (WCAG 1.4.4), and on
 * macOS copy and paste as well. No reload and no developer tools.
 */
const daftar: MenuItemConstructorOptions[] = [
  ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
  {
    label: 'Sunting',
    submenu: [
      { role: 'undo', label: 'Urungkan' },
      { role: 'redo', label: 'Ulangi' },
      { type: 'separator' },
      { role: 'cut', label: 'Potong' },
      { role: 'copy', label: 'Salin' },
      { role: 'paste', label: 'Tempel' },
      { role: 'selectAll', label: 'Pilih semua' },
    ],
  },
  {
    label: 'Tampilan',
    submenu: [
      { role: 'zoomIn', label: 'Perbesar' },
      // The same key without Shift.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: 'Perkecil' },
      { role: 'resetZoom', label: 'Ukuran semula' },
    ],
  },
]

export function installMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(daftar))
}
