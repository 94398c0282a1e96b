import { expect, test, type Browser, type Page } from '@playwright/test'
import {
  expectAccessible,
  expectFits,
  launchBrowser,
  openPortal,
  signInPortal,
  telepon,
} from './portal.ts'

/** The demo account that has yet to sign, with a phone; each part goes on where the one before ended. */
test.describe.configure({ mode: 'serial' })

let browser: Browser
let page: Page
test.beforeAll(async () => {
  browser = await launchBrowser()
  ;({ page } = await openPortal(browser, telepon))
})
test.afterAll(() => browser?.close())

test('before the pact there is the pact and nothing else', async () => {
  await signInPortal(page, 'administrator3', 'pakta-tanda-tangan')
  await expect(page.getByTestId('pakta-versi')).toContainText('versi 1')
  await expect(page.getByTestId('nav-rekam')).toHaveCount(0)
  await page.goto('/#/rekam')
  await expect(page.getByTestId('pakta')).toBeVisible()
  await expect(page.getByTestId('pakta-tanda-tangan')).toBeDisabled()
  await expectFits(page)
  await expectAccessible(page, 'pakta')
})

test('signing opens the place, and it is not asked for again', async () => {
  await page.getByText('Saya setuju dan menandatangani').click()
  await page.getByTestId('pakta-tanda-tangan').click()
  await expect(page.getByTestId('pakta')).toHaveCount(0)
  await page.goto('/#/')
  await page.reload()
  await page.getByTestId('beranda-kerjakan').waitFor()
})

test('the own devices are listed, and this one is ended by signing out only', async () => {
  await page.goto('/#/sesi')
  await expect(page.getByTestId('sesi-baris')).toHaveCount(1)
  await expect(page.getByTestId('sesi-baris')).toContainText('Perangkat ini')
  await expect(page.getByTestId('sesi-akhiri')).toHaveCount(0)
  await expectFits(page)
  await expectAccessible(page, 'sesi')
})
