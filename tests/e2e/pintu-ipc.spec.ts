import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import * as fc from 'fast-check'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ipcRequests } from '../../core/ipc/contract.ts'
import { kunciRequests } from '../../core/ipc/kunci-contract.ts'
import { KEYRING_SWITCH } from '../../scripts/desktop-session.ts'
import { launchDesktop } from '../../scripts/desktop-driver.ts'
import { EXECUTABLE } from '../../scripts/package/inspectable-copy.ts'
import { getEnvironment } from './meja.ts'

/** Point 17 of the checklist: who may speak to the main process, and what may be said. */
let desktop: ElectronApplication
let page: Page
const profil = mkdtempSync(join(tmpdir(), 'meja-e2e-'))

test.beforeAll(async () => {
  desktop = await launchDesktop({
    executablePath: getEnvironment('MEJA_E2E_APP'),
    serverUrl: getEnvironment('MEJA_E2E_SERVER_URL'),
    userDataDir: profil,
  })
  page = await desktop.firstWindow()
  await page.getByTestId('masuk-tombol').waitFor()
})

test.afterAll(async () => {
  await desktop?.close()
})

type Asing = {
  readonly url: string
  readonly partition: string
  readonly preload: 'preload.cjs' | 'preload-kunci.cjs'
  readonly jembatan: 'meja' | 'kunci'
  /** Speaks from a frame inside the page. */
  readonly bingkai?: boolean
}

/** A real page with a real preload where there should be none; answers what every channel told it. */
function askFrom(asing: Asing, nama: readonly string[]): Promise<string[]> {
  return desktop.evaluate(
    async ({ app, BrowserWindow }, { url, partition, preload, jembatan, bingkai, semua }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          partition,
          preload: `${app.getAppPath()}/electron/dist/${preload}`,
          sandbox: true,
          contextIsolation: true,
          nodeIntegrationInSubFrames: bingkai === true,
        },
      })
      await window.loadURL(url)
      const jawaban: unknown = await window.webContents.executeJavaScript(
        `(async () => {
          const bingkai = document.createElement('iframe')
          if (${bingkai === true}) {
            bingkai.srcdoc = '<p>'
            const dimuat = new Promise((resolve) => bingkai.addEventListener('load', resolve))
            document.body.append(bingkai)
            await dimuat
          }
          const dunia = bingkai.contentWindow ?? window
          const semua = ${JSON.stringify(semua)}
          return Promise.all(semua.map(async (nama) => JSON.stringify(await dunia.${jembatan}[nama]())))
        })()`,
      )
      window.destroy()
      return jawaban as string[]
    },
    { ...asing, semua: nama },
  )
}

const milikMeja = Object.keys(ipcRequests)
const milikKunci = Object.keys(kunciRequests)
const ditolak = JSON.stringify({ ok: false, code: 'tidak_berwenang' })

for (const [siapa, asing, nama] of [
  [
    'an empty page',
    { url: 'about:blank', partition: 'persist:meja', preload: 'preload.cjs', jembatan: 'meja' },
    milikMeja,
  ],
  [
    'a page of another origin',
    {
      url: 'data:text/html,<p>',
      partition: 'persist:meja',
      preload: 'preload.cjs',
      jembatan: 'meja',
    },
    milikMeja,
  ],
  [
    "the lock screen, with the desk's door",
    { url: 'app://kunci/lock.html', partition: 'kunci', preload: 'preload.cjs', jembatan: 'meja' },
    milikMeja,
  ],
  [
    "the desk, with the lock screen's door",
    {
      url: 'app://meja/desktop.html',
      partition: 'persist:meja',
      preload: 'preload-kunci.cjs',
      jembatan: 'kunci',
    },
    milikKunci,
  ],
  [
    'a frame inside our own page',
    {
      url: 'app://meja/desktop.html',
      partition: 'persist:meja',
      preload: 'preload.cjs',
      jembatan: 'meja',
      bingkai: true,
    },
    milikMeja,
  ],
] as const) {
  test(`17: ${siapa} is answered by no channel`, async () => {
    const jawaban = await askFrom(asing, nama)
    expect(jawaban).toHaveLength(nama.length)
    expect(jawaban.filter((satu) => satu !== ditolak)).toEqual([])
  })
}

