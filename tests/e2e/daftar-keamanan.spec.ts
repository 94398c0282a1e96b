import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ipcEvents, ipcRequests } from '../../core/ipc/contract.ts'
import { launchDesktop } from '../../scripts/desktop-driver.ts'
import { EXECUTABLE } from '../../scripts/package/inspectable-copy.ts'
import { getEnvironment } from './meja.ts'

/**
 * The twenty points of Electron's own security checklist, in its order, each on the packaged application.
 * Nobody is signed in: walls stand before that. What concerns an open desk is in keamanan.spec.ts.
 */
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

type Preferensi = Record<string, unknown>

/** As the running window has them, not as they were asked for. */
const readPreferensi = () =>
  desktop.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Preferensi
    }
    return contents.getLastWebPreferences()
  })

test('1: only secure content is loaded', async () => {
  const alamat = await page.evaluate(() => [
    location.href,
    ...[...document.querySelectorAll<HTMLScriptElement>('[src]')].map(({ src }) => src),
    ...[...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href),
  ])
  expect(alamat.length).toBeGreaterThan(2)
  expect(alamat.filter((satu) => !/^(?:app:\/\/meja\/|blob:app:\/\/meja\/)/.test(satu))).toEqual([])
})

test('2: no page has Node', async () => {
  expect(await readPreferensi()).toMatchObject({ nodeIntegration: false })
  expect((await readPreferensi())['nodeIntegrationInWorker'] ?? false).toBe(false)
  expect((await readPreferensi())['nodeIntegrationInSubFrames'] ?? false).toBe(false)
  const ada = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].filter((nama) => nama in globalThis),
  )
  expect(ada).toEqual([])
})

test('3: the preload lives in a world of its own', async () => {
  expect(await readPreferensi()).toMatchObject({ contextIsolation: true })
  const diganti = await page.evaluate(() => {
    Object.assign(window, { meja: 'diganti' })
    return typeof window.meja
  })
  expect(diganti).toBe('object')
})

test('4: every renderer is sandboxed by the system', async () => {
  expect(await readPreferensi()).toMatchObject({ sandbox: true })
  const pid = await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
})

test('5: whatever asks for a permission is denied, in every session', async () => {
  const dariHalaman = await page.evaluate(async () => {
    const tanya = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read']
    const izin = await Promise.all(
      tanya.map(async (name) => {
        const jawaban = await navigator.permissions.query({ name: name as PermissionName })
        return jawaban.state
      }),
    )
    const media = await navigator.mediaDevices
      .getUserMedia({ audio: true, video: true })
      .then(() => 'dapat')
      .catch(() => 'ditolak')
    const layar = await navigator.mediaDevices
      .getDisplayMedia()
      .then(() => 'dapat')
      .catch(() => 'ditolak')
    return [...izin, media, layar, await Notification.requestPermission()]
  })
  expect(dariHalaman.filter((satu) => satu !== 'denied' && satu !== 'ditolak')).toEqual([])
})

test('6: web security is on: no other origin can be read', async () => {
  expect((await readPreferensi())['webSecurity'] ?? true).toBe(true)
  const lain = await page.evaluate(
    (alamat) =>
      fetch(alamat).then(
        () => 'terbaca',
        () => 'ditolak',
      ),
    `${getEnvironment('MEJA_E2E_SERVER_URL')}/api/sehat`,
  )
  expect(lain).toBe('ditolak')
})

test('7: a content security policy comes with every file', async () => {
  const kepala = await page.evaluate(async () => {
    const jawaban = await Promise.all(['/desktop.html', '/tidak-ada.js'].map((satu) => fetch(satu)))
    return jawaban.map(({ headers }) => headers.get('content-security-policy') ?? '')
  })
  for (const satu of kepala) {
    expect(satu).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/,
    )
    expect(satu).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  }
})

