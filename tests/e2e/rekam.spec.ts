import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { connectDatabase, openMeja, takePicture, takePictures, type Meja } from './meja.ts'

/** The record at the desk: found by a slip of the hand, read as of a past day, proved, taken along. */
test.describe.configure({ mode: 'serial' })

type Orang = { id: string; nama: string; terbaru: string; lampau: string }

let meja: Meja
let db: Client
let orang: Orang
let folder: string

/** Somebody of the office with a proved proposal and two grades, and the day between these. */
async function findOrang(): Promise<Orang> {
  const { rows } = await db.query<Orang>(
    `select p.id, p.nama,
        (array_agg(r.isi ->> 'golongan' order by r.berlaku_dari desc))[1] as terbaru,
        (array_agg(r.isi ->> 'golongan' order by r.berlaku_dari))[1] as lampau
       from pegawai p join riwayat r on r.pegawai_id = p.id and r.jenis = 'pangkat'
        and r.status = 'valid'
      where p.perangkat_daerah = '101' and exists (select from dokumen d where d.pegawai_id = p.id)
        and not exists (select from akun a where a.pegawai_id = p.id)
        and length(split_part(p.nama, ' ', 1)) > 5
      group by p.id, p.nama having count(*) >= 3 order by p.nama limit 1`,
  )
  const satu = rows[0]
  if (satu === undefined) throw new Error('nobody of the demo office has three grades and a scan')
  return satu
}

async function getTmtKedua(): Promise<string> {
  const { rows } = await db.query<{ hari: string }>(
    `select to_char(berlaku_dari - 1, 'YYYY-MM-DD') as hari from riwayat
      where pegawai_id = $1 and jenis = 'pangkat' and status = 'valid'
      order by berlaku_dari offset 1 limit 1`,
    [orang.id],
  )
  return rows[0]?.hari ?? ''
}

/** Electron opens no page of its own for the last step of axe: everything runs in this one. */
async function expectAccessible(page: Page, nama: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const berat = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(berat, nama).toEqual([])
}

/** The system's dialog, answered as a hand would: this place. */
async function chooseTempat(tempat: string): Promise<void> {
  await meja.desktop.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, tempat)
}

test.beforeAll(async () => {
  db = await connectDatabase()
  orang = await findOrang()
  await db.query('delete from rekomendasi')
  folder = mkdtempSync(join(tmpdir(), 'meja-e2e-unduhan-'))
  meja = await openMeja('fasilitator.pendidikan')
})

test.afterAll(async () => {
  await meja?.desktop.close()
  await db?.end()
})

test('a person is found from anywhere by a name with a slip in it', async () => {
  const { page } = meja
  const [kata = '', ...lain] = orang.nama.split(' ')
  await page.keyboard.press('Control+k')
  await expect(page.getByTestId('cari-kata')).toBeFocused()
  // Two letters that changed places.
  const salah = `${kata.slice(0, 2)}${kata[3]}${kata[2]}${kata.slice(4)}`
  await page.keyboard.type([salah, ...lain].join(' '))
  const baris = page.locator(`[data-pegawai="${orang.id}"]`)
  await expect(baris).toBeVisible()
  await expect(page.getByTestId('cari-mirip')).toBeVisible()
  await takePictures(page, 'rekam-cari')
  await expectAccessible(page, 'cari')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('cari-baris').first()).toBeFocused()
})

test('a NIP that a spreadsheet damaged is named, and nobody else is shown for it', async () => {
  const { page } = meja
  await page.getByTestId('cari-kata').fill('1,98608E+17')
  await expect(page.getByTestId('cari-nip-rusak')).toContainText('NIP rusak')
  await expect(page.getByTestId('cari-baris')).toHaveCount(0)
  await page.getByTestId('cari-kata').fill(orang.nama)
  await expect(page.locator(`[data-pegawai="${orang.id}"]`)).toBeVisible()
})

