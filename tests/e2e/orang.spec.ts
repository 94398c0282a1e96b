import { expect, test } from '@playwright/test'
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
  } finally {
    await desktop.close()
    await db.end()
  }
})
