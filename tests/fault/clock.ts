import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { decide, openCase, openDesk, setJaringan, unlock } from '../support/desk-steps.ts'

export const needs = 'desktop'

const TAHUN_MS = 31_536_000_000
const PIN_SALAH = '905172'

/**
 * Steps the wall clock by a year, forward and back, of main process and page: while the desk is open the
 * screen must close; while it is closed it must stay so, and wrong PINs stay counted; decisions taken
 * under either clock arrive once, in the order in which they were taken.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const db = new Client({ connectionString: context.databaseUrl })
  await db.connect()
  const failures: string[] = []
  const diputuskan: string[] = []
  let tried = 0
  const check = (nama: string, lulus: boolean) => {
    tried += 1
    if (!lulus) failures.push(nama)
    context.report(`clock ${nama}: ${lulus ? 'bertahan' : 'GAGAL'}`)
  }
  const { desktop, page: pertama } = await openDesk(
    context,
    mkdtempSync(join(context.workDir, 'profil-')),
  )
  let page = pertama
  for (const [nama, langkah] of [
    ['a year forward', TAHUN_MS],
    ['a year back', -TAHUN_MS],
  ] as const) {
    const layar = await stepWhileOpen(desktop, langkah)
    check(`${nama}, desk open: the screen closes`, layar !== null)
    if (layar === null) break
    await setJam(desktop, -langkah)
    check(`${nama}, locked: it stays closed`, await isStillLocked(desktop, layar))
    await layar.getByTestId('kunci-pin').fill(PIN_SALAH)
    await layar.keyboard.press('Enter')
    await layar.getByText('Tersisa 4').waitFor()
    await setJam(desktop, langkah)
    await layar.reload()
    await layar.getByTestId('kunci-pin').waitFor()
    check(
      `${nama}, wrong PIN: still counted`,
      (await layar.getByTestId('kunci-pesan').innerText()).includes('4'),
    )
    page = await unlock(desktop, layar)
    await setJam(desktop, 0)
    // The jump back to the true time closes the screen once more.
    const lagi = await desktop.waitForEvent('window')
    page = await unlock(desktop, lagi)
    await page.evaluate((ms) => {
      const asli = Date.now
      Date.now = () => asli() + ms
    }, langkah)
    await page.evaluate(() => {
      globalThis.location.hash = '#/antrean'
    })
    await openCase(page)
    await setJaringan(desktop, false)
    diputuskan.push(await decide(page))
    await page.getByTestId('strip-tersimpan').waitFor()
    await setJaringan(desktop, true)
    await page
      .locator('[data-testid="strip-belum-terkirim"][data-jumlah="0"]')
      .waitFor({ timeout: 90_000 })
  }
  await desktop.close()
  const { rows } = await db.query<{ usulan_id: string }>(
    'select usulan_id from keputusan_verifikasi where usulan_id = any($1) order by diterima_pada',
    [diputuskan],
  )
  await db.end()
  const tiba = rows.map((satu) => satu.usulan_id)
  check('decisions under a wrong clock: in order, once', tiba.join() === diputuskan.join())
  return {
    name: 'clock',
    seed: context.seed,
    tried,
    survived: tried - failures.length,
    lost: diputuskan.filter((satu) => !tiba.includes(satu)).length,
    doubled: tiba.length - new Set(tiba).size,
    failures: failures.slice(0, 20),
    floor: 'no early unlock, no lost or reordered decision',
    met: failures.length === 0,
  }
}

/** Milliseconds beside the true time, in the main process. */
function setJam(desktop: ElectronApplication, beda: number): Promise<void> {
  return desktop.evaluate((_, ms) => {
    const dunia = globalThis as unknown as { jamAsli?: () => number }
    const asli = (dunia.jamAsli ??= Date.now)
    Date.now = () => asli() + ms
  }, beda)
}

async function stepWhileOpen(desktop: ElectronApplication, langkah: number): Promise<Page | null> {
  const jendela = desktop.waitForEvent('window', { timeout: 8000 }).catch(() => null)
  await setJam(desktop, langkah)
  const layar = await jendela
  await layar?.getByTestId('kunci-pin').waitFor()
  return layar
}

async function isStillLocked(desktop: ElectronApplication, layar: Page): Promise<boolean> {
  await desktop.evaluate(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, 2500)
      }),
  )
  return desktop.windows().length === 1 && !layar.isClosed()
}
