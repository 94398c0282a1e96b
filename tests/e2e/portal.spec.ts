import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Client } from 'pg'
import { Resi } from '@meja/core/api/resi.ts'
import { connectDatabase } from './meja.ts'
import {
  berkasUji,
  callFromPage,
  expectAccessible,
  expectFits,
  launchBrowser,
  layar,
  openPortal,
  signInPortal,
  telepon,
} from './portal.ts'

/** One employee with a phone; each part goes on where the one before ended. */
test.describe.configure({ mode: 'serial' })

let browser: Browser
let db: Client
let page: Page
let keluhan: string[]
let usulanId: string

test.beforeAll(async () => {
  db = await connectDatabase()
  browser = await launchBrowser()
  ;({ page, keluhan } = await openPortal(browser, telepon))
})

test.afterAll(async () => {
  await browser?.close()
  await db?.end()
})

test('the door says what is behind it, and the password is given to the issuer', async () => {
  await expectAccessible(page, 'masuk')
  await signInPortal(page, 'pegawai1')
  await expectFits(page)
  await expectAccessible(page, 'beranda')
})

test('no script of the page can read the session, and nothing personal is stored', async () => {
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const simpanan = await page.evaluate(async () => ({
    lokal: Object.keys(localStorage),
    // The router notes where a page was scrolled to: an empty list, because the window never scrolls.
    sesi: Object.values({ ...sessionStorage }).filter((isi) => isi !== '{}'),
    basisData: (await indexedDB.databases()).length,
    cache: await Promise.all(
      (await caches.keys()).map(async (nama) =>
        (await (await caches.open(nama)).keys()).map(({ url }) => new URL(url).pathname),
      ),
    ),
  }))
  expect(simpanan.lokal.filter((kunci) => !/^meja\.(tema|bahasa)$/.test(kunci))).toEqual([])
  expect(simpanan.sesi).toEqual([])
  expect(simpanan.basisData).toBe(0)
  expect(simpanan.cache.flat().filter((jalur) => !/^\/($|assets\/)/.test(jalur))).toEqual([])
})

test('the record shows every group, each fact with its origin', async () => {
  await page.getByTestId('nav-rekam').click()
  await page.getByTestId('kelompok-pendukung').click()
  await page.getByTestId('baris-rekam').first().locator('summary').click()
  await expect(page.getByText('Ajukan koreksi').first()).toBeVisible()
  await expectFits(page)
  await expectAccessible(page, 'rekam')
})

test('a form says what is missing, in words and at the field', async () => {
  await page.getByTestId('nav-ajukan').click()
  await page.getByTestId('cari-jenis').fill('sertifikat')
  await expectAccessible(page, 'pilih')
  await page.getByTestId('jenis-diklat').click()
  await page.getByTestId('kirim').click()
  await expect(page.getByTestId('bukti-kurang')).toBeVisible()
  await expect(page.getByTestId('form-nama')).toContainText('wajib diisi')
  await expectFits(page)
  await expectAccessible(page, 'form-salah')
})

test('what is written is kept as a draft on the server', async () => {
  await page.locator('#isian-nama').fill('Pelatihan Pengelolaan Arsip')
  await expect(page.getByTestId('keadaan-draf')).toHaveAttribute('data-keadaan', 'tersimpan')
  await page.getByTestId('nav-usulan').click()
  await expect(page.getByTestId('draf-kartu')).toContainText('Pelatihan Pengelolaan Arsip')
  await expectAccessible(page, 'usulan-draf')
  await page.getByTestId('draf-kartu').locator('a').click()
  await expect(page.locator('#isian-nama')).toHaveValue('Pelatihan Pengelolaan Arsip')
})

test('a proposal with a scan is sent, and the draft is gone', async () => {
  // The line breaks in the middle of the bytes: they go on from there, and are stored once.
  let putus = 0
  await page.route('**/api/unggah/*', async (rute) => {
    if (rute.request().method() !== 'PATCH' || putus > 0) return rute.continue()
    putus += 1
    return rute.abort('connectionreset')
  })
  await page.getByTestId('berkas-bukti').setInputFiles(berkasUji)
  await expect(page.getByTestId('unggahan')).toHaveAttribute('data-keadaan', 'tersimpan')
  expect(putus).toBe(1)
  await page.unroute('**/api/unggah/*')
  await page.locator('#isian-jenisDiklat').selectOption({ label: 'Diklat teknis' })
  await page.locator('#isian-tanggalMulai').fill('2026-03-02')
  await page.locator('#isian-tanggalSelesai').fill('2026-03-06')
  await page.locator('#isian-nomorSertifikat').fill('893/1771/UJI/2026')
  await page.getByTestId('pernyataan').check()
  await expectAccessible(page, 'form')
  await page.getByTestId('kirim').click()
  await expect(page.getByTestId('status-usulan')).toContainText('Menunggu fasilitator')
  usulanId = /usulan\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  const { rows } = await db.query<{ n: string }>('select count(*) as n from draf_usulan')
  expect(Number(rows[0]?.n)).toBe(0)
})

