import { expect, type ElectronApplication, type Page } from '@playwright/test'
import '../../renderer/lock/kunci-bridge.ts'
import { launchDesktop, PIN, signIn } from '../../scripts/desktop-driver.ts'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'
import { getEnvironment, waitForScan } from './meja.ts'

export function launch(userDataDir: string, serverUrl = getEnvironment('MEJA_E2E_SERVER_URL')) {
  return launchDesktop({ executablePath: getEnvironment('MEJA_E2E_APP'), serverUrl, userDataDir })
}

export function getMasuk(username: string) {
  const { kataSandi } = readDemoAccounts(getEnvironment('MEJA_E2E_PROVINCE_DIR'))
  return { username, kataSandi }
}

/** A desk on a profile that outlives it. */
export async function openOnProfile(userDataDir: string, username: string) {
  const desktop = await launch(userDataDir)
  const page = await desktop.firstWindow()
  await page.getByTestId('masuk-tombol').waitFor()
  await signIn(desktop, page, getMasuk(username))
  await page.getByTestId('antrean-baris').first().waitFor()
  return { desktop, page }
}

export async function openFirstCase(page: Page): Promise<string> {
  await page.getByTestId('antrean-baris').first().click()
  await page.getByTestId('kolom-rekam').waitFor()
  const usulanId = (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
  await waitForScan(page, usulanId)
  return usulanId
}

export async function lock(desktop: ElectronApplication, page: Page): Promise<Page> {
  const jendela = desktop.waitForEvent('window')
  // Not awaited: the page that would answer goes away meanwhile.
  void page.keyboard.press('Control+l').catch(() => {})
  const layar = await jendela
  await layar.getByTestId('kunci-pin').waitFor()
  await expect.poll(() => page.isClosed()).toBe(true)
  return layar
}

export async function unlock(desktop: ElectronApplication, layar: Page, pin = PIN): Promise<Page> {
  const jendela = desktop.waitForEvent('window')
  await layar.getByTestId('kunci-pin').fill(pin)
  void layar.keyboard.press('Enter').catch(() => {})
  return jendela
}

/** As when the power goes. */
export async function killHard(desktop: ElectronApplication): Promise<void> {
  const proses = desktop.process()
  const mati = new Promise((resolve) => {
    proses.once('exit', resolve)
  })
  proses.kill('SIGKILL')
  await mati
}
