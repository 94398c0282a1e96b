import { expect, test } from '@playwright/test'
import type { Client } from 'pg'
import {
  connectDatabase,
  findUsulan,
  judge,
  judgeAllSesuai,
  listKeputusan,
  openByKeyboard,
  openMeja,
  stateAsli,
  takePicture,
  takePictures,
  waitForScan,
  type Meja,
} from './meja.ts'

/** One morning at the desk of Dinas Pendidikan; each part goes on where the one before ended. */
test.describe.configure({ mode: 'serial' })

let meja: Meja
let db: Client

test.beforeAll(async () => {
  db = await connectDatabase()
  meja = await openMeja('fasilitator.pendidikan')
})

test.afterAll(async () => {
  await meja?.desktop.close()
  await db?.end()
})

async function getStatus(usulanId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ status: string }>('select status from usulan where id = $1', [
    usulanId,
  ])
  return rows[0]?.status
}

async function countAudit(usulanId: string, aksi: string): Promise<number> {
  const { rowCount } = await db.query('select from audit where objek = $1 and aksi = $2', [
    `usulan:${usulanId}`,
    aksi,
  ])
  return rowCount ?? 0
}

test('the queue holds the own office only, oldest first', async () => {
  const { page } = meja
  const { rows } = await db.query<{ id: string }>(
    `select id from usulan where status = 'diajukan' and perangkat_daerah = '101'
       and pegawai_id <> (select pegawai_id from akun where nama_pengguna = $1)
       and not jenis_rahasia(jenis)
      order by diajukan_pada, id`,
    ['fasilitator.pendidikan'],
  )
  const terlihat = await page
    .getByTestId('antrean-baris')
    .evaluateAll((semua) => semua.map((satu) => satu.getAttribute('data-usulan')))
  expect(terlihat).toEqual(rows.map(({ id }) => id))
  await expect(page.getByTestId('antrean-jumlah')).toContainText(String(rows.length))
  await takePictures(page, 'verifikasi-antrean')
})

test('a NIP that a spreadsheet damaged gets its sentence instead of an empty list', async () => {
  const { page } = meja
  await page.keyboard.press('/')
  await page.keyboard.type('1,98608E+17')
  await expect(page.getByTestId('antrean-nip-rusak')).toContainText('NIP rusak')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('antrean-baris').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('antrean-baris').first()).toBeFocused()
})

test('one case is verified with the keyboard alone and becomes part of the record', async () => {
  const { page } = meja
  const usulanId = await findUsulan(db, { jenis: 'diklat', halaman: 1 })
  await openByKeyboard(page, usulanId)
  await expect(page.locator('[aria-pressed="true"][data-testid^="nilai-"]')).toHaveCount(0)
  await expect(page.getByTestId('asli-dilihat')).not.toBeChecked()
  await takePictures(page, 'verifikasi-meja')

  // Asked too early, it says what is missing and goes there.
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('tombol-sesuai-lanjut')).toContainText('belum dinilai')
  expect(await listKeputusan(db, usulanId)).toEqual([])

  await judgeAllSesuai(page)
  await expect(page.getByTestId('tombol-sesuai-lanjut')).toContainText('asli belum dinyatakan')
  await stateAsli(page, 'Loket 2')
  await page.keyboard.press('Enter')

  await expect(page.getByTestId('meja-verifikasi')).not.toHaveAttribute('data-kasus', usulanId)
  await expect(page.getByTestId('strip-diterima')).toContainText('1 diterima')
  const [keputusan, ...lain] = await listKeputusan(db, usulanId)
  expect(lain).toEqual([])
  expect(keputusan?.hasil).toBe('sesuai')
  expect(keputusan?.asli_tempat).toBe('Loket 2')
  expect(keputusan?.nama_pengguna).toBe('fasilitator.pendidikan')
  expect(keputusan?.isi.bukti.map(({ halamanDilihat }) => halamanDilihat)).toEqual([[1]])
  const dokumen = await db.query(
    `select d.sha256 from dokumen d join usulan_dokumen ud on ud.dokumen_id = d.id
      where ud.usulan_id = $1`,
    [usulanId],
  )
  expect(keputusan?.isi.bukti[0]?.sha256).toBe(dokumen.rows[0]?.sha256)
  expect(await getStatus(usulanId)).toBe('valid')
  const riwayat = await db.query(
    'select r.isi = u.sesudah as sama from riwayat r join usulan u on u.id = r.usulan_id where u.id = $1',
    [usulanId],
  )
  expect(riwayat.rows).toEqual([{ sama: true }])
  expect(await countAudit(usulanId, 'keputusan.sesuai')).toBe(1)
})

