import type { ElectronApplication, Page } from '@playwright/test'

/** Everything that a document must never bring about, as the application itself sees it. */
export type Outside = { scripts: string[]; requests: string[]; blocked: number }

type Catatan = { keluar: string[]; jendela: number; openedInBrowser?: string[] }

/** Requests of every session and window, before anything leaves the machine. */
async function watchMain(desktop: ElectronApplication, serverUrl: string): Promise<void> {
  await desktop.evaluate(({ app, session }, server) => {
    const catatan: Catatan = { keluar: [], jendela: 0 }
    Object.assign(globalThis, { catatan })
    for (const nama of ['persist:meja', 'kunci']) {
      const satu = session.fromPartition(nama)
      satu.webRequest.onBeforeRequest((rincian, lanjut) => {
        const milikKita = rincian.url.startsWith('app://') || rincian.url.startsWith(server)
        const diHalaman = /^(?:blob:app:|data:|devtools:)/.test(rincian.url)
        if (!milikKita && !diHalaman) catatan.keluar.push(rincian.url)
        lanjut({})
      })
    }
    app.on('browser-window-created', () => {
      catatan.jendela += 1
    })
  }, serverUrl)
}

/** Runs in the page: what the policy had to hold back is counted too. */
function listenInPage(): void {
  const terhitung = globalThis as unknown as { tertahan?: number; judul?: string }
  if (terhitung.tertahan !== undefined) return
  terhitung.tertahan = 0
  terhitung.judul = document.title
  document.addEventListener('securitypolicyviolation', () => {
    terhitung.tertahan = (terhitung.tertahan ?? 0) + 1
  })
}

function readPage() {
  const terhitung = globalThis as unknown as { tertahan?: number; judul?: string }
  const berubah = terhitung.judul !== undefined && document.title !== terhitung.judul
  return { tertahan: terhitung.tertahan ?? 0, judul: berubah ? document.title : null }
}

export class OutsideWatch {
  readonly #desktop: ElectronApplication
  #scripts: string[] = []
  #blocked = 0

  constructor(desktop: ElectronApplication) {
    this.#desktop = desktop
  }

  static async start(desktop: ElectronApplication, serverUrl: string): Promise<OutsideWatch> {
    await watchMain(desktop, serverUrl)
    return new OutsideWatch(desktop)
  }

  /** For each page anew: a renderer that died takes its listeners along. */
  async follow(page: Page): Promise<void> {
    page.on('dialog', (dialog) => {
      this.#scripts.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss().catch(() => {})
    })
    page.on('worker', (worker) => {
      if (!worker.url().startsWith('app://meja/')) this.#scripts.push(`worker: ${worker.url()}`)
    })
    const cdp = await page.context().newCDPSession(page)
    cdp.on('Debugger.scriptParsed', ({ url }) => {
      // What the driver itself evaluates has no address, or one of its own.
      const ours = url === '' || /^(?:app:\/\/meja\/assets\/|__|pptr:|debugger:)/.test(url)
      if (!ours) this.#scripts.push(`script: ${url}`)
    })
    await cdp.send('Debugger.enable')
    await page.evaluate(listenInPage)
    this.#blocked = 0
    this.#scripts = []
  }

  /** What came about since the last time that somebody asked. */
  async take(page: Page): Promise<Outside> {
    const dariUtama = await this.#desktop.evaluate(() => {
      const { catatan, openedInBrowser = [] } = globalThis as unknown as {
        catatan: Catatan
        openedInBrowser?: string[]
      }
      const keluar = [...catatan.keluar.splice(0), ...openedInBrowser.splice(0)]
      const { jendela } = catatan
      catatan.jendela = 0
      return { keluar, jendela }
    })
    const { tertahan, judul } = await page.evaluate(readPage)
    const scripts = [
      ...this.#scripts.splice(0),
      ...(judul === null ? [] : [`title: ${judul}`]),
      ...(dariUtama.jendela > 0 ? ['window opened'] : []),
    ]
    const blocked = tertahan - this.#blocked
    this.#blocked = tertahan
    return { scripts, requests: dariUtama.keluar, blocked }
  }
}
