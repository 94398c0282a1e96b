import type { Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import {
  toSample,
  type BenchContext,
  type BenchResult,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop, signIn } from '../../scripts/desktop-driver.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'
import { readScans } from '../support/demo-scans.ts'
import { openPdfjs } from '../support/pdfjs-reference.ts'

const FLOOR = 0.8

/**
 * Opening an image scan that nothing has prepared: from its bytes in memory to its first page painted,
 * in the packaged app, against stock pdf.js on the same file at the same width in the same Electron.
 * Cases are opened from the back of the queue, so that what the desk prepares ahead was seen before.
 */
export async function measure(context: BenchContext): Promise<BenchResult> {
  const scans = readScans(context.provinceDir)
  const ours: number[] = []
  const theirs: number[] = []
  const pdfjs = await openPdfjs(context)
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
    for (const id of ids.toReversed().slice(0, context.quick ? 6 : ids.length)) {
      const { dokumenId, ms, width } = await openCold(page, id)
      const scan = scans.get(dokumenId)
      if (scan === undefined) continue
      const reference = await pdfjs.time(scan, width)
      ours.push(ms)
      theirs.push(reference)
      context.report(
        `first-paint ${ours.length}: ${Math.round(ms)} ms, pdf.js ${Math.round(reference)} ms`,
      )
    }
  } finally {
    await desktop.close()
    await pdfjs.close()
  }
  const sample = toSample(ours)
  const reference = toSample(theirs)
  const ratio = Number((sample.p50 / reference.p50).toFixed(2))
  return {
    name: 'first-paint',
    unit: 'ms',
    ours: sample,
    reference: {
      what: 'stock pdf.js in the same Electron: bytes in memory to first paint of the same image scan at the same width',
      ...reference,
    },
    ratio,
    floor: `ratio of p50 <= ${FLOOR} (image scans; text PDFs are not measured yet)`,
    met: ratio <= FLOOR,
  }
}

type Painted = { dokumenId: string; ms: number; width: number }

/** The clock starts when the last byte of the scan has arrived, and stops after the painted frame. */
function openCold(page: Page, usulanId: string): Promise<Painted> {
  return page.evaluate(async (id) => {
    // The interface reads a scan by arrayBuffer(): when that resolves, the bytes are in memory.
    let arrived = Number.NaN
    const read = Response.prototype.arrayBuffer
    Response.prototype.arrayBuffer = async function arrayBuffer() {
      const bytes = await read.call(this)
      arrived = performance.now()
      Response.prototype.arrayBuffer = read
      return bytes
    }
    globalThis.location.hash = `#/verifikasi/${id}`
    const deadline = performance.now() + 20_000
    for (;;) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
      const scan = document.querySelector<HTMLElement>('[data-testid=pindaian-halaman]')
      const record = document.querySelector<HTMLElement>('[data-testid=meja-verifikasi]')
      if (record?.dataset['kasus'] === id && scan?.dataset['terlukis'] === 'true') {
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve())
          port1.start()
          port2.postMessage(null)
        })
        const painted = performance.now()
        const dokumenId = scan.dataset['dokumen'] ?? ''
        if (Number.isNaN(arrived)) throw new Error('the scan had been loaded before')
        const width = scan.querySelector('canvas')?.width ?? 0
        return { dokumenId, ms: painted - arrived, width }
      }
      if (performance.now() > deadline) throw new Error('no first paint within 20 s')
    }
  }, usulanId)
}