test('a page that has not been shown keeps the decision back', async () => {
  const { page } = meja
  const usulanId = await findUsulan(db, { jenis: 'pangkat', halaman: 2 })
  await page.keyboard.press('Escape')
  await openByKeyboard(page, usulanId)
  const tombol = page.getByTestId('tombol-sesuai-lanjut')
  await expect(tombol).toContainText('halaman 2 belum dilihat')

  // Enter leads to that page instead of deciding.
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pindaian-halaman')).toHaveAttribute('data-halaman', '2')
  await expect(tombol).not.toContainText('belum dilihat')
  await judgeAllSesuai(page)
  // The last place is offered; that the original was seen there is not.
  await expect(page.getByTestId('asli-tempat')).toHaveValue('Loket 2')
  await stateAsli(page, 'Loket 2')
  expect(await listKeputusan(db, usulanId)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('strip-diterima')).toContainText('2 diterima')
  // Rank is a key field: the record waits for the administrator's second look (P10.2b).
  expect(await getStatus(usulanId)).toBe('terverifikasi_1')
})

test('another case goes back with a reason, a note and a spot on the scan', async () => {
  const { page } = meja
  const usulanId = await findUsulan(db, { jenis: 'kartu_keluarga', halaman: 1 })
  const sebelum = await db.query('select count(*) from riwayat')
  await page.keyboard.press('Escape')
  await openByKeyboard(page, usulanId)
  await judge(page, 'Space')
  await judge(page, '2')
  await judge(page, '3')
  await page.keyboard.press('r')
  await expect(page.getByTestId('alasan-nomorKk')).toBeFocused()
  await expect(page.getByTestId('tombol-kirim-pengembalian')).toContainText('belum punya alasan')
  await page.getByTestId('alasan-nomorKk').selectOption('berbeda_dengan_pindaian')
  await page.getByTestId('catatan-nomorKk').fill('Dua angka terakhir tertukar.')
  await page.getByTestId('pin-nomorKk').click()
  await page.getByTestId('pindaian-halaman').click({ position: { x: 200, y: 120 } })
  await expect(page.getByTestId('surat-pengembalian')).toContainText('Dua angka terakhir tertukar.')
  await expect(page.getByTestId('surat-pengembalian')).toContainText('ditandai di')
  await takePictures(page, 'verifikasi-kembalikan')
  await page.getByTestId('tombol-kirim-pengembalian').click()

  await expect(page.getByTestId('strip-diterima')).toContainText('3 diterima')
  const [keputusan] = await listKeputusan(db, usulanId)
  expect(keputusan?.hasil).toBe('dikembalikan')
  expect(keputusan?.asli_tempat).toBeNull()
  const nomorKk = keputusan?.isi.penilaian.find(({ kunci }) => kunci === 'nomorKk')
  expect(nomorKk).toMatchObject({
    nilai: 'tidak_sesuai',
    alasan: 'berbeda_dengan_pindaian',
    catatan: 'Dua angka terakhir tertukar.',
    pin: { halaman: 1, x: expect.any(Number), y: expect.any(Number) },
  })
  expect(keputusan?.isi.penilaian.find(({ kunci }) => kunci === 'nik')).toMatchObject({
    nilai: 'tidak_terbaca',
    alasan: 'tidak_terbaca',
  })
  expect(await getStatus(usulanId)).toBe('dikembalikan')
  expect(await countAudit(usulanId, 'keputusan.dikembalikan')).toBe(1)
  expect((await db.query('select count(*) from riwayat')).rows).toEqual(sebelum.rows)
})

