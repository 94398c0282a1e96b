import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { launchDesktop, PIN, signIn } from '../../scripts/desktop-driver.ts'
import type { FaultContext } from '../../scripts/fault/fault-contract.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'

type Tempat = Pick<FaultContext, 'executable' | 'serverUrl' | 'provinceDir'>

/** What fault runs do at the desk; they assert nothing, they say what they saw. */
export type Meja = { desktop: ElectronApplication; page: Page }

export async function openDesk(context: Tempat, userDataDir: string): Promise<Meja> {
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
export async function reopenDesk(context: Tempat, userDataDir: string): Promise<Meja> {
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir,
  })
  const layar = await desktop.firstWindow()
  await layar.getByTestId('kunci-pin').or(layar.getByTestId('masuk-tombol')).first().waitFor()
  if (await layar.getByTestId('kunci-pin').isVisible()) {
    return { desktop, page: await unlock(desktop, layar) }
  }
  // Killed while the session was being renewed: what is sealed here opens after signing in again (D7).
  await signIn(desktop, layar, getDemoFasilitator(context.provinceDir))
  return { desktop, page: layar }
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
    await giveNilai(kunci.locator('[data-testid$="-sesuai"]'))
  }
  await page.getByTestId('asli-dilihat').check()
  await page.getByTestId('asli-tempat').fill('Loket 2')
  await page.keyboard.press('Enter')
  await page.getByTestId('tombol-sesuai-lanjut').click()
  return usulanId
}

/** One judgement by mouse; against what was read on the scan it takes a second click. */
export async function giveNilai(tombol: Locator): Promise<void> {
  const page = tombol.page()
  const terpilih = tombol.and(page.locator('[aria-pressed="true"]'))
  const dijawab = terpilih.or(page.getByTestId('bacaan-tegaskan')).first()
  // A row that moved in that very moment has not been hit: a hand would click again.
  for (let ke = 0; ke < 3 && (await terpilih.count()) === 0; ke += 1) {
    await tombol.click()
    await dijawab.waitFor({ timeout: 3000 }).catch(() => {})
  }
  await terpilih.waitFor()
}

/** Back to its owner, who is another person than the paper says: no original is needed for that. */
export async function returnCase(
  page: Page,
  willSend: (usulanId: string) => void = () => {},
): Promise<string> {
  const usulanId = (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
  await giveNilai(page.getByTestId('nilai-pemilik-tidak_sesuai'))
  await page.getByTestId('tombol-kembalikan').click()
  await page.getByTestId('alasan-pemilik').selectOption('bukan_milik_pegawai')
  willSend(usulanId)
  await page.getByTestId('tombol-kirim-pengembalian').click()
  return usulanId
}

/** A proxy on which nobody listens: the desk believes that the office has no network. */
export function setJaringan(desktop: ElectronApplication, ada: boolean): Promise<void> {
  return setProxy(desktop, ada ? '' : 'socks5://127.0.0.1:9')
}

/** All requests of the desk take this way; none for the empty one. */
export function setProxy(desktop: ElectronApplication, aturan: string): Promise<void> {
  return desktop.evaluate(
    ({ session }, rules) =>
      session
        .fromPartition('persist:meja')
        .setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
    aturan,
  )
}

export async function killDesk(desktop: ElectronApplication): Promise<void> {
  const mati = new Promise((resolve) => {
    desktop.process().once('exit', resolve)
  })
  desktop.process().kill('SIGKILL')
  await mati
}
