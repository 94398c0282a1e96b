import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lock, openFirstCase, unlock } from './kunci.ts'
import {
  connectDatabase,
  judge,
  judgeAllSesuai,
  listKeputusan,
  openMeja,
  stateAsli,
  waitForScan,
} from './meja.ts'

// The screen closes in the middle of something: nothing is lost, and nothing happens twice.

test('a decision that is being saved while the screen closes arrives once', async () => {
  const db = await connectDatabase()
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    const usulanId = await openFirstCase(page)
    const belumDilihat = page.locator('[data-testid^="bukti-"][aria-label$="belum dilihat"]')
    while ((await belumDilihat.count()) > 0) await belumDilihat.first().click()
    await judgeAllSesuai(page)
    await stateAsli(page, 'Loket sela')
    // Both keys in one breath: the journal is being written when the screen closes.
    const jendela = desktop.waitForEvent('window')
    await Promise.all([
      page.keyboard.press('Enter'),
      page.keyboard.press('Control+l').catch(() => {}),
    ])
    const layar = await jendela
    await expect.poll(() => page.isClosed()).toBe(true)
    const lagi = await unlock(desktop, layar)
    await expect(lagi.getByTestId('meja-verifikasi')).toBeVisible()
    await expect.poll(async () => (await listKeputusan(db, usulanId)).length).toBe(1)
  } finally {
    await desktop.close()
    await db.end()
  }
})

test('a return that is being written while the scan is still being read comes back, without network too', async () => {
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    await page.getByTestId('antrean-baris').first().click()
    await page.getByTestId('kolom-rekam').waitFor()
    await expect(page.getByTestId('bacaan-jalan')).toBeVisible()
    const usulanId = (await page.getByTestId('meja-verifikasi').getAttribute('data-kasus')) ?? ''
    await waitForScan(page, usulanId)
    const kunci = (await page.locator('[data-kunci]').first().getAttribute('data-kunci')) ?? ''
    await judge(page, '2')
    await page.keyboard.press('r')
    await page.getByTestId(`alasan-${kunci}`).selectOption('berbeda_dengan_pindaian')
    await page.getByTestId(`catatan-${kunci}`).fill('Angka terakhir lain')
    await desktop.evaluate(({ session }) =>
      session
        .fromPartition('persist:meja')
        .setProxy({ proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' }),
    )
    const layar = await lock(desktop, page)
    const lagi = await unlock(desktop, layar)
    await waitForScan(lagi, usulanId)
    await expect(lagi.getByTestId(`catatan-${kunci}`)).toHaveValue('Angka terakhir lain')
    await expect(lagi.getByTestId(`alasan-${kunci}`)).toHaveValue('berbeda_dengan_pindaian')
  } finally {
    await desktop.close()
  }
})

test('a print whose place is being chosen is written nowhere once the screen has closed', async () => {
  const { desktop, page } = await openMeja('administrator1')
  const folder = mkdtempSync(join(tmpdir(), 'meja-cetak-'))
  try {
    // The system's dialog cannot be worked by a test: it stands open until the lock is there.
    await desktop.evaluate(
      ({ app, dialog }, tempat) => {
        dialog.showSaveDialog = () =>
          new Promise((resolve) => {
            app.once('browser-window-created', () => resolve({ canceled: false, filePath: tempat }))
          })
      },
      join(folder, 'tinjauan-hak.csv'),
    )
    await page.evaluate(() => void window.meja.saveUnduhan({ macam: 'tinjauan_hak' }))
    const layar = await lock(desktop, page)
    const lagi = await unlock(desktop, layar)
    await expect(lagi.getByTestId('antrean-baris').first()).toBeVisible()
    expect(readdirSync(folder)).toEqual([])
    // And the next one is asked for as ever.
    await desktop.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
    })
    const hasil = await lagi.evaluate(() => window.meja.saveUnduhan({ macam: 'tinjauan_hak' }))
    expect(hasil).toEqual({ ok: true, value: null })
  } finally {
    await desktop.close()
  }
})
