import type { ElectronApplication, Page } from '@playwright/test'
import { launchDesktop, PIN, signIn } from '../../scripts/desktop-driver.ts'
import type { FaultContext } from '../../scripts/fault/fault-contract.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'

/** What fault runs do at the desk; they assert nothing, they say what they saw. */
export type Meja = { desktop: ElectronApplication; page: Page }

export async function openDesk(context: FaultContext, userDataDir: string): Promise<Meja> {
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir,
  })
  const page = await desktop.firstWindow()
  await page.getByTestId('masuk-tombol').waitFor()
  await signIn(desktop, page, getDemoFasilitator(context.provinceDir))
  await page.getByTestId('antrean-baris').first().waitFor()
  return { desktop, page }
}

/** The lock screen of the morning. */
export async function reopenDesk(context: FaultContext, userDataDir: string): Promise<Meja> {
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir,
  })
  const layar = await desktop.firstWindow()
  await layar.getByTestId('kunci-pin').waitFor()
  return { desktop, page: await unlock(desktop, layar) }
}

export async function openCase(page: Page, nomor = 0): Promise<string> {
  await page.getByTestId('antrean-baris').nth(nomor).click()
  await page.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  return (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
}

export async function unlock(desktop: ElectronApplication, layar: Page): Promise<Page> {
  const jendela = desktop.waitForEvent('window')
  await layar.getByTestId('kunci-pin').fill(PIN)
  void layar.keyboard.press('Enter').catch(() => {})
  const page = await jendela.catch(async (error: unknown) => {
    const pesan = await layar.getByTestId('kunci-pesan').innerText()
    throw new Error(`The PIN opened nothing; the lock screen says: "${pesan}"`, { cause: error })
  })
  await page.locator('[data-testid=kerangka][data-keadaan=meja]').waitFor()
  return page
}

/** Everything that "sesuai" asks for, then the key. Answers the case that was decided upon. */
export async function decide(page: Page): Promise<string> {
  const usulanId = (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
  const belum = page.locator('[data-testid^="bukti-"][aria-label$="belum dilihat"]')
  await page.locator('[data-testid^="bukti-"][aria-label$="sudah dilihat"]').first().waitFor()
  while ((await belum.count()) > 0) {
    const sisa = await belum.count()
    await belum.first().click()
    await page.waitForFunction(
      (jumlah) =>
        document.querySelectorAll('[data-testid^="bukti-"][aria-label$="belum dilihat"]').length <
        jumlah,
      sisa,
    )
  }
  for (const kunci of await page.locator('[data-kunci]').all()) {
    await kunci.locator('[data-testid$="-sesuai"]').click()
  }
  await page.getByTestId('asli-dilihat').check()
  await page.getByTestId('asli-tempat').fill('Loket 2')
  await page.keyboard.press('Enter')
  await page.getByTestId('tombol-sesuai-lanjut').click()
  return usulanId
}

/** A proxy on which nobody listens: the desk believes that the office has no network. */
export function setJaringan(desktop: ElectronApplication, ada: boolean): Promise<void> {
  return desktop.evaluate(
    ({ session }, rules) =>
      session
        .fromPartition('persist:meja')
        .setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
    ada ? '' : 'socks5://127.0.0.1:9',
  )
}

export async function killDesk(desktop: ElectronApplication): Promise<void> {
  const mati = new Promise((resolve) => {
    desktop.process().once('exit', resolve)
  })
  desktop.process().kill('SIGKILL')
  await mati
}
