import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import {
  toSample,
  type BenchContext,
  type BenchResult,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop, signIn } from '../../scripts/desktop-driver.ts'
import { readDemoAccounts } from '../../scripts/start/demo-accounts.ts'
import { openPdfjs, type TimePdfjs } from '../support/pdfjs-reference.ts'
import { readScans, type Scan } from '../support/demo-scans.ts'

/** A person reads for at least this long before deciding; the desk prepares the next cases meanwhile. */
const READING_MS = 3000
const FLOOR_MS = 150
const FLOOR_RATIO = 0.25

/**
 * From the key "sesuai & lanjut" to both panes painted on the next, prefetched case, in the packaged app
 * with a real server; against what stock pdf.js takes from the bytes in memory to the first paint of the
 * same file at the same width, in the same Electron. Each pair is measured within seconds of each other.
 */
export async function measure(context: BenchContext): Promise<BenchResult> {
  const scans = readScans(context.provinceDir)
  const { akun, kataSandi } = readDemoAccounts(context.provinceDir)
  const offices = akun.filter(({ username }) => username.startsWith('fasilitator.'))
  const ours: number[] = []
  const theirs: number[] = []
  const pdfjs = await openPdfjs(context)
  try {
    for (const { username } of context.quick ? offices.slice(0, 1) : offices) {
      const desktop = await launchDesktop({
        executablePath: context.executable,
        serverUrl: context.serverUrl,
        userDataDir: mkdtempSync(join(context.workDir, 'profil-')),
      })
      try {
        const page = await desktop.firstWindow()
        await openQueue(desktop, page, { username, kataSandi })
        for await (const { scan, ms } of workOffQueue(page, scans)) {
          ours.push(ms)
          theirs.push(await timeReference(pdfjs.time, scan, page))
          context.report(
            `next-case ${ours.length} (${username}): ${Math.round(ms)} ms, pdf.js ${Math.round(theirs.at(-1) ?? 0)} ms`,
          )
        }
      } finally {
        await desktop.close()
      }
    }
  } finally {
    await pdfjs.close()
  }
  return buildResult(ours, theirs)
}

function buildResult(ours: number[], theirs: number[]): BenchResult {
  const sample = toSample(ours)
  const reference = toSample(theirs)
  const ratio = Number((sample.p95 / reference.p95).toFixed(2))
  return {
    name: 'next-case',
    unit: 'ms',
    ours: sample,
    reference: {
      what: 'stock pdf.js in the same Electron: bytes in memory to first paint of the same scan at the same width',
      ...reference,
    },
    ratio,
    floor: `p95 <= ${FLOOR_MS} ms, and ratio of p95 <= ${FLOOR_RATIO}`,
    met: sample.p95 <= FLOOR_MS && ratio <= FLOOR_RATIO,
  }
}

async function openQueue(
  desktop: ElectronApplication,
  page: Page,
  masuk: { username: string; kataSandi: string },
): Promise<void> {
  await page.getByTestId('masuk-tombol').waitFor()
  await signIn(desktop, page, masuk)
  await page.getByTestId('antrean-baris').first().click()
  await page.getByTestId('kolom-rekam').waitFor()
}

/** Decides case after case until the queue is empty; yields those whose next scan is a comparable PDF. */
async function* workOffQueue(
  page: Page,
  scans: Map<string, Scan>,
): AsyncGenerator<{ scan: Scan; ms: number }> {
  while (page.url().includes('/verifikasi/')) {
    await prepareDecision(page)
    await page.waitForTimeout(READING_MS)
    const next = await decide(page)
    if (next === null) return
    const scan = scans.get(next.dokumenId)
    if (scan !== undefined) yield { scan, ms: next.ms }
  }
}

/** Everything that "sesuai" asks for: pages shown, fields judged, original stated. */
async function prepareDecision(page: Page): Promise<void> {
  const unseen = page.locator('[data-testid^="bukti-"][aria-label$="belum dilihat"]')
  await page.locator('[data-testid^="bukti-"][aria-label$="sudah dilihat"]').first().waitFor()
  while ((await unseen.count()) > 0) {
    const before = await unseen.count()
    await unseen.first().click()
    await page.waitForFunction(
      (jumlah) =>
        document.querySelectorAll('[data-testid^="bukti-"][aria-label$="belum dilihat"]').length <
        jumlah,
      before,
    )
  }
  for (const key of await page.locator('[data-kunci]').all()) {
    await key.locator('[data-testid$="-sesuai"]').click()
  }
  await page.getByTestId('asli-dilihat').check()
  if ((await page.getByTestId('asli-tempat').inputValue()) === '') {
    await page.getByTestId('asli-tempat').fill('Loket 2')
    await page.keyboard.press('Enter')
  }
}

type Painted = { dokumenId: string; ms: number } | null

/** Presses the key; null when the queue has come to its end. */
async function decide(page: Page): Promise<Painted> {
  await page.evaluate(listenForNextCase)
  await page.keyboard.press('Enter')
  return page.evaluate(() => (globalThis as unknown as { nextCase: Promise<Painted> }).nextCase)
}

/**
 * Runs in the page. The clock starts with the key event itself and stops after the frame in which the
 * record is the next case's and its scan has really been painted.
 */
function listenForNextCase(): void {
  const find = (id: string): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
  const nextCase = new Promise<Painted>((resolve, reject) => {
    const missing = find('tombol-sesuai-lanjut')?.innerText
    setTimeout(() => reject(new Error(`no next case within 20 s: ${missing}`)), 20_000)
    const onKey = (event: KeyboardEvent): void => {
      const before = find('kolom-rekam')?.dataset['kasus']
      const check = (): void => {
        const record = find('kolom-rekam')?.dataset['kasus']
        const scan = find('pindaian-halaman')?.dataset
        const painted = record !== before && scan?.['terlukis'] === 'true'
        if (find('meja-verifikasi') === null) resolve(null)
        else if (record === undefined || !painted) requestAnimationFrame(check)
        else {
          const { port1, port2 } = new MessageChannel()
          const dokumenId = scan['dokumen'] ?? ''
          // The first task after the frame's own work: what it painted is on its way to the screen.
          port1.addEventListener('message', () =>
            resolve({ dokumenId, ms: performance.now() - event.timeStamp }),
          )
          port1.start()
          port2.postMessage(null)
        }
      }
      requestAnimationFrame(check)
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
  Object.assign(globalThis, { nextCase })
}

async function timeReference(time: TimePdfjs, scan: Scan, page: Page): Promise<number> {
  const width = await page
    .getByTestId('pindaian-halaman')
    .locator('canvas')
    .evaluate((canvas) => (canvas as HTMLCanvasElement).width)
  return time(scan, width)
}
