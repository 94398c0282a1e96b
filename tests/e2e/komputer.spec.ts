import { expect, test } from '@playwright/test'
import berkasKunci from '../../renderer/lock/locales/id.json' with { type: 'json' }
import { openMeja, takePictures } from './meja.ts'

test('an administrator closes a screen that was left open, and the person there loses nothing', async () => {
  const jauh = await openMeja('fasilitator.perhubungan')
  const { desktop, page } = await openMeja('administrator1')
  try {
    await jauh.page.getByTestId('antrean-cari').fill('sedang mengetik')
    await page.evaluate(() => {
      globalThis.location.hash = '#/komputer'
    })
    const baris = page.getByTestId('komputer-baris').filter({ hasText: 'fasilitator.perhubungan' })
    const terbuka = baris.filter({ hasText: 'Terbuka' }).first()
    await expect(terbuka).toBeVisible()
    await takePictures(page, 'komputer')
    await terbuka.getByTestId('komputer-tutup').click()
    await expect(page.getByTestId('tutup-kirim')).toBeDisabled()
    await page.getByTestId('tutup-alasan').fill('Meja ditinggal terbuka')
    await takePictures(page, 'komputer-tutup')
    const layar = jauh.desktop.waitForEvent('window', { timeout: 40_000 })
    await page.getByTestId('tutup-kirim').click()
    await expect(baris.filter({ hasText: 'Menunggu ditutup' }).first()).toBeVisible()
    const kunci = await layar
    await expect(kunci.getByTestId('kunci-pesan')).toHaveText(berkasKunci.dikunciJauh)
    await expect(async () => {
      await page.getByTestId('komputer-muat-ulang').click()
      await expect(baris.filter({ hasText: 'Terkunci' }).first()).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
  } finally {
    await desktop.close()
    await jauh.desktop.close()
  }
})