test('one page tells who it is, and of a past day what held then', async () => {
  const { page } = meja
  await page.locator(`[data-pegawai="${orang.id}"]`).click()
  await expect(page.getByTestId('pegawai-nama')).toContainText(orang.nama)
  await expect(page.getByTestId('fakta-golongan')).toContainText(orang.terbaru)
  await takePictures(page, 'rekam-pegawai')
  await expectAccessible(page, 'pegawai')

  await page.keyboard.press('t')
  await page.keyboard.type(await getTmtKedua())
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pita-waktu')).toContainText('Rekam per')
  await expect(page.getByTestId('fakta-golongan')).toContainText(orang.lampau)
  await page.getByTestId('bagian-riwayat').click()
  await page.getByTestId('kelompok-pendukung').click()
  const pangkat = page.locator('[data-jenis=pangkat] [data-testid=riwayat-baris]')
  await expect(pangkat).toHaveCount(1)
  await takePictures(page, 'rekam-lampau')
  await expectAccessible(page, 'riwayat per tanggal')

  // What this register knew on that day is another question: it did not exist yet.
  await page.getByTestId('cara-tercatat').click()
  await expect(pangkat).toHaveCount(0)
  await page.getByTestId('pita-hari-ini').click()
  await expect(page.getByTestId('pita-waktu')).toHaveCount(0)
  await expect(pangkat.nth(1)).toBeVisible()
})

test('the archive opens a scan; timeline and proposals tell how it came', async () => {
  const { page } = meja
  await page.getByTestId('bagian-dokumen').click()
  await page.getByTestId('arsip-buka').first().click()
  await page.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  await takePicture(page, 'rekam-pindaian')
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'arsip')
  await page.getByTestId('bagian-linimasa').click()
  await expect(page.locator('[data-macam=dokumen]').first()).toBeVisible()
  await expectAccessible(page, 'linimasa')
  await page.getByTestId('bagian-usulan').click()
  await expect(page.getByTestId('usulan-baris').first()).toBeVisible()
  await expectAccessible(page, 'usulan')
})

test('the DRH is written where the person says, whole, and the print is logged', async () => {
  const { page } = meja
  const tempat = join(folder, 'drh.pdf')
  await chooseTempat(tempat)
  // Somebody else's record is printed under a recommendation only (P18).
  await expect(page.getByTestId('drh-tanpa-rekomendasi')).toBeVisible()
  await db.query(
    `insert into rekomendasi (id, penyajian, tujuan, penerima, berlaku, diberikan_oleh, nama_pemberi)
     select gen_random_uuid(), 'drh', 'pelayanan di loket', 'Loket Pelayanan',
       daterange(current_date - 1, current_date + 30), id, 'Administrator contoh'
     from akun where nama_pengguna = 'administrator1'`,
  )
  await page.getByTestId('drh-tanpa-rekomendasi').getByRole('button').click()
  await expect(page.getByTestId('drh-rekomendasi')).toContainText('REK-')
  await takePicture(page, 'rekam-drh')
  await page.getByTestId('unduh-drh').click()
  await expect(page.getByTestId('unduhan-tersimpan')).toContainText(tempat)
  const pdf = readFileSync(tempat)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.subarray(-6).toString()).toContain('%%EOF')
  expect(readdirSync(folder)).toEqual(['drh.pdf'])
  const { rows } = await db.query(
    `select rincian ->> 'disamarkan' as disamarkan from audit where aksi = 'drh.cetak' and objek = $1`,
    [`pegawai:${orang.id}`],
  )
  expect(rows).toEqual([{ disamarkan: 'true' }])

  // Nowhere chosen: nothing is printed, nothing is logged.
  await meja.desktop.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  await page.getByTestId('unduh-drh').click()
  await expect(page.getByTestId('unduhan-tersimpan')).toHaveCount(0)
  const { rowCount } = await db.query(`select from audit where aksi = 'drh.cetak' and objek = $1`, [
    `pegawai:${orang.id}`,
  ])
  expect(rowCount).toBe(1)
})

test('the tree of units leads to their people', async () => {
  const { page } = meja
  await page.keyboard.press('Alt+3')
  const unit = page.locator('[data-unit="101.61"]')
  await expect(unit).toBeVisible()
  await takePictures(page, 'rekam-organisasi')
  await expectAccessible(page, 'organisasi')
  await unit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('cari-tempat')).toBeVisible()
  const { rows } = await db.query<{ jumlah: string }>(
    `select count(*) as jumlah from pegawai where unit_kerja = '101.61'`,
  )
  await expect(page.getByTestId('cari-baris')).toHaveCount(Number(rows[0]?.jumlah))
})
