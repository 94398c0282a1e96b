import { app, dialog } from 'electron'
import { join } from 'node:path'
import { kalimat } from './kalimat.ts'
import type { Layar } from './layar/layar.ts'
import type { JenisBerkas } from './unduhan.ts'

const saringan: Readonly<Record<JenisBerkas, { name: string; extensions: string[] }>> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  csv: { name: 'CSV', extensions: ['csv'] },
}

/** The system's own dialog: only a hand on it names a place, never the page. */
export async function askTempat(layar: Layar, nama: string, jenis: JenisBerkas) {
  const meja = layar.meja
  if (meja === null) return null
  const { canceled, filePath } = await dialog.showSaveDialog(meja, {
    title: kalimat.simpanBerkas,
    defaultPath: join(app.getPath('downloads'), nama),
    filters: [saringan[jenis]],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  })
  // From the moment in which the screen closes; afterwards another window stands there, and perhaps another person.
  const masihDiMeja = () => layar.meja === meja && !layar.terkunci
  return canceled || filePath === '' || !masihDiMeja() ? null : { tempat: filePath, masihDiMeja }
}
