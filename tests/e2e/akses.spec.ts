import { expect, test, type Page } from '@playwright/test'
import type { Client } from 'pg'
import { connectDatabase, openMeja, takePictures } from './meja.ts'
import {
  expectAccessible,
  expectFits,
  launchBrowser,
  openPortal,
  signInPortal,
  telepon,
} from './portal.ts'

/** A right from the request to the review that ends it; each part goes on where the one before ended. */
test.describe.configure({ mode: 'serial' })

let db: Client
const nomor = '800/91/101.1/2026'

test.beforeAll(async () => {
  db = await connectDatabase()
})
test.afterAll(() => db?.end())

async function readHak(): Promise<string[]> {
  const { rows } = await db.query<{ berlaku: boolean }>(
    `select t.berlaku @> hari_ini() as berlaku from penugasan t
     where t.dasar = $1`,
    [nomor],
  )
  return rows.map(({ berlaku }) => (berlaku ? 'berlaku' : 'berakhir'))
}

test('the head of an office asks for a right of somebody there, and sees that it waits', async () => {
  const browser = await launchBrowser()
  try {
    const { page, keluhan } = await openPortal(browser, telepon)
    await signInPortal(page, 'pimpinan1')
    await page.getByTestId('menu-akun').click()
    await page.getByText('Hak saya').click()
    await expect(page.getByTestId('hak-kartu')).toContainText('Kepala Perangkat Daerah')
    await expectFits(page)
    await expectAccessible(page, 'hak-saya')
    await page.getByTestId('ajukan-hak').click()
    const { rows } = await db.query<{ nip: string }>(
      `select p.nip from pegawai p join akun a on a.pegawai_id = p.id
       where a.nama_pengguna = 'pegawai5'`,
    )
    await page.getByTestId('permohonan-kirim').click()
    await expect(page.getByTestId('hak-nip')).toBeFocused()
    await page.getByTestId('hak-nip').fill(rows[0]?.nip ?? '')
    await page.getByTestId('hak-cari').click()
    await page.getByTestId('hak-calon').waitFor()
    await page.getByTestId('hak-nomor').fill(nomor)
    await page.getByTestId('hak-tanggal').fill('2026-07-01')
    await page.getByTestId('hak-alasan').fill('Tim penataan arsip kepegawaian.')
    await expectFits(page)
    await expectAccessible(page, 'ajukan-hak')
    await page.getByTestId('permohonan-kirim').click()
    const kartu = page.getByTestId('permohonan-kartu').filter({ hasText: nomor })
    await expect(kartu).toContainText('Menunggu keputusan')
    await expect(kartu.getByTestId('tarik-permohonan')).toBeVisible()
    expect(await readHak()).toEqual([])
    expect(keluhan).toEqual([])
  } finally {
    await browser.close()
  }
})

/** Gives "tetap" to every row that waits and is not the own one, each chosen by hand. */
async function keepSemua(page: Page): Promise<void> {
  await page.getByTestId('saring-keadaan').selectOption('belum')
  const pilih = page.getByTestId('pilih-baris')
  for (const satu of await pilih.all()) await satu.check()
  await page.getByTestId('tetap-dipilih').click()
  await expect(pilih).toHaveCount(0)
}

test('an administrator approves, and the right stands; a review of all rights withdraws it and closes', async () => {
  const { desktop, page } = await openMeja('administrator2')
  try {
    await page.getByTestId('nav-orang').click()
    await expect(page.getByTestId('peringatan-tinjauan')).toContainText('belum pernah ditinjau')
    await page.getByTestId('orang-permohonan').click()
    const baris = page.getByTestId('baris-permohonan').filter({ hasText: nomor })
    await expect(baris).toBeVisible()
    await takePictures(page, 'orang-permohonan')
    await baris.getByTestId('permohonan-setujui').click()
    await page.getByTestId('tindakan-ya').click()
    await expect(baris).toHaveCount(0)
    expect(await readHak()).toEqual(['berlaku'])

    await page.getByTestId('orang-tinjauan').click()
    await page.getByTestId('buka-tinjauan').click()
    await page.getByTestId('tinjauan-nama').fill('Tinjauan uji 2026')
    await takePictures(page, 'orang-buka-tinjauan')
    await page.getByTestId('tinjauan-ya').click()
    const dicabut = page.getByTestId('baris-temuan').filter({ hasText: nomor })
    await dicabut.getByTestId('temuan-cabut').click()
    await page.getByTestId('tindakan-alasan').fill('Tim sudah bubar.')
    await page.getByTestId('tindakan-ya').click()
    await expect(dicabut).toHaveAttribute('data-keadaan', 'cabut')
    expect(await readHak()).toEqual(['berakhir'])
    await page.getByTestId('pilih-baris').first().check()
    await takePictures(page, 'orang-tinjauan')
    await keepSemua(page)
    // The own right is all that is left, and nobody judges that.
    await expect(page.locator('[data-testid=baris-temuan][data-milik=true]')).toBeVisible()
    await expect(page.getByTestId('tutup-tinjauan')).toBeDisabled()
  } finally {
    await desktop.close()
  }
})

