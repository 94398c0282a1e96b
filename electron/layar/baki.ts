import { Menu, nativeImage, Tray } from 'electron'
import ikon from '../../resources/baki.png?inline'
import { kalimat } from '../kalimat.ts'

/** Lives as long as the application; without a reference it would be collected. */
let baki: Tray | null = null

/**
 * The product's sign in the corner of the screen, where a desktop has such a place. It is the same
 * whoever is signed in, and whether the screen is open or closed: a passer-by learns nothing (P1.21).
 */
export function installBaki({ lock, show }: { lock: () => void; show: () => void }): void {
  try {
    baki = new Tray(nativeImage.createFromDataURL(ikon))
    baki.setToolTip(kalimat.nama)
    baki.setContextMenu(
      Menu.buildFromTemplate([
        { label: kalimat.bukaMeja, click: show },
        { label: kalimat.kunciLayar, click: lock },
      ]),
    )
    baki.on('click', show)
  } catch {
    // A desktop without such a corner: the key and the account menu do the same.
    baki = null
  }
}
