import { _electron, chromium, type ElectronApplication, type Page } from '@playwright/test'
import { KEYRING_SWITCH } from './desktop-session.ts'
import type { Masuk } from './start/demo-accounts.ts'

/** Debian's own Chromium: Playwright's would have to be downloaded. */
const CHROMIUM = process.env['MEJA_CHROMIUM'] ?? '/usr/bin/chromium'

export type DesktopOptions = {
  executablePath: string
  serverUrl: string
  /** A profile of its own for each test; without it that of the home folder. */
  userDataDir?: string
  /** False: as on a machine whose desktop has no key ring. */
  keyring?: boolean
}

/** Starts the inspectable copy; the caller stands in a desktop session already. */
export async function launchDesktop(options: DesktopOptions): Promise<ElectronApplication> {
  const { executablePath, serverUrl, userDataDir, keyring = true } = options
  return _electron.launch({
    executablePath,
    args: [
      keyring ? KEYRING_SWITCH : '--password-store=basic',
      ...(userDataDir ? [`--user-data-dir=${userDataDir}`] : []),
    ],
    chromiumSandbox: true,
    env: { ...definedEnvironment(), MEJA_SERVER_URL: serverUrl },
    timeout: 60_000,
  })
}

/**
 * Signs in as a person does: the desk opens the sign-in page in the system's browser, the form is filled
 * there, and the browser's redirect to the loopback address brings the desk its code.
 */
export async function signIn(
  desktop: ElectronApplication,
  desk: Page,
  masuk: Masuk,
): Promise<void> {
  await interceptBrowser(desktop)
  await desk.getByTestId('masuk-tombol').click()
  await walkSignInForm(await takeBrowserUrl(desktop), masuk)
  await passDoors(desk)
}

/** No date, no sequence, no repetition. */
export const PIN = '739416'

async function waitForKeadaan(desk: Page, semua: readonly string[]): Promise<string> {
  const pilihan = semua.map((satu) => `[data-keadaan=${satu}]`).join(',')
  const tiba = desk.locator(`[data-testid=kerangka]:is(${pilihan})`)
  await tiba.waitFor()
  return (await tiba.getAttribute('data-keadaan')) ?? ''
}

/** The pact once a year; the first time on a workstation there is a PIN to make; afterwards, and for some, there is none. */
async function passDoors(desk: Page): Promise<void> {
  const keadaan = await waitForKeadaan(desk, ['pakta', 'pin', 'meja', 'tanpa_izin', 'kunci_gagal'])
  if (keadaan === 'pakta') {
    await desk.getByTestId('pakta-setuju').click()
    await desk.getByTestId('pakta-tanda-tangan').click()
    await waitForKeadaan(desk, ['pin', 'meja'])
  }
  if ((await desk.getByTestId('kerangka').getAttribute('data-keadaan')) !== 'pin') return
  await desk.getByTestId('pin-isi').fill(PIN)
  await desk.getByTestId('pin-ulang').fill(PIN)
  await desk.getByTestId('pin-simpan').click()
  await desk.locator('[data-testid=kerangka][data-keadaan=meja]').waitFor()
}

/** Everything that the desk hands to the system's browser is kept instead of opened. */
async function interceptBrowser(desktop: ElectronApplication): Promise<void> {
  await desktop.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedInBrowser: opened })
    shell.openExternal = async (url: string) => {
      opened.push(url)
    }
  })
}

async function takeBrowserUrl(desktop: ElectronApplication): Promise<string> {
  return desktop.evaluate(async () => {
    const { openedInBrowser } = globalThis as unknown as { openedInBrowser: string[] }
    const deadline = Date.now() + 20_000
    while (openedInBrowser.length === 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const url = openedInBrowser.shift()
    if (url === undefined) throw new Error('the desk opened no sign-in page')
    return url
  })
}

async function walkSignInForm(url: string, { username, kataSandi }: Masuk): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: true })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await page.locator('input[name="namaPengguna"]').fill(username)
    await page.locator('input[name="kataSandi"]').fill(kataSandi)
    await page.locator('button[type="submit"], input[type="submit"]').first().click()
    // The desk listens on a port of its own, so that arriving there is what success looks like.
    const signInOrigin = new URL(url).origin
    await page.waitForURL((current) => current.origin !== signInOrigin, { timeout: 30_000 })
  } finally {
    await browser.close()
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}
