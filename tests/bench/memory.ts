import type { Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  toSample,
  type BenchContext,
  type BenchResult,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop, signIn } from '../../scripts/desktop-driver.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'
import { listTree, measurePss } from '../support/percobaan/process-tree.ts'

const FLOOR_MB = 450

/**
 * What all processes of the packaged app hold with one case open: the scan painted, the next cases
 * prepared, the scan read. Shared pages count by their share (PSS). Cases are opened one after the other,
 * as in a working day, so that what is never given back shows.
 */
export async function measure(context: BenchContext): Promise<BenchResult> {
  const samples: number[] = []
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir: mkdtempSync(join(context.workDir, 'profil-')),
  })
  try {
    const page = await desktop.firstWindow()
    await page.getByTestId('masuk-tombol').waitFor()
    await signIn(desktop, page, getDemoFasilitator(context.provinceDir))
    await page.getByTestId('antrean-baris').first().waitFor()
    const ids = await page
      .getByTestId('antrean-baris')
      .evaluateAll((semua) => semua.map((satu) => satu.getAttribute('data-usulan') ?? ''))
    const pid = desktop.process().pid ?? 0
    for (const id of ids.slice(0, context.quick ? 4 : 12)) {
      await openCase(page, id)
      const satu: number[] = []
      for (let kali = 0; kali < 8; kali += 1) {
        await delay(500)
        satu.push(measurePss(listTree(pid)))
      }
      samples.push(...satu)
      context.report(`memory ${samples.length / 8}: ${Math.round(Math.max(...satu))} MB`)
    }
  } finally {
    await desktop.close()
  }
  const sample = toSample(samples)
  return {
    name: 'memory',
    unit: 'MB',
    ours: sample,
    reference: null,
    ratio: null,
    floor: `p95 of all processes (PSS) <= ${FLOOR_MB} with one case open; the server at 1,000 SSE clients is not measured yet`,
    met: sample.p95 <= FLOOR_MB,
  }
}

/** The engine of the reading is loaded once; on a busy machine that takes its time. */
const READING_MS = 180_000

/** Painted, and read to the end or given up. */
async function openCase(page: Page, id: string): Promise<void> {
  await page.evaluate((usulanId) => {
    globalThis.location.hash = `#/verifikasi/${usulanId}`
  }, id)
  await page.locator(`[data-testid=meja-verifikasi][data-kasus="${id}"]`).waitFor()
  await page.locator('[data-testid=pindaian-halaman][data-terlukis=true]').waitFor()
  await page
    .locator('[data-testid=bacaan-siap], [data-testid=bacaan-mati]')
    .waitFor({ timeout: READING_MS })
}