test('a decision that a colleague was faster with stays in the tray until it is discarded', async () => {
  const { page } = meja
  const usulanId = await findUsulan(db, { jenis: 'gaji', halaman: 1 })
  await page.keyboard.press('Escape')
  await openByKeyboard(page, usulanId)
  await judgeAllSesuai(page)
  await stateAsli(page, 'Loket 2')

  const rekan = await openMeja('fasilitator2.pendidikan')
  try {
    await openByKeyboard(rekan.page, usulanId)
    await judgeAllSesuai(rekan.page)
    await stateAsli(rekan.page, 'Loket 5')
    await rekan.page.keyboard.press('Enter')
    await expect(rekan.page.getByTestId('strip-diterima')).toContainText('1 diterima')
  } finally {
    await rekan.desktop.close()
  }

  await page.keyboard.press('Enter')
  // The next case is on the desk all the same: one refusal holds nothing up.
  await expect(page.getByTestId('meja-verifikasi')).not.toHaveAttribute('data-kasus', usulanId)
  await expect(page.getByTestId('strip-ditolak')).toContainText('1 ditolak')
  await page.getByTestId('strip-kiriman').click()
  const baki = page.getByTestId('baki-ditolak')
  await expect(baki).toContainText('sudah diputuskan oleh rekan')
  await expect(baki.getByTestId('keadaan-server')).toContainText('fasilitator2.pendidikan')
  await takePictures(page, 'verifikasi-baki')
  expect((await listKeputusan(db, usulanId)).map((satu) => satu.nama_pengguna)).toEqual([
    'fasilitator2.pendidikan',
  ])

  await page.getByTestId('tombol-mulai-buang').click()
  await expect(page.getByTestId('tombol-buang')).toBeDisabled()
  await page.getByTestId('alasan-buang').fill('Keputusan rekan sudah benar')
  await page.getByTestId('tombol-buang').click()
  await expect(page.getByTestId('kartu-ditolak')).toHaveCount(0)
  await expect(baki).toContainText('Keputusan rekan sudah benar')
  await page.keyboard.press('Escape')
  await expect(baki).toBeHidden()
})

test('a hand on the mouse judges every field with one click each', async () => {
  const { page } = meja
  const usulanId = await findUsulan(db, { jenis: 'kinerja', halaman: 1 })
  await page.keyboard.press('Escape')
  await openByKeyboard(page, usulanId)
  const tombol = page.locator('[data-testid^="nilai-"][data-testid$="-sesuai"]')
  const jumlah = await tombol.count()
  for (let nomor = 0; nomor < jumlah; nomor += 1) {
    await tombol.nth(nomor).click()
    // Against what was read on the scan it takes a second one.
    if ((await page.getByTestId('bacaan-tegaskan').count()) > 0) await tombol.nth(nomor).click()
  }
  await expect(page.locator('[data-testid$="-sesuai"][aria-pressed="true"]')).toHaveCount(jumlah)
  // The keyboard has not been lost to the mouse.
  await judge(page, '2')
  await expect(page.locator('[aria-pressed="true"][data-testid$="-tidak_sesuai"]')).toHaveCount(1)
})

test('judgements of a case outlast leaving it', async () => {
  const { page } = meja
  const usulanId = await findUsulan(db, { jenis: 'pasangan', halaman: 1 })
  await page.keyboard.press('Escape')
  await openByKeyboard(page, usulanId)
  await judge(page, '2')
  await page.keyboard.press('j')
  await expect(page.getByTestId('meja-verifikasi')).not.toHaveAttribute('data-kasus', usulanId)
  await page.keyboard.press('k')
  await waitForScan(page, usulanId)
  await expect(page.getByTestId('nilai-pemilik-tidak_sesuai')).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Nyatakan asli dilihat')
  // No key means two things on this screen.
  const tombol = await page.getByRole('dialog').locator('kbd').allTextContents()
  expect(tombol.toSorted()).toEqual([...new Set(tombol)].toSorted())
  await takePicture(page, 'verifikasi-tombol')
})