test('the right of the reviewer is judged by another, who closes the review', async () => {
  const { desktop, page } = await openMeja('administrator1')
  try {
    await page.getByTestId('nav-orang').click()
    await page.getByTestId('orang-tinjauan').click()
    await page.getByTestId('baris-tinjauan').first().click()
    await keepSemua(page)
    await page.getByTestId('tutup-tinjauan').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup tinjauan' }).click()
    await expect(page.getByTestId('tinjauan-kemajuan')).toContainText('ditutup')
    await page.getByTestId('saring-keadaan').selectOption('semua')
    await takePictures(page, 'orang-tinjauan-tutup')
    await page.getByTestId('nav-orang').click()
    await expect(page.getByTestId('baris-fasilitator').first()).toBeVisible()
    await expect(page.getByTestId('peringatan-tinjauan')).toHaveCount(0)
    await page.getByTestId('menu-akun').click()
    await page.getByText('Hak saya').click()
    await expect(page.getByTestId('hak-kartu')).toContainText('Administrator')
    // What others ask for is no matter of this page.
    await expect(page.getByTestId('permohonan-kartu')).toHaveCount(0)
    await takePictures(page, 'hak-saya-meja')
  } finally {
    await desktop.close()
  }
})

test('an administrator enters a letter, and leaves the decision to another', async () => {
  const { desktop, page } = await openMeja('administrator1')
  try {
    const { rows } = await db.query<{ nama: string }>(
      `select p.nama from pegawai p join akun a on a.pegawai_id = p.id
       where a.nama_pengguna = 'pegawai4'`,
    )
    const nama = rows[0]?.nama ?? ''
    await page.getByTestId('nav-orang').click()
    await page.getByTestId('orang-akun').click()
    await page.getByTestId('cari-orang').fill(nama)
    await page.getByTestId('orang-temuan').filter({ hasText: nama }).first().click()
    await page.getByTestId('akun-minta').click()
    await page.getByTestId('hak-jenis').selectOption('auditor')
    await page.getByTestId('minta-hak-ya').click()
    await expect(page.getByTestId('hak-nomor')).toHaveAttribute('aria-invalid', 'true')
    await takePictures(page, 'orang-minta-hak')
    await page.getByTestId('hak-nomor').fill('700/12/UJI/2026')
    await page.getByTestId('hak-tanggal').fill('2026-07-01')
    await page.getByTestId('hak-alasan').fill('Pemeriksaan tahunan.')
    await page.getByTestId('minta-hak-ya').click()
    await expect(page.getByTestId('permohonan-terkirim')).toBeVisible()
    await page.getByTestId('orang-permohonan').click()
    const baris = page.getByTestId('baris-permohonan').filter({ hasText: '700/12/UJI/2026' })
    await expect(baris).toContainText('Diputus administrator lain')
    await expect(baris.getByTestId('permohonan-setujui')).toHaveCount(0)
    await baris.getByTestId('permohonan-tarik').click()
    await page.getByTestId('tindakan-alasan').fill('Salah orang.')
    await page.getByTestId('tindakan-ya').click()
    await expect(baris).toHaveCount(0)
    await page.getByTestId('permohonan-selesai').check()
    await expect(baris).toHaveAttribute('data-status', 'dicabut')
    await takePictures(page, 'orang-permohonan-selesai')
  } finally {
    await desktop.close()
  }
})
