import { expect, test } from '@playwright/test'
import { getHari } from '../support/rekomendasi.ts'
import { connectDatabase, openMeja, takePictures } from './meja.ts'

test('an administrator signs the pact first, and then sees who has which right by which decree', async () => {
  const db = await connectDatabase()
  const akun = "(select id from akun where nama_pengguna = 'administrator2')"
  await db.query(`delete from tanda_tangan_pakta where akun_id = ${akun}`)
  const { desktop, page } = await openMeja('administrator2')
  try {
    const { rows } = await db.query(
      `select peran, versi from tanda_tangan_pakta where akun_id = ${akun}`,
    )
    expect(rows).toEqual([{ peran: 'administrator', versi: 1 }])
    await page.getByTestId('nav-orang').click()
    await expect(page.getByTestId('baris-fasilitator').first()).toBeVisible()
    await takePictures(page, 'orang-fasilitator')
    await page.getByTestId('orang-hak').click()
    await expect(page.getByTestId('baris-hak').first()).toBeVisible()
    await takePictures(page, 'orang-hak')
    await page.getByTestId('orang-rekomendasi').click()
    await page.getByTestId('beri-rekomendasi').click()
    await page.getByTestId('rekomendasi-tujuan').fill('pelayanan kepegawaian di loket')
    await page.getByTestId('rekomendasi-penerima').fill('Loket Pelayanan Kepegawaian')
    await page.getByTestId('rekomendasi-sampai').fill(getHari(30))
    await page.getByTestId('rekomendasi-ya').click()
    await expect(page.getByTestId('baris-rekomendasi').first()).toContainText('Loket Pelayanan')
    await takePictures(page, 'orang-rekomendasi')
  } finally {
    await desktop.close()
    await db.end()
  }
})
