import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchContext } from '../../scripts/bench/bench-contract.ts'
import { launchDesktop } from '../../scripts/desktop-driver.ts'
import type { Scan } from './demo-scans.ts'

/** Milliseconds from the bytes in memory to the first paint of page 1, this many pixels wide. */
export type TimePdfjs = (scan: Scan, width: number) => Promise<number>

/** The part of pdf.js that is used, as its documentation shows it. */
type Pdfjs = {
  GlobalWorkerOptions: { workerPort: Worker }
  getDocument: (source: { data: Uint8Array }) => {
    promise: Promise<{
      getPage: (nomor: number) => Promise<{
        getViewport: (options: { scale: number }) => { width: number; height: number }
        render: (options: object) => { promise: Promise<void> }
      }>
    }>
    destroy: () => Promise<void>
  }
}

function readSource(name: string): string {
  return readFileSync(fileURLToPath(import.meta.resolve(`pdfjs-dist/legacy/build/${name}`)), 'utf8')
}

/** Stock pdf.js with its own worker, in the trivial application: same runtime, nothing of ours. */
export async function openPdfjs(
  context: BenchContext,
): Promise<{ time: TimePdfjs; close: () => Promise<void> }> {
  const desktop = await launchDesktop({
    executablePath: context.trivialExecutable,
    serverUrl: context.serverUrl,
    userDataDir: mkdtempSync(join(context.workDir, 'acuan-')),
  })
  const page = await desktop.firstWindow()
  await page.evaluate(startPdfjs, {
    library: readSource('pdf.min.mjs'),
    worker: readSource('pdf.worker.min.mjs'),
  })
  let warm = false
  const time: TimePdfjs = async ({ file }, width) => {
    const input = { base64: readFileSync(file, 'base64'), width }
    // The first document also starts the worker; that is not what is compared.
    if (!warm) await page.evaluate(paintFirstPage, input)
    warm = true
    return page.evaluate(paintFirstPage, input)
  }
  return { time, close: () => desktop.close() }
}

/** Runs in the page. */
async function startPdfjs(source: { library: string; worker: string }): Promise<void> {
  const toUrl = (text: string): string =>
    URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const pdfjs: Pdfjs = await import(toUrl(source.library))
  pdfjs.GlobalWorkerOptions.workerPort = new Worker(toUrl(source.worker), { type: 'module' })
  Object.assign(globalThis, { pdfjs })
}

/** Runs in the page. */
async function paintFirstPage(input: { base64: string; width: number }): Promise<number> {
  const { pdfjs } = globalThis as unknown as { pdfjs: Pdfjs }
  const data = Uint8Array.from(atob(input.base64), (huruf) => huruf.charCodeAt(0))
  const startedAt = performance.now()
  const task = pdfjs.getDocument({ data })
  const page = await (await task.promise).getPage(1)
  const viewport = page.getViewport({
    scale: input.width / page.getViewport({ scale: 1 }).width,
  })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  document.body.replaceChildren(canvas)
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve())
      port1.start()
      port2.postMessage(null)
    })
  })
  const ms = performance.now() - startedAt
  await task.destroy()
  return ms
}
