// The one program of `npm start -- --once` that runs as the ordinary user, inside the desktop session.
import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { launchDesktop, signIn } from '../desktop-driver.ts'
import { getDemoFasilitator } from './demo-accounts.ts'

const [executablePath = '', serverUrl = '', provinceDir = '', picturesDir = ''] =
  process.argv.slice(2)

let step = 'Jendela aplikasi tidak terbuka.'
let desk: Page | undefined
const desktop = await launchDesktop({ executablePath, serverUrl }).catch(fail)
try {
  desk = await desktop.firstWindow()
  step = 'Layar masuk tidak muncul.'
  await desk.getByTestId('masuk-tombol').waitFor()
  announce('Layar masuk tampil.')

  step = 'Masuk sebagai fasilitator contoh tidak berhasil.'
  const masuk = getDemoFasilitator(provinceDir)
  await signIn(desktop, desk, masuk)
  step = 'Antrean tidak tampil setelah masuk.'
  await desk.getByTestId('antrean-tabel').waitFor()
  const firstCase = desk.getByTestId('antrean-baris').first()
  await firstCase.waitFor()
  announce(`Masuk sebagai ${masuk.username}; antrean tampil.`)
  await takePicture(desk, 'antrean')

  step = 'Kasus pertama tidak dapat dibuka.'
  await firstCase.click()
  await desk.getByTestId('meja-verifikasi').waitFor()
  step = 'Pindaian kasus pertama tidak tergambar.'
  await desk.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  announce('Kasus pertama terbuka.')
  await takePicture(desk, 'kasus')
} catch (error) {
  await desk?.screenshot({ path: join(picturesDir, 'gagal.png') }).catch(() => {})
  fail(error)
} finally {
  await desktop.close()
}

async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(picturesDir, `${name}.png`)
  await page.screenshot({ path })
  announce(`Tangkapan layar: ${path}`)
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${step}\n`)
  process.exit(1)
}
