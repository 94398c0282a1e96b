import { expect, test } from '@playwright/test'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import berkasKunci from '../../renderer/lock/locales/id.json' with { type: 'json' }
import { PIN, signIn } from '../../scripts/desktop-driver.ts'
import { getMasuk, killHard, launch, lock, openFirstCase, openOnProfile, unlock } from './kunci.ts'
import { openMeja, takePicture, waitForScan } from './meja.ts'

const PIN_LAIN = '905172'

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
    // Five more, past the page that no longer asks: the right one among them opens nothing either.
    for (const pin of [PIN_LAIN, PIN_LAIN, PIN_LAIN, PIN_LAIN, PIN]) {
      const jawaban = await layar.evaluate((isi) => window.kunci.bukaDenganPin(isi), pin)
      expect(jawaban).toEqual({ ok: true, value: { sebab: 'pin_habis', sisa: 0 } })
    }
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
    // Promised by Chromium: a full disk does not throw the working copy away.
    expect(await lagi.evaluate(() => navigator.storage.persisted())).toBe(true)
    await expect(lagi.getByTestId('strip-koneksi')).toHaveAttribute('data-keadaan', 'luring')
  } finally {
    await desktop.close()
  }
})

test('nobody at the desk: the screen counts down, offers to stay, and closes', async () => {
  const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
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
    // Neither focus nor a filled form prevents it, nor a pointer that a moving page seems to push: the
    // window believes in a hand all the time, and the idle time of the X server decides.
    const jendela = desktop.waitForEvent('window', { timeout: 45_000 })
    let x = 0
    const pendorong = setInterval(() => {
      x = (x + 1) % 50
      void page.mouse.move(300 + x, 300).catch(() => {})
    }, 500)
    const layar = await jendela
    clearInterval(pendorong)
    await expect(layar.getByTestId('kunci-pin')).toBeVisible()
    const lagi = await unlock(desktop, layar)
    await expect(lagi.getByTestId('antrean-cari')).toHaveValue('sedang mengetik')
  } finally {
    await desktop.close()
  }
})
