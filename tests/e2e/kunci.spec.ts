import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import berkasKunci from '../../renderer/lock/locales/id.json' with { type: 'json' }
import { kalimatIndonesia } from '../../core/api/error-sentences-id.ts'
import { launchDesktop, PIN, signIn } from '../../scripts/desktop-driver.ts'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'
import {
  connectDatabase,
  getEnvironment,
  judgeAllSesuai,
  listKeputusan,
  openMeja,
  stateAsli,
  takePicture,
  waitForScan,
} from './meja.ts'

const PIN_LAIN = '905172'

function launch(userDataDir: string, serverUrl = getEnvironment('MEJA_E2E_SERVER_URL')) {
  return launchDesktop({ executablePath: getEnvironment('MEJA_E2E_APP'), serverUrl, userDataDir })
}

function getMasuk(username: string) {
  const { kataSandi } = readDemoAccounts(getEnvironment('MEJA_E2E_PROVINCE_DIR'))
  return { username, kataSandi }
}

/** A desk on a profile that outlives it. */
async function openOnProfile(userDataDir: string, username: string) {
  const desktop = await launch(userDataDir)
  const page = await desktop.firstWindow()
  await page.getByTestId('masuk-tombol').waitFor()
  await signIn(desktop, page, getMasuk(username))
  await page.getByTestId('antrean-baris').first().waitFor()
  return { desktop, page }
}

async function openFirstCase(page: Page): Promise<string> {
  await page.getByTestId('antrean-baris').first().click()
  await page.getByTestId('kolom-rekam').waitFor()
  const usulanId = (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
  await waitForScan(page, usulanId)
  return usulanId
}

async function lock(desktop: ElectronApplication, page: Page): Promise<Page> {
  const jendela = desktop.waitForEvent('window')
  // Not awaited: the page that would answer goes away meanwhile.
  void page.keyboard.press('Control+l').catch(() => {})
  const layar = await jendela
  await layar.getByTestId('kunci-pin').waitFor()
  await expect.poll(() => page.isClosed()).toBe(true)
  return layar
}

async function unlock(desktop: ElectronApplication, layar: Page, pin = PIN): Promise<Page> {
  const jendela = desktop.waitForEvent('window')
  await layar.getByTestId('kunci-pin').fill(pin)
  void layar.keyboard.press('Enter').catch(() => {})
  return jendela
}

/** Waits until main says so; a file or a number of the profile is read by the app itself. */
async function killHard(desktop: ElectronApplication): Promise<void> {
  const proses = desktop.process()
  const mati = new Promise((resolve) => {
    proses.once('exit', resolve)
  })
  proses.kill('SIGKILL')
  await mati
}

test('a key closes the screen, and the PIN brings back the same case with what was being typed', async () => {
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    const usulanId = await openFirstCase(page)
    await page.getByTestId('asli-tempat').fill('Loket dekat pin')
    const pemilik = await page.getByTestId('isian-pemilik').innerText()
    const [nip = ''] = /\d{8} ?\d{6} ?\d ?\d{3}/.exec(pemilik) ?? []
    expect(nip).not.toBe('')
    const layar = await lock(desktop, page)
    await expect(layar.locator('body')).not.toContainText(nip)
    expect(await layar.evaluate(() => Object.keys(globalThis).filter((k) => k === 'meja'))).toEqual(
      [],
    )
    for (const tema of ['light', 'dark'] as const) {
      await layar.emulateMedia({ colorScheme: tema })
      await takePicture(layar, `kunci-layar-${tema === 'light' ? 'terang' : 'gelap'}`)
    }
    const lagi = await unlock(desktop, layar)
    await waitForScan(lagi, usulanId)
    await expect(lagi.getByTestId('asli-tempat')).toHaveValue('Loket dekat pin')
    await expect(lagi.getByTestId('asli-tempat')).toBeFocused()
  } finally {
    await desktop.close()
  }
})

