import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Client } from 'pg'
import { kalimatIndonesia } from '../../core/api/error-sentences-id.ts'
import berkasApp from '../../renderer/locales/id/app.json' with { type: 'json' }
import berkasMeja from '../../renderer/locales/id/kunci.json' with { type: 'json' }
import { launchDesktop, signIn } from '../../scripts/desktop-driver.ts'
import { getMasuk, killHard, launch, lock, openFirstCase, openOnProfile, unlock } from './kunci.ts'
import {
  connectDatabase,
  getEnvironment,
  judgeAllSesuai,
  listKeputusan,
  stateAsli,
  takePicture,
  takePictures,
  waitForScan,
} from './meja.ts'
import { launchAsOther } from './pengguna-lain.ts'

/** What of a person's work stays on a workstation, and for whom (P1.21, P30.2b). */

/** A hands the original back, two statements, and the door stands where the desk stood. */
async function signOutCleanly(desktop: ElectronApplication, page: Page): Promise<void> {
  const strip = page.getByTestId('strip-asli')
  await expect(strip).toHaveAttribute('data-jumlah', '1')
  await page.getByTestId('menu-akun').click()
  await page.getByRole('menuitem', { name: berkasApp.app.keluar }).click()
  await expect(page.getByTestId('keluar-asli-kembali')).toBeDisabled()
  await takePictures(page, 'kunci-keluar-asli')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('keluar-meja')).toBeHidden()
  await page.keyboard.press('a')
  await expect(strip).toHaveAttribute('data-jumlah', '0')
  await page.getByTestId('menu-akun').click()
  await page.getByRole('menuitem', { name: berkasApp.app.keluar }).click()
  await page.getByTestId('keluar-meja-bersih').check()
  await page.getByTestId('keluar-asli-kembali').check()
  const jendela = desktop.waitForEvent('window')
  await page.getByTestId('keluar-sekarang').click()
  await expect((await jendela).getByTestId('masuk-tombol')).toBeVisible()
}

/** What the server was told of the original behind the decision of this proposal. */
async function listPeristiwa(db: Client, usulanId: string): Promise<string[]> {
  const { rows } = await db.query<{ peristiwa: string }>(
    `select c.peristiwa from catatan_layar c
       join keputusan_verifikasi k on k.transaction_id = c.rujukan
      where k.usulan_id = $1 order by c.urutan`,
    [usulanId],
  )
  return rows.map(({ peristiwa }) => peristiwa)
}

