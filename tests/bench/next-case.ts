import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  toSample,
  type BenchContext,
  type BenchResult,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop, signIn } from '../../scripts/desktop-driver.ts'
import { readDemoAccounts, type Masuk } from '../../scripts/start/demo-accounts.ts'
import { giveNilai } from '../support/desk-steps.ts'
import { openPdfjs, type TimePdfjs } from '../support/pdfjs-reference.ts'
import { listScans300, readProvince, type Scan } from '../support/demo-scans.ts'

/** A person reads for at least this long before deciding; the desk prepares the next cases meanwhile. */
const READING_MS = 2500
const FLOOR_MS = 150
const FLOOR_RATIO = 0.25
const OFFICE = '101'

/**
 * From the key "sesuai & lanjut" to both panes painted on the next, prefetched case, in the packaged app
 * with a real server, every scan a PDF of 300 dpi; against what stock pdf.js takes from the bytes in
 * memory to the first paint of the same file at the same width, in the same Electron. Each pair is
 * measured within seconds of each other.
 */
export async function measure(context: BenchContext): Promise<BenchResult> {
  const { akun, kataSandi } = readDemoAccounts(context.provinceDir)
  const [proposer, verifier] = akun
    .filter(({ perangkatDaerah }) => perangkatDaerah === OFFICE)
    .map(({ username }) => ({ username, kataSandi }))
  if (proposer === undefined || verifier === undefined) throw new Error('the office needs two')
  const ours: number[] = []
  const theirs: number[] = []
  const { scans, nip } = await addProposals(context, proposer)
  const pdfjs = await openPdfjs(context)
  const { desktop, page } = await openDesk(context, verifier)
  try {
    await openFirst(page, nip, scans.size)
    for await (const { dokumenId, ms } of workOffQueue(page)) {
      const scan = scans.get(dokumenId)
      if (scan === undefined) continue
      ours.push(ms)
      theirs.push(await timeReference(pdfjs.time, scan, page))
      context.report(
        `next-case ${ours.length} dari ${scans.size - 1}: ${Math.round(ms)} ms, pdf.js ${Math.round(theirs.at(-1) ?? 0)} ms`,
      )
    }
    // Closing with unsent work asks a person; here is none.
    await page.locator('[data-testid="strip-belum-terkirim"][data-jumlah="0"]').waitFor()
  } finally {
    await desktop.close()
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
      what: 'stock pdf.js in the same Electron: bytes in memory to first paint of the same 300 dpi scan at the same width',
      ...reference,
    },
    ratio,
    floor: `p95 <= ${FLOOR_MS} ms, and ratio of p95 <= ${FLOOR_RATIO}`,
    met: sample.p95 <= FLOOR_MS && ratio <= FLOOR_RATIO,
  }
}

type Desk = { desktop: ElectronApplication; page: Page }

async function openDesk(context: BenchContext, masuk: Masuk): Promise<Desk> {
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir: mkdtempSync(join(context.workDir, 'profil-')),
  })
  const page = await desktop.firstWindow()
  await page.getByTestId('masuk-tombol').waitFor()
  await signIn(desktop, page, masuk)
  await page.getByTestId('antrean-baris').first().waitFor()
  return { desktop, page }
}

/** Proposals for one employee, each with a scan of its own; a colleague enters them (P10.2b). */
async function addProposals(
  context: BenchContext,
  masuk: Masuk,
): Promise<{ scans: Map<string, Scan>; nip: string }> {
  const provinsi = readProvince(context.provinceDir)
  const busy = new Set([...provinsi.usulan, ...provinsi.akun].map(({ pegawaiId }) => pegawaiId))
  const pegawai = provinsi.pegawai.find(
    ({ id, perangkatDaerah }) => perangkatDaerah === OFFICE && !busy.has(id),
  )
  if (pegawai === undefined) throw new Error('the demo has no employee without a proposal')
  const originals = listScans300(context.provinceDir)
  const scans = new Map<string, Scan>()
  const { desktop, page } = await openDesk(context, masuk)
  try {
    for (let number = 0; number < (context.quick ? 13 : 41); number += 1) {
      const original = originals[number % originals.length]
      if (original === undefined) throw new Error('the demo has no scan at 300 dpi')
      // Another comment at the end makes other bytes of it: nothing is cached from the case before.
      const bytes = Buffer.concat([readFileSync(original.file), Buffer.from(`\n% ${number}\n`)])
      const input = { pegawaiId: pegawai.id, base64: bytes.toString('base64'), number }
      scans.set(await page.evaluate(addProposal, input), original)
    }
  } finally {
    await desktop.close()
  }
  return { scans, nip: pegawai.nip }
}

/** Narrows the queue to these proposals and opens the first. */
async function openFirst(page: Page, nip: string, jumlah: number): Promise<void> {
  await page.getByTestId('antrean-cari').fill(nip)
  await page
    .getByTestId('antrean-baris')
    .nth(jumlah - 1)
    .waitFor()
  await page.getByTestId('antrean-baris').first().click()
  await page.getByTestId('kolom-rekam').waitFor()
}

/** Runs in the page; answers the id of the scan. */
async function addProposal(input: {
  pegawaiId: string
  base64: string
  number: number
}): Promise<string> {
  const post = async (path: string, type: string, body: BodyInit): Promise<{ id: string }> => {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const query = new URLSearchParams({
    pegawaiId: input.pegawaiId,
    jenis: 'SK_KGB',
    namaBerkas: `sk-kgb-${input.number}.pdf`,
  })
  const bytes = Uint8Array.from(atob(input.base64), (letter) => letter.charCodeAt(0))
  const scan = await post(`/api/dokumen?${query}`, 'application/octet-stream', bytes)
  const usulan = {
    transactionId: crypto.randomUUID(),
    pegawaiId: input.pegawaiId,
    jenis: 'gaji',
    aksi: 'tambah',
    riwayatId: null,
    sesudah: {
      nomorSk: `800/${input.number}/2026`,
      tanggalSk: '2026-01-05',
      golongan: 'III/c',
      masaKerjaGolongan: '120',
      gajiPokok: '3571900',
      tmtGaji: '2026-03-01',
      tmtBerikutnya: '2028-03-01',
    },
    dokumenIds: [scan.id],
    pernyataanBenar: true,
  }
  await post('/api/usulan', 'application/json', JSON.stringify(usulan))
  return scan.id
}

/** Decides case after case until none of them is left. */
async function* workOffQueue(page: Page): AsyncGenerator<{ dokumenId: string; ms: number }> {
  while (page.url().includes('/verifikasi/')) {
    await prepareDecision(page)
    await page.waitForTimeout(READING_MS)
    const next = await decide(page)
    if (next === null) return
    yield next
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
    await giveNilai(key.locator('[data-testid$="-sesuai"]'))
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