test('five wrong PINs across restarts leave only signing in, and that opens the same desk', async () => {
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const pertama = await openOnProfile(profil, 'fasilitator.perhubungan')
  const usulanId = await openFirstCase(pertama.page)
  await pertama.page.getByTestId('asli-tempat').fill('Loket sebelum lupa')
  await lock(pertama.desktop, pertama.page)
  await pertama.desktop.close()

  for (const sisa of [4, 3, 2, 1]) {
    const desktop = await launch(profil)
    const layar = await desktop.firstWindow()
    await layar.getByTestId('kunci-pin').fill(PIN_LAIN)
    await layar.keyboard.press('Enter')
    await expect(layar.getByTestId('kunci-pesan')).toHaveText(
      berkasKunci.sisa.replace('{sisa}', String(sisa)),
    )
    await killHard(desktop)
  }
  const desktop = await launch(profil)
  try {
    const layar = await desktop.firstWindow()
    await layar.getByTestId('kunci-pin').fill(PIN_LAIN)
    await layar.keyboard.press('Enter')
    await expect(layar.getByTestId('kunci-pesan')).toHaveText(berkasKunci.habis)
    await expect(layar.getByTestId('kunci-pin')).toBeHidden()
    const jendela = desktop.waitForEvent('window')
    // The address is taken before the browser would open.
    await desktop.evaluate(({ shell }) => {
      shell.openExternal = async () => {}
    })
    await layar.getByTestId('kunci-lupa').click()
    const pintu = await jendela
    await pintu.getByTestId('masuk-batal').click()
    await signIn(desktop, pintu, getMasuk('fasilitator.perhubungan'))
    await waitForScan(pintu, usulanId)
    await expect(pintu.getByTestId('asli-tempat')).toHaveValue('Loket sebelum lupa')
  } finally {
    await desktop.close()
  }
})

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
  await killHard(desktop)
  expect(await listKeputusan(db, usulanId)).toEqual([])

  const lagi = await launch(profil)
  try {
    const layar = await lagi.firstWindow()
    await unlock(lagi, layar)
    await expect.poll(async () => (await listKeputusan(db, usulanId)).length).toBe(1)
  } finally {
    await lagi.close()
    await db.end()
  }
})

test('a case that was opened opens again without network, scan included', async () => {
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    const usulanId = await openFirstCase(page)
    await desktop.evaluate(({ session }) =>
      session
        .fromPartition('persist:meja')
        .setProxy({ proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' }),
    )
    const layar = await lock(desktop, page)
    const lagi = await unlock(desktop, layar)
    await waitForScan(lagi, usulanId)
    await expect(lagi.getByTestId('strip-koneksi')).toHaveAttribute('data-keadaan', 'luring')
  } finally {
    await desktop.close()
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
    expect(usulanId).not.toBe('')
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

test('nobody at the desk: the screen counts down, offers to stay, and closes', async () => {
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const { writeFileSync } = await import('node:fs')
  writeFileSync(
    join(profil, 'kebijakan-layar.json'),
    JSON.stringify({ diamDetik: 30, hitungMundurDetik: 20 }),
  )
  const { desktop, page } = await openOnProfile(profil, 'fasilitator.perhubungan')
  try {
    await page.getByTestId('antrean-cari').fill('sedang mengetik')
    await expect(page.getByTestId('segera-terkunci')).toBeVisible({ timeout: 40_000 })
    await takePicture(page, 'kunci-segera')
    // By key: already the way of the mouse to the button is a hand, and takes the question away.
    await page.getByTestId('tetap-di-meja').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('segera-terkunci')).toBeHidden()
    // Neither focus nor a filled form prevents it.
    const layar = await desktop.waitForEvent('window', { timeout: 45_000 })
    await expect(layar.getByTestId('kunci-pin')).toBeVisible()
    const lagi = await unlock(desktop, layar)
    await expect(lagi.getByTestId('antrean-cari')).toHaveValue('sedang mengetik')
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
  const { globSync } = await import('node:fs')
  const berisi = globSync('**/*', { cwd: profil, withFileTypes: true })
    .filter((satu) => satu.isFile())
    .filter((satu) => readFileSync(join(satu.parentPath, satu.name)).includes(nip))
  expect(berisi.map(({ name }) => name)).toEqual([])
})
