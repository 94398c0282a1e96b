import { expect, test } from '@playwright/test'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'
import { addKunci } from '../support/passkey.ts'
import { getEnvironment } from './meja.ts'
import {
  expectAccessible,
  expectFits,
  launchBrowser,
  openPortal,
  signInPortal,
  telepon,
} from './portal.ts'

test('an employee makes a passkey in the portal, signs in with it alone, and proves with it who is there', async () => {
  const browser = await launchBrowser()
  try {
    const { page, keluhan } = await openPortal(
      browser,
      telepon,
      getEnvironment('MEJA_E2E_NAMED_URL'),
    )
    await addKunci(page)
    await signInPortal(page, 'pegawai3')
    await page.goto('/#/sesi')
    await page.getByTestId('tambah-passkey').click()
    await page.getByTestId('passkey-nama').fill('Ponsel saya')
    const { kataSandi } = readDemoAccounts(getEnvironment('MEJA_E2E_PROVINCE_DIR'))
    await page.getByTestId('bukti-sandi').fill(kataSandi)
    await page.getByTestId('bukti-ya').click()
    // The first second factor brings recovery codes, shown this once.
    await expect(page.getByTestId('cadangan')).toBeVisible()
    await page.getByTestId('cadangan-tutup').click()
    await expect(page.getByTestId('cadangan')).toHaveCount(0)
    await expect(page.getByTestId('baris-passkey')).toContainText('Ponsel saya')
    await expectFits(page)
    await expectAccessible(page, 'passkey')

    await page.getByTestId('menu-akun').click()
    await page.getByText('Keluar').click()
    await page.getByTestId('portal-tombol-masuk').click()
    await page.getByRole('button', { name: 'Masuk dengan passkey' }).click()
    await page.getByTestId('beranda-kerjakan').waitFor()

    await page.goto('/#/sesi')
    await page.getByTestId('ganti-kontak').click()
    await page.getByTestId('kontak-surel').fill('pegawai3@contoh.go.id')
    await page.getByTestId('kontak-hp').fill('0812 3456 7891')
    await page.getByTestId('bukti-passkey').click()
    await expect(page.getByTestId('surel-belum')).toBeVisible()
    await expect(page.getByTestId('keamanan')).toContainText('pegawai3@contoh.go.id')
    expect(keluhan).toEqual([])
  } finally {
    await browser.close()
  }
})