test('a decision that was saved arrives although the application was killed', async () => {
  const db = await connectDatabase()
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const { desktop, page } = await openOnProfile(profil, 'fasilitator.perhubungan')
  const usulanId = await openFirstCase(page)
  const belumDilihat = page.locator('[data-testid^="bukti-"][aria-label$="belum dilihat"]')
  while ((await belumDilihat.count()) > 0) await belumDilihat.first().click()
  await judgeAllSesuai(page)
  await stateAsli(page, 'Loket 3')
  // The way to the server is cut: what is decided now can only be here.
  await desktop.evaluate(({ session }) =>
    session
      .fromPartition('persist:meja')
      .setProxy({ proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' }),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('strip-tersimpan')).toBeVisible()
  await takePicture(page, 'kunci-tersimpan')
  // Whoever would leave this machine now would take the decision along.
  await page.getByTestId('menu-akun').click()
  await page.getByRole('menuitem', { name: berkasMeja.kunci.lepas.judul }).click()
  await expect(page.getByTestId('lepas-belum-sampai')).toContainText('1 keputusan')
  await takePictures(page, 'kunci-lepas-belum')
  expect(await page.evaluate(() => window.meja.lepasKomputer())).toEqual({
    ok: false,
    code: 'kiriman_belum_sampai',
  })
  await killHard(desktop)
  expect(await listKeputusan(db, usulanId)).toEqual([])

  const lagi = await launch(profil)
  try {
    const layar = await lagi.firstWindow()
    // In the morning, with nothing opened: a number each, and no name.
    await expect(layar.getByTestId('kunci-belum-terkirim')).toContainText('1 keputusan')
    await expect(layar.getByTestId('kunci-asli')).toContainText('1 berkas asli')
    await takePicture(layar, 'kunci-layar-asli')
    const meja = await unlock(lagi, layar)
    await expect.poll(async () => (await listKeputusan(db, usulanId)).length).toBe(1)
    await signOutCleanly(lagi, meja)
    await expect
      .poll(() => listPeristiwa(db, usulanId))
      .toEqual(['asli_di_meja', 'asli_dikembalikan'])
  } finally {
    await lagi.close()
    await db.end()
  }
})

test('a second person on the same machine finds nothing of the first', async () => {
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const { desktop, page } = await openOnProfile(profil, 'fasilitator.perhubungan')
  try {
    const usulanId = await openFirstCase(page)
    const layar = await lock(desktop, page)
    await desktop.evaluate(({ shell }) => {
      shell.openExternal = async () => {}
    })
    const jendela = desktop.waitForEvent('window')
    await layar.getByTestId('kunci-ganti').click()
    const pintu = await jendela
    await pintu.getByTestId('masuk-batal').click()
    await signIn(desktop, pintu, getMasuk('fasilitator.kesehatan'))
    await pintu.getByTestId('antrean-baris').first().waitFor()
    await expect(pintu.getByTestId('strip-belum-terkirim')).toHaveAttribute('data-jumlah', '0')
    const basisData = await pintu.evaluate(async () => (await indexedDB.databases()).length)
    expect(basisData).toBe(2)
    const kunci = await pintu.evaluate(async () => window.meja.takeKunciTembolok())
    expect(kunci).toEqual({ ok: true, value: null })

    // The second one leaves this workstation for good; the first finds everything as it was.
    await pintu.getByTestId('menu-akun').click()
    await pintu.getByRole('menuitem', { name: berkasMeja.kunci.lepas.judul }).click()
    await takePictures(pintu, 'kunci-lepas')
    const sesudah = desktop.waitForEvent('window')
    await pintu.getByTestId('lepas-sekarang').click()
    const kosong = await sesudah
    await kosong.getByTestId('masuk-tombol').waitFor()
    await expect
      .poll(() => kosong.evaluate(async () => (await indexedDB.databases()).length))
      .toBe(1)
    // A file that is just being replaced has its new text beside it for a moment.
    await expect
      .poll(() =>
        readdirSync(join(profil, 'orang'))
          .map((nama) => extname(nama))
          .toSorted(),
      )
      .toEqual(['', '.dilepas', '.saksi'])
    await signIn(desktop, kosong, getMasuk('fasilitator.perhubungan'))
    await waitForScan(kosong, usulanId)
  } finally {
    await desktop.close()
  }
})

test('without a key ring nobody signs in, and the sentence says what to do', async () => {
  const desktop = await launchDesktop({
    executablePath: getEnvironment('MEJA_E2E_APP'),
    serverUrl: getEnvironment('MEJA_E2E_SERVER_URL'),
    userDataDir: mkdtempSync(join(tmpdir(), 'meja-e2e-')),
    keyring: false,
  })
  try {
    const page = await desktop.firstWindow()
    await expect(page.getByText(kalimatIndonesia.brankas_tidak_ada.terjadi)).toBeVisible()
    await page.getByTestId('masuk-tombol').click()
    await expect(page.getByText(kalimatIndonesia.brankas_tidak_ada.lanjut)).toBeVisible()
    await takePicture(page, 'kunci-tanpa-brankas')
  } finally {
    await desktop.close()
  }
})

test('nothing that the profile keeps names a person', async () => {
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const { desktop, page } = await openOnProfile(profil, 'fasilitator.perhubungan')
  await openFirstCase(page)
  const nip = (await page.getByTestId('isian-pemilik').innerText()).replace(/\D/g, '').slice(0, 18)
  expect(nip).toMatch(/^\d{18}$/)
  await lock(desktop, page)
  await desktop.close()
  // The same files in another user's hands: their key ring knows nothing of ours.
  const salinan = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  cpSync(profil, salinan, { recursive: true })
  const lain = await launchAsOther(salinan)
  const pintu = await lain.firstWindow()
  await expect(pintu.getByTestId('masuk-tombol')).toBeVisible()
  await expect(pintu.getByTestId('kunci-pin')).toHaveCount(0)
  expect(await pintu.evaluate(() => window.meja.takeKunciTembolok())).toEqual({
    ok: true,
    value: null,
  })
  await lain.close()
  const berisi = globSync('**/*', { cwd: profil, withFileTypes: true })
    .filter((satu) => satu.isFile())
    .filter((satu) => readFileSync(join(satu.parentPath, satu.name)).includes(nip))
  expect(berisi.map(({ name }) => name)).toEqual([])
})
