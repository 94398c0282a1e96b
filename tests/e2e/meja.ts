import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { launchDesktop, signIn } from '../../scripts/desktop-driver.ts'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'

export function getEnvironment(nama: string): string {
  const nilai = process.env[nama]
  if (!nilai) throw new Error(`${nama} tidak ada; jalankan \`npm test -- e2e\`.`)
  return nilai
}

export type Meja = { desktop: ElectronApplication; page: Page }

/** A desk of its own for one demo account, at the smallest screen that an office has. */
export async function openMeja(username: string): Promise<Meja> {
  const desktop = await launchDesktop({
    executablePath: getEnvironment('MEJA_E2E_APP'),
    serverUrl: getEnvironment('MEJA_E2E_SERVER_URL'),
    userDataDir: mkdtempSync(join(tmpdir(), 'meja-e2e-')),
  })
  const page = await desktop.firstWindow()
  // Once more where V8 collects the answer before Playwright has it ("Resulting promise was garbage collected").
  await expect(() =>
    desktop.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
    }),
  ).toPass({ timeout: 10_000 })
  await page.getByTestId('masuk-tombol').waitFor()
  if (username.startsWith('fasilitator.')) await takePicture(page, 'verifikasi-masuk')
  const { kataSandi } = readDemoAccounts(getEnvironment('MEJA_E2E_PROVINCE_DIR'))
  await signIn(desktop, page, { username, kataSandi })
  await page.getByTestId('antrean-baris').first().waitFor()
  return { desktop, page }
}

export async function takePicture(page: Page, nama: string): Promise<void> {
  await page.screenshot({ path: join(getEnvironment('MEJA_E2E_PICTURES_DIR'), `${nama}.png`) })
}

/** Both themes of what is on screen now. */
export async function takePictures(page: Page, nama: string): Promise<void> {
  for (const [colorScheme, tema] of [
    ['light', 'terang'],
    ['dark', 'gelap'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /dark/ : /light/)
    await takePicture(page, `${nama}-${tema}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Walks the queue with the arrows, as a hand on the keyboard does, and opens one proposal. */
export async function openByKeyboard(page: Page, usulanId: string): Promise<void> {
  await page.getByTestId('antrean-baris').first().waitFor()
  const baris = page.locator(`[data-usulan="${usulanId}"]`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  const urutan = await page
    .getByTestId('antrean-baris')
    .evaluateAll(
      (semua, id) => semua.findIndex((satu) => satu.getAttribute('data-usulan') === id),
      usulanId,
    )
  for (let langkah = 0; langkah < urutan; langkah += 1) await page.keyboard.press('ArrowDown')
  await expect(baris).toBeFocused()
  await page.keyboard.press('Enter')
  await waitForScan(page, usulanId)
}

/** The case is on the desk, and the page in front has really been painted. */
export async function waitForScan(page: Page, usulanId: string): Promise<void> {
  await expect(page.getByTestId('meja-verifikasi')).toHaveAttribute('data-kasus', usulanId)
  await expect(page.locator('[data-testid^="bukti-"]').first()).toHaveAccessibleName(
    /sudah dilihat/,
  )
}

/** Judges the active field; against what was read on the scan it takes the key twice. */
export async function judge(page: Page, tombol: string): Promise<void> {
  await page.keyboard.press(tombol)
  if ((await page.getByTestId('bacaan-tegaskan').count()) > 0) await page.keyboard.press(tombol)
}

/** Judges every field equal with the space bar alone. */
export async function judgeAllSesuai(page: Page): Promise<void> {
  const jumlah = await page.locator('[data-kunci]').count()
  const sesuai = page.locator('[data-testid$="-sesuai"][aria-pressed="true"]')
  // Against what was read on the scan it takes the key twice.
  for (let nomor = 0; nomor < jumlah * 2 && (await sesuai.count()) < jumlah; nomor += 1) {
    await page.keyboard.press('Space')
  }
  await expect(sesuai).toHaveCount(jumlah)
}

/** O states the original as seen; the place is asked once and offered afterwards. */
export async function stateAsli(page: Page, tempat: string): Promise<void> {
  await page.keyboard.press('o')
  await expect(page.getByTestId('asli-dilihat')).toBeChecked()
  if ((await page.getByTestId('asli-tempat').inputValue()) !== '') return
  await expect(page.getByTestId('asli-tempat')).toBeFocused()
  await page.keyboard.type(tempat)
  await page.keyboard.press('Enter')
}

export async function connectDatabase(): Promise<Client> {
  const client = new Client({ connectionString: getEnvironment('MEJA_E2E_DATABASE_URL') })
  await client.connect()
  return client
}

/** The oldest waiting proposal of this kind in the office, of another person than its facilitators. */
export async function findUsulan(
  db: Client,
  { jenis, halaman }: { jenis: string; halaman: number },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select u.id from usulan u
       join usulan_dokumen ud on ud.usulan_id = u.id
       join dokumen d on d.id = ud.dokumen_id
      where u.status = 'diajukan' and u.perangkat_daerah = '101' and u.jenis = $1
        and not exists (select from akun a where a.pegawai_id = u.pegawai_id)
        -- One that contradicts itself is another story: nobody can say "sesuai" to it.
        and coalesce(u.sesudah ->> 'tanggalSelesai' >= u.sesudah ->> 'tanggalMulai', true)
      group by u.id having sum(d.halaman) = $2 order by min(u.diajukan_pada) limit 1`,
    [jenis, halaman],
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`no waiting ${jenis} with ${halaman} pages in the demo`)
  return id
}

export type BarisKeputusan = {
  hasil: string
  asli_tempat: string | null
  nama_pengguna: string
  isi: {
    penilaian: { kunci: string; nilai: string; alasan?: string; catatan?: string; pin?: object }[]
    bukti: { dokumenId: string; sha256: string; halamanDilihat: number[] }[]
  }
}

export async function listKeputusan(db: Client, usulanId: string): Promise<BarisKeputusan[]> {
  const { rows } = await db.query<BarisKeputusan>(
    `select k.hasil, k.asli_tempat, k.isi, a.nama_pengguna
       from keputusan_verifikasi k join akun a on a.id = k.akun_id where k.usulan_id = $1`,
    [usulanId],
  )
  return rows
}