test('8, 9, 10: no insecure content, no experiments, no switched-on engine features', async () => {
  const preferensi = await readPreferensi()
  expect(preferensi['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferensi['experimentalFeatures'] ?? false).toBe(false)
  expect(preferensi['enableBlinkFeatures'] ?? '').toBe('')
})

test('11, 12: there is no webview, and none could be attached', async () => {
  expect((await readPreferensi())['webviewTag'] ?? false).toBe(false)
  expect(await page.evaluate(() => document.createElement('webview').constructor.name)).toBe(
    'HTMLElement',
  )
  const dicegah = await desktop.evaluate(({ BrowserWindow }) => {
    let jumlah = 0
    const peristiwa = { preventDefault: () => (jumlah += 1) }
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', peristiwa, {}, {})
    return jumlah
  })
  expect(dicegah).toBe(1)
})

test('14: no page opens a window', async () => {
  const dibuka = await page.evaluate(() =>
    ['https://contoh.invalid/', 'file:///etc/passwd', 'about:blank', ''].filter(
      (alamat) => window.open(alamat) !== null,
    ),
  )
  expect(dibuka).toEqual([])
  expect(desktop.windows()).toHaveLength(1)
})

test("15: the system's browser is opened with the sign-in page alone", async () => {
  const dibuka = await desktop.evaluate(async ({ shell, BrowserWindow }) => {
    const semua: string[] = []
    shell.openExternal = async (alamat) => void semua.push(alamat)
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    await contents?.executeJavaScript(
      `for (const alamat of ['https://contoh.invalid/', 'ms-msdt:/id', 'file:///etc/passwd']) {
        const tautan = document.createElement('a')
        Object.assign(tautan, { href: alamat, target: '_blank' })
        document.body.append(tautan)
        tautan.click()
        tautan.remove()
      }`,
      true,
    )
    return semua
  })
  expect(dibuka).toEqual([])
})

test('16: the release pins its Electron, and the screen says when another is under it', async () => {
  const manifest: { devDependencies: { electron: string } } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../electron/package.json'), 'utf8'),
  )
  expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  const versi = await desktop.evaluate(() => process.versions.electron)
  const info = await page.evaluate(() => window.meja.getInfo())
  const terbaru =
    versi?.split('.', 1).join('') === manifest.devDependencies.electron.split('.', 1).join('')
  expect(info).toMatchObject({ ok: true, value: { runtimeResmi: terbaru } })
})

test('18: file:// leads nowhere', async () => {
  const jawaban = await page.evaluate(() =>
    fetch('file:///etc/passwd').then(
      (satu) => satu.text(),
      () => 'ditolak',
    ),
  )
  expect(jawaban).toBe('ditolak')
  const alamat = await desktop.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((satu) => satu.getURL()),
  )
  expect(alamat.every((satu) => satu.startsWith('app://'))).toBe(true)
})

test('19: the hardened package has every fuse as decided', async () => {
  const wire = await getCurrentFuseWire(join(getEnvironment('MEJA_E2E_HARDENED_APP'), EXECUTABLE))
  const mati = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  const nyala = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]
  for (const satu of mati) expect(wire[satu]).toBe(FuseState.DISABLE)
  for (const satu of nyala) expect(wire[satu]).toBe(FuseState.ENABLE)
})

test('20: the page gets the functions of the contract, and nothing of Electron', async () => {
  const jembatan = await page.evaluate(() =>
    Object.entries(window.meja).map(([nama, isi]) => [nama, typeof isi] as const),
  )
  const pendengar = Object.keys(ipcEvents).map(
    (nama) => `on${nama.charAt(0).toUpperCase()}${nama.slice(1)}`,
  )
  expect(jembatan.map(([nama]) => nama).toSorted()).toEqual(
    [...Object.keys(ipcRequests), ...pendengar].toSorted(),
  )
  expect(jembatan.filter(([, jenis]) => jenis !== 'function')).toEqual([])
})

test('paths that try to leave the folder of the interface find nothing', async () => {
  const jawaban = await page.evaluate(async () => {
    const jalur = [
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/%252e%252e/package.json',
      '/..%5cpackage.json',
      '/..\\package.json',
      '/assets/..%5c..%5cpackage.json',
      '/desktop.html%00.js',
      '//etc/passwd',
      '/%2fetc/passwd',
      '/assets/',
      '/DESKTOP.HTML',
    ]
    return Promise.all(
      jalur.map((satu) =>
        fetch(`app://meja${satu}`).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    )
  })
  expect(jawaban.filter((status) => status !== 404 && status !== 0)).toEqual([])
})

test('a crash leaves no memory on the disk', async () => {
  const { pid, utama } = await desktop.evaluate(({ BrowserWindow }) => ({
    pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    utama: process.pid,
  }))
  // Of a process that may be dumped, the owner can read the environment.
  expect(() => readFileSync(`/proc/${pid}/environ`)).toThrow(/EACCES/)
  expect(readFileSync(`/proc/${utama}/limits`, 'utf8')).toMatch(/^Max core file size\s+0\s+0\s/m)
  const berhenti = page.waitForEvent('crash')
  await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await berhenti
  const sisa = readdirSync(profil, { recursive: true, encoding: 'utf8' }).filter((nama) =>
    /\.dmp$|(?:^|\/)core(?:\.\d+)?$|minidump/i.test(nama),
  )
  expect(sisa).toEqual([])
})
