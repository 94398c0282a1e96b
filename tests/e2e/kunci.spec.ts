import { expect, test } from '@playwright/test'
import { PIN } from '../../scripts/desktop-driver.ts'
import { openMeja, takePicture, waitForScan } from './meja.ts'

test('a key closes the screen, and the PIN brings back the same case with what was being typed', async () => {
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    await page.getByTestId('antrean-baris').first().click()
    await page.getByTestId('kolom-rekam').waitFor()
    const usulanId = (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
    await waitForScan(page, usulanId)
    await page.getByTestId('asli-tempat').fill('Loket dekat pin')
    const kunci = desktop.waitForEvent('window')
    await page.keyboard.press('Control+l')
    const layar = await kunci
    await layar.getByTestId('kunci-pin').waitFor()
    await takePicture(layar, 'kunci-layar')
    await expect.poll(() => page.isClosed()).toBe(true)
    const buka = desktop.waitForEvent('window')
    await layar.getByTestId('kunci-pin').fill(PIN)
    await layar.keyboard.press('Enter')
    const lagi = await buka
    await waitForScan(lagi, usulanId)
    await expect(lagi.getByTestId('asli-tempat')).toHaveValue('Loket dekat pin')
    await expect(lagi.getByTestId('asli-tempat')).toBeFocused()
  } finally {
    await desktop.close()
  }
})
