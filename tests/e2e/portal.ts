import { AxeBuilder } from '@axe-core/playwright'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { join } from 'node:path'
import { headerPortal } from '@meja/core/api/portal.ts'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'
import { getEnvironment, takePicture } from './meja.ts'

export const telepon = { width: 360, height: 740 } as const
export const layar = { width: 1366, height: 768 } as const

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['MEJA_CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: true,
  })
}

/** A browser of somebody's own, at the portal's door; what the page's policy refuses is collected. */
export async function openPortal(
  browser: Browser,
  viewport: { width: number; height: number },
  baseURL: string = getEnvironment('MEJA_E2E_SERVER_URL'),
): Promise<{ page: Page; keluhan: string[] }> {
  const sempit = viewport.width < 500
  const context = await browser.newContext({
    viewport,
    locale: 'id-ID',
    hasTouch: sempit,
    isMobile: sempit,
    baseURL,
  })
  const page = await context.newPage()
  const keluhan: string[] = []
  page.on('pageerror', (error) => keluhan.push(error.message))
  page.on('console', (pesan) => {
    if (/Content Security Policy|Refused to/.test(pesan.text())) keluhan.push(pesan.text())
  })
  await page.goto('/')
  await page.getByTestId('portal-tombol-masuk').waitFor()
  return { page, keluhan }
}

/** From the door to the page that shows this. */
export async function signInPortal(
  page: Page,
  username: string,
  tujuan = 'beranda-kerjakan',
): Promise<void> {
  const { kataSandi } = readDemoAccounts(getEnvironment('MEJA_E2E_PROVINCE_DIR'))
  await page.getByTestId('portal-tombol-masuk').click()
  await page.locator('input[name="namaPengguna"]').fill(username)
  await page.locator('input[name="kataSandi"]').fill(kataSandi)
  // A server with a name offers a passkey beside it.
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByTestId(tujuan).waitFor()
}

/** Nothing serious for anybody in this state, in both themes; a picture of each is kept. */
export async function expectAccessible(page: Page, nama: string): Promise<void> {
  const lebar = page.viewportSize()?.width ?? 0
  for (const [colorScheme, tema] of [
    ['light', 'terang'],
    ['dark', 'gelap'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /dark/ : /light/)
    await takePicture(page, `portal-${nama}-${lebar}-${tema}`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const berat = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    expect(berat, `${nama} ${tema}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Nothing stands outside a narrow screen: no sideways scrolling of the page. */
export async function expectFits(page: Page): Promise<void> {
  const [isi, jendela] = await page
    .locator('main')
    .first()
    .evaluate((main) => [main.scrollWidth, main.clientWidth])
  expect(isi).toBeLessThanOrEqual(jendela ?? 0)
}

export const berkasUji = join(import.meta.dirname, '../fixtures/dokumen/halaman.png')

/** One request as a page of the portal makes it, with the cookie of whoever is signed in there. */
export async function callFromPage(page: Page, path: string, body: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ alamat, header, isi }) => {
      const jawaban = await fetch(alamat, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [header]: '1' },
        body: JSON.stringify(isi),
      })
      return (await jawaban.json()) as unknown
    },
    { alamat: path, header: headerPortal, isi: body },
  )
}