test('the facilitator returns it with a pin, and the employee sees field, reason and spot', async () => {
  const { rows } = await db.query<{ versi: number; id: string }>(
    `select u.versi, d.dokumen_id as id from usulan u
      join usulan_dokumen d on d.usulan_id = u.id where u.id = $1`,
    [usulanId],
  )
  const fasilitator = await openPortal(browser, layar)
  await signInPortal(fasilitator.page, 'fasilitator.pendidikan')
  const resi = await callFromPage(fasilitator.page, '/api/verifikasi/keputusan', {
    transactionId: randomUUID(),
    usulanId,
    versiDilihat: { usulan: rows[0]?.versi, riwayat: null },
    hasil: 'dikembalikan',
    penilaian: [
      {
        kunci: 'nomorSertifikat',
        nilai: 'tidak_sesuai',
        alasan: 'berbeda_dengan_pindaian',
        catatan: 'Di sertifikat tertulis 893/1717.',
        pin: { dokumenId: rows[0]?.id, halaman: 1, x: 0.6, y: 0.3 },
      },
    ],
    asli: null,
    bukti: [],
    diputuskanPada: new Date().toISOString(),
  })
  expect(Resi.parse(resi).status).toBe('dikembalikan')
  await fasilitator.page.context().close()

  await page.getByTestId('nav-beranda').click()
  await page.getByTestId('beranda-kerjakan').getByTestId('usulan-kartu').click()
  const masalah = page.getByTestId('masalah-nomorSertifikat')
  await expect(masalah).toContainText('Isian berbeda dengan yang tertulis di dokumen.')
  await expect(masalah).toContainText('Di sertifikat tertulis 893/1717.')
  await page.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  // The reasons stand first; the spot is one tap away, large and in the middle.
  await expect(masalah).toBeInViewport()
  await expectFits(page)
  await masalah.getByRole('button').click()
  await expect(page.locator('.tanda.pin')).toBeInViewport()
  await expectAccessible(page, 'pengembalian')
})

test('mending opens at the field that is meant, with everything else as it was', async () => {
  await page.getByTestId('perbaiki').click()
  await expect(page.locator('#isian-nomorSertifikat')).toBeFocused()
  await expect(page.locator('#isian-nama')).toHaveValue('Pelatihan Pengelolaan Arsip')
  await expect(page.getByTestId('unggahan')).toHaveCount(1)
  await page.getByTestId('form-nomorSertifikat').getByText('Lihat tempatnya').click()
  await expect(page.getByRole('dialog').locator('.tanda.pin')).toBeInViewport()
  await expectAccessible(page, 'tempat')
  await page.keyboard.press('Escape')
  await page.locator('#isian-nomorSertifikat').fill('893/1717/UJI/2026')
  await page.getByTestId('pernyataan').check()
  await page.getByTestId('kirim').click()
  await expect(page.getByTestId('status-usulan')).toContainText('Menunggu fasilitator')
  expect(page.url()).not.toContain(usulanId)
})

test('the own archive, the story of the record and the daftar riwayat hidup are there on a phone', async () => {
  await page.getByTestId('nav-rekam').click()
  await page.getByTestId('ke-arsip').click()
  await expect(page.getByTestId('arsip-baris').first()).toBeVisible()
  await expectFits(page)
  await expectAccessible(page, 'arsip')
  await page.getByTestId('arsip-buka').first().click()
  await expect(page.locator('[data-testid=pindaian-halaman][data-terlukis=true]')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goBack()
  await page.getByTestId('ke-linimasa').click()
  await expect(page.getByTestId('linimasa')).toBeVisible()
  await expectFits(page)
  await expectAccessible(page, 'linimasa')
  await page.goBack()
  const unduhan = page.waitForEvent('download')
  await page.getByTestId('unduh-drh').click()
  const berkas = await unduhan
  expect(berkas.suggestedFilename()).toBe('daftar-riwayat-hidup.pdf')
  const isi = readFileSync(await berkas.path())
  expect(isi.subarray(0, 5).toString()).toBe('%PDF-')
  expect(isi.subarray(-6).toString()).toContain('%%EOF')
})

test('an ended session hides the page and loses nothing', async () => {
  await page.getByTestId('nav-ajukan').click()
  await page.getByTestId('jenis-organisasi').click()
  await page.locator('#isian-nama').fill('Persatuan Guru')
  await expect(page.getByTestId('keadaan-draf')).toHaveAttribute('data-keadaan', 'tersimpan')
  await db.query('delete from sesi_portal')
  await page.locator('#isian-tempat').fill('Surabaya')
  await expect(page.getByTestId('portal-berakhir')).toBeVisible()
  await expect(page.locator('#isian-nama')).toBeHidden()
  await expectAccessible(page, 'berakhir')
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByTestId('portal-berakhir').getByRole('link').click(),
  ])
  await tab.locator('input[name="namaPengguna"]').waitFor()
  await tab.close()
})