test('17: what the contract does not know is refused by every channel, and breaks nothing', async () => {
  const ganjil = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      { __proto__: null, constructor: { prototype: {} } },
      'x'.repeat(50_000),
      '\0',
      Number.MAX_SAFE_INTEGER,
      [[[[[[[[[[]]]]]]]]]],
      { id: '../../orang', isi: null },
      '739416\n',
    ),
  )
  const seed = Date.now()
  for (const [nama, { input }] of Object.entries(ipcRequests)) {
    const asing = fc
      .sample(ganjil, { numRuns: 25, seed })
      .filter((isi) => !input.safeParse(isi).success)
      .map((isi) => JSON.stringify(isi))
    expect(asing.length).toBeGreaterThan(5)
    const kode = await page.evaluate(
      async ({ kanal, semua }) => {
        type Kanal = (isi: unknown) => Promise<{ ok: boolean; code?: string }>
        const panggil = (window.meja as unknown as Record<string, Kanal>)[kanal]
        const jawaban = await Promise.all(semua.map((teks) => panggil?.(JSON.parse(teks))))
        return jawaban.map((satu) => satu?.code ?? 'diterima')
      },
      { kanal: nama, semua: asing },
    )
    expect(new Set(kode), `${nama}, seed ${seed}`).toEqual(new Set(['permintaan_tidak_sah']))
  }
  expect(await page.evaluate(() => window.meja.getSesi())).toEqual({
    ok: true,
    value: { keadaan: 'keluar', sebab: null },
  })
})

test('a second start brings the first window forward and ends', async () => {
  const kedua = spawn(
    getEnvironment('MEJA_E2E_APP'),
    [KEYRING_SWITCH, `--user-data-dir=${profil}`],
    {
      stdio: 'ignore',
      env: { ...process.env, MEJA_SERVER_URL: getEnvironment('MEJA_E2E_SERVER_URL') },
    },
  )
  const status = await new Promise<number | null>((resolve) => {
    kedua.once('exit', resolve)
  })
  expect(status).toBe(0)
  expect(desktop.windows()).toHaveLength(1)
})

type Akhir = { status: number | null; tulisan: string }

/** Starts what people get, and waits for its end. */
async function startHardened(
  argumen: readonly string[],
  env: Record<string, string> = {},
): Promise<Akhir> {
  const proses = spawn(join(getEnvironment('MEJA_E2E_HARDENED_APP'), EXECUTABLE), [...argumen], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let tulisan = ''
  for (const aliran of [proses.stdout, proses.stderr]) {
    aliran.setEncoding('utf8').on('data', (potong: string) => (tulisan += potong))
  }
  const status = await new Promise<number | null>((resolve) => {
    proses.once('close', resolve)
  })
  return { status, tulisan }
}

for (const argumen of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--proxy-server=http://127.0.0.1:8080',
  '--user-data-dir=/tmp/lain',
]) {
  test(`the hardened package refuses ${argumen} and ends`, async () => {
    const { status, tulisan } = await startHardened([argumen])
    expect(status).toBe(1)
    expect(tulisan).toContain('argumen peluncuran ini tidak diizinkan')
    expect(tulisan).not.toMatch(/listening on/i)
  })
}

test('the hardened package is no Node, whatever the environment says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meja-e2e-'))
  const bukti = join(folder, 'bukti')
  const skrip = join(folder, 'skrip.cjs')
  writeFileSync(skrip, `require('node:fs').writeFileSync(${JSON.stringify(bukti)}, '')`)
  const kunciTls = join(folder, 'tls.log')
  // A switch that is refused as well, so that no window opens and the program ends.
  for (const [argumen, env] of [
    [[skrip, '--tidak-dikenal'], { ELECTRON_RUN_AS_NODE: '1' }],
    [['--tidak-dikenal'], { NODE_OPTIONS: `--require ${skrip}` }],
    [['--tidak-dikenal'], { NODE_OPTIONS: '--inspect=0' }],
    [['--tidak-dikenal'], { SSLKEYLOGFILE: kunciTls }],
  ] as const) {
    const { status, tulisan } = await startHardened(argumen, env)
    expect(status).toBe(1)
    expect(tulisan).not.toMatch(/debugger listening/i)
  }
  expect(existsSync(bukti)).toBe(false)
  expect(existsSync(kunciTls)).toBe(false)
})
