import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import {
  toSample,
  type BenchContext,
  type BenchResult,
  type Sample,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop, PIN, signIn } from '../../scripts/desktop-driver.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'

const FLOOR_LOCK_MS = 1000
const FLOOR_UNLOCK_MS = 1500

/**
 * Two figures of the packaged app with a real server: from the key that locks to the end of the process
 * that held the case, and from the Enter behind the PIN (Argon2id with 64 MiB and three passes is part of
 * it) to the same case painted again.
 */
export async function measure(
  context: BenchContext,
): Promise<BenchResult & { kunci: Sample; argon2: string }> {
  const rounds = context.quick ? 5 : 25
  const locks: number[] = []
  const unlocks: number[] = []
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir: mkdtempSync(join(context.workDir, 'profil-')),
  })
  try {
    let page = await desktop.firstWindow()
    await page.getByTestId('masuk-tombol').waitFor()
    await signIn(desktop, page, getDemoFasilitator(context.provinceDir))
    await page.getByTestId('antrean-baris').first().click()
    await waitForPainted(page)
    for (let round = 0; round <= rounds; round += 1) {
      const { layar, ms: lockMs } = await lock(desktop, page)
      const { page: lagi, ms: unlockMs } = await unlock(desktop, layar)
      page = lagi
      context.report(
        `lock-unlock ${round} dari ${rounds}: terkunci ${Math.round(lockMs)} ms, terbuka ${Math.round(unlockMs)} ms`,
      )
      // The first round fills the disk cache.
      if (round === 0) continue
      locks.push(lockMs)
      unlocks.push(unlockMs)
    }
  } finally {
    await desktop.close()
  }
  const kunci = toSample(locks)
  const ours = toSample(unlocks)
  return {
    name: 'lock-unlock',
    unit: 'ms',
    ours,
    kunci,
    argon2: 'argon2id m=64 MiB t=3 p=1',
    reference: null,
    ratio: null,
    floor: `lock p95 <= ${FLOOR_LOCK_MS} ms to renderer gone; PIN to same case painted p95 <= ${FLOOR_UNLOCK_MS} ms`,
    met: kunci.p95 <= FLOOR_LOCK_MS && ours.p95 <= FLOOR_UNLOCK_MS,
  }
}

async function waitForPainted(page: Page): Promise<void> {
  await page.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  await page.getByTestId('kolom-rekam').waitFor()
}

async function lock(desktop: ElectronApplication, page: Page) {
  const window = desktop.waitForEvent('window')
  const gone = new Promise<number>((resolve) => {
    page.once('close', () => resolve(performance.now()))
  })
  const startedAt = performance.now()
  // Not awaited: the page that would answer goes away meanwhile.
  void page.keyboard.press('Control+l').catch(() => {})
  const layar = await window
  const ms = (await gone) - startedAt
  await layar.getByTestId('kunci-pin').waitFor()
  return { layar, ms }
}

async function unlock(desktop: ElectronApplication, layar: Page) {
  const window = desktop.waitForEvent('window')
  // As fast as a practised hand: while it types, the page is already being read.
  await layar.getByTestId('kunci-pin').pressSequentially(PIN, { delay: 120 })
  const startedAt = performance.now()
  void layar.keyboard.press('Enter').catch(() => {})
  const page = await window
  await waitForPainted(page)
  return { page, ms: performance.now() - startedAt }
}
