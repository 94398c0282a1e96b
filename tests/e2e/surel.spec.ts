import { expect, test } from '@playwright/test'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'
import { findKode, startSmtp } from '../support/smtp.ts'
import { getEnvironment } from './meja.ts'
import {
  expectAccessible,
  expectFits,
  launchBrowser,
  openPortal,
  signInPortal,
  telepon,
} from './portal.ts'

test('an employee proves an e-mail address with the code that the server really sends there', async () => {
  // The job of the server looks once a minute.
  test.setTimeout(240_000)
  const port = Number(new URL(getEnvironment('MEJA_E2E_SMTP_URL')).port)
  const surat = await startSmtp({}, '127.0.0.1', port)
  const browser = await launchBrowser()
  try {
    const { page, keluhan } = await openPortal(browser, telepon)
    await signInPortal(page, 'pegawai2')
    await page.goto('/#/sesi')
    await page.getByTestId('ganti-kontak').click()
    await page.getByTestId('kontak-surel').fill('pegawai2@contoh.go.id')
    await page.getByTestId('kontak-hp').fill('0812 3456 7890')
    const { kataSandi } = readDemoAccounts(getEnvironment('MEJA_E2E_PROVINCE_DIR'))
    await page.getByTestId('bukti-sandi').fill(kataSandi)
    await page.getByTestId('bukti-ya').click()
    await expect(page.getByTestId('surel-belum')).toBeVisible()
    await expectFits(page)
    await expectAccessible(page, 'surel-belum')
    await page.getByTestId('verifikasi-surel').click()
    await page.getByTestId('verifikasi-kirim').click()
    await expect(page.getByRole('dialog')).toContainText('dalam perjalanan')
    await expectAccessible(page, 'surel-kode')
    await expect.poll(() => surat.masuk.length, { timeout: 120_000 }).toBe(1)
    expect(surat.masuk[0]?.ke).toBe('pegawai2@contoh.go.id')
    const kode = findKode(surat.masuk[0]?.isi ?? '') ?? ''
    await page.getByTestId('verifikasi-kode').fill(kode === '0000-0000' ? '1111-1111' : '0000-0000')
    await page.getByTestId('verifikasi-ya').click()
    await expect(page.getByRole('dialog')).toContainText('tidak cocok')
    await page.getByTestId('verifikasi-kode').fill(kode)
    await page.getByTestId('verifikasi-ya').click()
    await expect(page.getByTestId('surel-belum')).toHaveCount(0)
    await expect(page.getByTestId('keamanan')).toContainText('terverifikasi')
    await expectAccessible(page, 'surel-terverifikasi')
    expect(keluhan).toEqual([])
  } finally {
    await browser.close()
    await surat.close()
  }
})
