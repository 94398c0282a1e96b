// Reads one corpus as the ordinary user, inside the desktop session, in the packaged application.
import type { ElectronApplication, Page } from '@playwright/test'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from '../announce.ts'
import { launchDesktop } from '../desktop-driver.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import type { ReadingTask } from './corpus.ts'
import { readCpuSeconds } from './cpu-seconds.ts'
import { readInPage, type PageReading } from './read-in-page.ts'

type Order = {
  executable: string
  plan: string
  output: string
  profile: string
  words: string | null
}

const VERDICTS = { sama: 'same', beda: 'differs', periksa_mata: 'check' } as const
/** Longer than the product's own limits, which end a reading by themselves. */
const PATIENCE_MS = 120_000

type Desk = { desktop: ElectronApplication; page: Page }

const order: Order = JSON.parse(process.argv[2] ?? '{}')
const tasks: ReadingTask[] = JSON.parse(readFileSync(order.plan, 'utf8'))
const chunk = findReaderChunk()
const results: unknown[] = []
const words: unknown[] = []

let desk = await openDesk()
for (const [at, task] of tasks.entries()) {
  const startedAt = Date.now()
  const before = await readCpuSeconds(desk.desktop)
  const reading = await readTask(task)
  const cpuSeconds = Math.max(0, (await readCpuSeconds(desk.desktop)) - before)
  results.push({
    id: task.id,
    readings: reading.results.map(({ kunci, status, terbaca, kotak, alasan }) => ({
      key: kunci,
      verdict: VERDICTS[status],
      page: kotak[0]?.halaman ?? 1,
      box: kotak[0]?.kotak ?? null,
      ...(terbaca === null ? {} : { read: terbaca }),
      why: alasan,
    })),
    ...(reading.pages === 0 ? {} : { cpuSeconds, pages: reading.pages }),
  })
  announce(
    `${at + 1}/${tasks.length} ${task.id}: ${reading.pages} halaman, ${Date.now() - startedAt} ms` +
      (reading.failure === null ? '' : `, ${reading.failure}`),
  )
  if (order.words !== null) {
    words.push({ id: task.id, pages: reading.words })
    writeFileSync(order.words, JSON.stringify(words))
  }
  // Whatever ends this run early, what was read is kept.
  writeFileSync(order.output, JSON.stringify(results))
}
await desk.desktop.close()

/** The lazily loaded part of the interface that reads; its name carries a hash. */
function findReaderChunk(): string {
  const folder = join(PROJECT_ROOT, 'renderer/dist/assets')
  const name = readdirSync(folder).find((file) => /^baca-berkas-.*\.js$/.test(file))
  if (name === undefined) throw new Error('the interface has no reader')
  return `/assets/${name}`
}

async function openDesk(): Promise<Desk> {
  const desktop = await launchDesktop({
    executablePath: order.executable,
    // Nobody signs in: reading needs no server.
    serverUrl: 'http://127.0.0.1:9',
    userDataDir: order.profile,
  })
  const page = await desktop.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  // The engine is loaded once; that is not the cost of a page.
  await page.evaluate(async (url) => {
    await import(url)
  }, chunk)
  return { desktop, page }
}

async function readTask(task: ReadingTask): Promise<PageReading> {
  if (task.file === null) return { results: [], pages: 0, words: [], failure: 'berkas tidak ada' }
  const input = {
    chunk,
    base64: readFileSync(task.file, 'base64'),
    mediaType: task.mediaType,
    fields: task.fields,
  }
  try {
    return await withPatience(desk.page.evaluate(readInPage, input))
  } catch (error) {
    // The window is gone or does not answer: a new one reads the rest.
    await desk.desktop.close().catch(() => {})
    desk = await openDesk()
    return { results: [], pages: 0, words: [], failure: String(error).slice(0, 200) }
  }
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