test('on a wide screen the return lies beside its scan', async () => {
  const lebar = await openPortal(browser, layar)
  await signInPortal(lebar.page, 'pegawai1')
  await expectAccessible(lebar.page, 'beranda')
  await lebar.page.goto('/#/rekam')
  await lebar.page.getByTestId('kelompok-pendukung').click()
  await expectAccessible(lebar.page, 'rekam')
  await lebar.page.goto(`/#/usulan/${usulanId}`)
  await lebar.page.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  await expectAccessible(lebar.page, 'rincian')
  expect(lebar.keluhan).toEqual([])
  await lebar.page.getByTestId('menu-akun').click()
  await lebar.page.getByText('Keluar').click()
  await lebar.page.getByTestId('portal-tombol-masuk').waitFor()
})

test('the head of an office sees its fasilitators, nominates one and takes it back', async () => {
  const kepala = await openPortal(browser, telepon)
  await signInPortal(kepala.page, 'pimpinan1')
  await kepala.page.getByTestId('nav-penunjukan').click()
  await expect(kepala.page.getByTestId('tugas-kartu').first()).toContainText('Aktif')
  await expectAccessible(kepala.page, 'penunjukan')
  await kepala.page.getByTestId('ganti').first().click()
  const { rows } = await db.query<{ nip: string }>(
    `select p.nip from pegawai p join akun a on a.pegawai_id = p.id
     where a.nama_pengguna = 'pegawai6'`,
  )
  await kepala.page.getByTestId('calon-nip').fill(rows[0]?.nip ?? '')
  await kepala.page.getByTestId('calon-cari').click()
  await kepala.page.getByTestId('calon').waitFor()
  await kepala.page.getByTestId('unit-kantor').first().check()
  await kepala.page.getByTestId('penunjukan-nomor').fill('800/77/101.1/2026')
  await kepala.page.getByTestId('penunjukan-tanggal').fill('2026-07-01')
  await kepala.page.getByTestId('penunjukan-pertimbangan').fill('Mengurus arsip bidang sejak 2020.')
  await kepala.page.getByTestId('syarat-mampuKomputer').check()
  await kepala.page.getByTestId('syarat-memahamiKepegawaian').check()
  await expectFits(kepala.page)
  await expectAccessible(kepala.page, 'usul-fasilitator')
  await kepala.page.getByTestId('penunjukan-kirim').click()
  const usul = kepala.page.getByTestId('penunjukan-kartu')
  await expect(usul).toContainText('Menunggu Keputusan Gubernur')
  await usul.getByTestId('cabut-usul').click()
  await kepala.page.getByTestId('cabut-alasan').fill('Yang bersangkutan tidak bersedia.')
  await kepala.page.getByTestId('cabut-ya').click()
  await expect(usul).toHaveAttribute('data-status', 'dicabut')
  await kepala.page.context().close()
})

test('the portal can be installed, and opens without a network', async () => {
  const { page: lain } = await openPortal(browser, telepon)
  const manifest = await lain.request.get('/manifest.webmanifest')
  expect(await manifest.json()).toMatchObject({ display: 'standalone', start_url: '/' })
  await lain.evaluate(() => navigator.serviceWorker.ready)
  await lain.context().setOffline(true)
  await lain.reload()
  await expect(lain.getByTestId('portal-masuk')).toBeVisible()
  await expect(lain.getByText('Server belum terjangkau.')).toBeVisible()
  await lain.context().close()
})

test('nothing in the whole morning broke the policy of the page', () => {
  expect(keluhan).toEqual([])
})
