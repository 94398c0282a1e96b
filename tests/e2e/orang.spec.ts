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
    await page.getByTestId('orang-pesan').click()
    await expect(page.getByTestId('pesan-keadaan')).toBeVisible()
    await takePictures(page, 'orang-pesan')
  } finally {
    await desktop.close()
    await db.end()
  }
})

test('an administrator makes the letter of one person, and closes a unit that nobody needs', async () => {
  const db = await connectDatabase()
  const { rows } = await db.query<{ nip: string }>(
    `select nip from pegawai p where perangkat_daerah = '101'
       and not exists (select from akun a where a.pegawai_id = p.id) order by nip limit 1`,
  )
  await db.query(
    `insert into unit_kerja (kode, perangkat_daerah, nama) values ('101.999', '101', 'Bidang Uji Kosong')`,
  )
  const { desktop, page } = await openMeja('administrator1')
  try {
    await page.getByTestId('nav-orang').click()
    await page.getByTestId('orang-akun').click()
    await page.getByTestId('cari-orang').fill(rows[0]?.nip ?? '')
    await page.getByTestId('orang-temuan').first().click()
    await page.getByTestId('surat-orang-buat').click()
    await expect(page.getByTestId('surat-orang-unduh')).toBeVisible()
    await expect(page.getByTestId('akun-kartu')).toContainText('Belum dibuka pemiliknya')
    await takePictures(page, 'orang-surat')

    await page.getByTestId('nav-organisasi').click()
    await page.getByTestId('organisasi-saring').fill('Dinas Pendidikan')
    await page.locator('[data-unit="101"]').focus()
    if ((await page.locator('[data-unit="101.999"]').count()) === 0) {
      await page.keyboard.press('ArrowRight')
    }
    // With people in it: how many is said, and it stays.
    await page.locator('[data-unit="101.61"]').focus()
    await page.keyboard.press('t')
    await page.getByTestId('tutup-mulai').fill(getHari(30))
    await page.getByTestId('tutup-nomor').fill('188/77/KPTS/013/2026')
    await page.getByTestId('penutupan-ya').click()
    await expect(page.getByTestId('tutup-halangan')).toContainText('pegawai')
    await takePictures(page, 'organisasi-halangan')
    await page.keyboard.press('Escape')

    const unit = page.locator('[data-unit="101.999"]')
    await unit.hover()
    await unit.getByTestId('tutup-unit').click()
    await page.getByTestId('tutup-mulai').fill(getHari(30))
    await page.getByTestId('tutup-nomor').fill('188/77/KPTS/013/2026')
    await page.getByTestId('penutupan-ya').click()
    await expect(unit.getByTestId('unit-ditutup')).toBeVisible()
    await takePictures(page, 'organisasi-ditutup')
    await unit.hover()
    await unit.getByTestId('tutup-unit').click()
    await page.getByTestId('batal-tutup-alasan').fill('Penataan ditunda')
    await page.getByTestId('penutupan-ya').click()
    await expect(unit.getByTestId('unit-ditutup')).toHaveCount(0)
  } finally {
    await desktop.close()
    await db.query(`delete from unit_kerja where kode = '101.999'`)
    await db.end()
  }
})
