import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { berkasUji } from './portal.ts'
import { connectDatabase, openMeja, takePictures, type Meja } from './meja.ts'

/** An administrator's morning with the data itself: people by file, quality, what is confidential. */
test.describe.configure({ mode: 'serial' })

let meja: Meja
let db: Client
let folder: string

test.beforeAll(async () => {
  db = await connectDatabase()
  folder = mkdtempSync(join(tmpdir(), 'meja-e2e-data-'))
  meja = await openMeja('administrator1')
})

test.afterAll(async () => {
  await meja?.desktop.close()
  await db?.end()
})

async function goTo(alamat: string): Promise<void> {
  await meja.page.evaluate((tujuan) => {
    globalThis.location.hash = tujuan
  }, `#${alamat}`)
}

async function expectAccessible(page: Page, nama: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const berat = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(berat, nama).toEqual([])
}

const judul =
  'NIP;Nama (tanpa gelar);Tempat lahir;Tanggal lahir;Jenis kelamin;Agama;Status perkawinan;Jenis pegawai;Unit kerja'
const isi = (nip: string, nama: string) =>
  `${nip};${nama};Malang;01-08-1990;Laki-laki;Islam;Menikah;PNS;101.61`

test('new employees come in by a file that is judged first, and go out again in one step', async () => {
  const { page } = meja
  const berkas = join(folder, 'pegawai-baru.csv')
  const baris = [
    isi('199008012015031901', 'Contoh Satu Impor'),
    isi('199008012015031902', 'Contoh Dua Impor'),
    isi('1,99008E+17', 'Contoh Rusak Impor'),
  ]
  writeFileSync(berkas, [judul, ...baris].join('\r\n'))
  await goTo('/impor')
  await page.getByTestId('impor-jenis').selectOption('pegawai_baru')
  await page.getByTestId('impor-berkas').setInputFiles(berkas)
  await takePictures(page, 'data-impor')
  await expectAccessible(page, 'impor')
  await page.getByTestId('impor-periksa').click()
  await expect(page.getByTestId('vonis-siap')).toContainText('2')
  await expect(page.getByTestId('vonis-ditolak')).toContainText('1')
  await expect(page.getByTestId('impor-isi').last()).toContainText('Angka panjang')
  await takePictures(page, 'data-impor-rincian')
  await expectAccessible(page, 'impor rincian')
  const count = async () =>
    (await db.query("select from pegawai where nama like 'Contoh % Impor'")).rowCount
  expect(await count()).toBe(0)
  await page.getByTestId('impor-terapkan').click()
  await expect(page.getByTestId('impor-rincian')).toHaveAttribute('data-status', 'selesai')
  expect(await count()).toBe(2)
  await page.getByTestId('impor-batalkan').click()
  await page.getByTestId('impor-alasan').fill('Berkas contoh')
  await page.getByTestId('impor-batalkan-setuju').click()
  await expect(page.getByTestId('impor-rincian')).toHaveAttribute('data-status', 'dibatalkan')
  expect(await count()).toBe(0)
})

test('quality leads from the province over an office to one unit and its people', async () => {
  const { page } = meja
  await goTo('/kualitas')
  await expect(page.getByTestId('kualitas-101')).toBeVisible()
  await takePictures(page, 'data-kualitas')
  await expectAccessible(page, 'kualitas')
  await goTo('/kualitas/unit/101.61')
  await expect(page.getByTestId('kualitas-pegawai').first()).toBeVisible()
  await page.getByTestId('kualitas-pegawai').first().click()
  await expect(page.getByTestId('kelengkapan-pegawai')).toContainText('Surel')
  await takePictures(page, 'data-kualitas-unit')
  await expectAccessible(page, 'kualitas unit')
})

test('a confidential row is entered with its proof, and waits for another administrator', async () => {
  const { page } = meja
  const { rows } = await db.query<{ id: string }>(
    `select p.id from pegawai p where p.perangkat_daerah = '101'
      and exists (select from dokumen d where d.pegawai_id = p.id)
      and not exists (select from akun a where a.pegawai_id = p.id) order by p.nama limit 1`,
  )
  const id = rows[0]?.id ?? ''
  await goTo(`/pegawai/${id}/dokumen`)
  await page.getByTestId('arsip-buka').first().waitFor()
  await takePictures(page, 'data-arsip')
  await goTo(`/pegawai/${id}/linimasa`)
  await page.locator('[data-macam]').first().waitFor()
  await takePictures(page, 'data-linimasa')
  await goTo(`/pegawai/${id}/riwayat`)
  await page.getByTestId('kelompok-pendukung').click()
  await page.getByTestId('catat-hukuman_disiplin').click()
  await page.getByTestId('berkas-bukti').setInputFiles(berkasUji)
  await expect(page.getByTestId('unggahan')).toHaveAttribute('data-keadaan', 'tersimpan')
  await page.locator('#isian-jenisHukuman').selectOption({ index: 1 })
  await page.locator('#isian-pelanggaran').fill('Tidak masuk kerja tanpa keterangan')
  await page.locator('#isian-nomorSk').fill('862/17/204/2026')
  await page.locator('#isian-tanggalSk').fill('2026-03-02')
  await page.locator('#isian-tmt').fill('2026-04-01')
  await takePictures(page, 'data-rahasia')
  await expectAccessible(page, 'rahasia')
  await page.getByTestId('pernyataan').check()
  await page.getByTestId('kirim').click()
  await expect(page.getByTestId('usulan-baris').first()).toContainText('Hukuman disiplin')
  const { rows: usulan } = await db.query(
    "select status, sumber from usulan where jenis = 'hukuman_disiplin' and pegawai_id = $1",
    [id],
  )
  expect(usulan).toEqual([{ status: 'diajukan', sumber: 'administrator' }])
  const draf = await db.query("select from draf_usulan where isi ->> 'jenis' = 'hukuman_disiplin'")
  expect(draf.rowCount).toBe(0)
})

test('the review of access is kept as a table where the person says', async () => {
  const { page } = meja
  await goTo('/orang/fasilitator')
  await page.getByTestId('buka-tunjuk').click()
  await page.getByTestId('tunjuk').waitFor()
  await takePictures(page, 'data-tunjuk')
  await page.keyboard.press('Escape')
  await goTo('/orang/hak')
  const tempat = join(folder, 'hak.csv')
  await meja.desktop.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, tempat)
  await page.getByTestId('unduh-hak').click()
  await expect(page.getByTestId('unduhan-tersimpan')).toContainText(tempat)
  expect(readFileSync(tempat, 'utf8')).toMatch(/^\uFEFFNama,Nama pengguna,Hak,/)
})
