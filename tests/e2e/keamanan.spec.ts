import { expect, test } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { EXECUTABLE } from '../../scripts/package/inspectable-copy.ts'
import { getEnvironment, openMeja, type Meja } from './meja.ts'

/** The walls around an open desk; what needs nobody to sign in is in daftar-keamanan and pintu-ipc. */
test.describe.configure({ mode: 'serial' })

let meja: Meja
const keluhan: string[] = []

test.beforeAll(async () => {
  meja = await openMeja('fasilitator.kominfo')
  meja.page.on('console', (pesan) => {
    if (/content security policy/i.test(pesan.text())) keluhan.push(pesan.text())
  })
})

test.afterAll(async () => {
  await meja?.desktop.close()
})

function listBerkas(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entri) => entri.isFile())
      .map((entri) => join(entri.parentPath, entri.name))
      .map((path) => [relative(folder, path), path] as const),
  )
}

test('what these tests drive is the hardened package but for one byte', () => {
  const asli = listBerkas(getEnvironment('MEJA_E2E_HARDENED_APP'))
  const salinan = listBerkas(join(getEnvironment('MEJA_E2E_APP'), '..'))
  expect([...salinan.keys()].toSorted()).toEqual([...asli.keys()].toSorted())
  const berbeda = [...asli].filter(
    ([nama, path]) => !readFileSync(path).equals(readFileSync(salinan.get(nama) ?? path)),
  )
  expect(berbeda.map(([nama]) => nama)).toEqual([EXECUTABLE])
  const kiri = readFileSync(asli.get(EXECUTABLE) ?? '')
  const kanan = readFileSync(salinan.get(EXECUTABLE) ?? '')
  let jumlah = Math.abs(kiri.length - kanan.length)
  for (let i = 0; i < kiri.length; i += 1) if (kiri[i] !== kanan[i]) jumlah += 1
  expect(jumlah).toBe(1)
})

test('every renderer runs in the sandbox, and nothing runs as root', async () => {
  const proses = await meja.desktop.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
  )
  const renderer = proses.filter(({ type }) => type === 'Tab')
  expect(renderer.length).toBeGreaterThan(0)
  for (const { pid } of renderer) {
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  }
  for (const { pid } of proses) {
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\s/m)
  }
})

test('the page keeps no token where scripts could read it', async () => {
  const isi = await meja.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(isi).not.toMatch(/eyJ|token/i)
})

test('the answers to the page carry no token, and scripts come from the app alone', async () => {
  const { page } = meja
  const jawaban = await page.evaluate(async () => {
    const halaman = await fetch('/desktop.html')
    const sesi = await fetch('/api/sesi/saya')
    return {
      csp: halaman.headers.get('content-security-policy') ?? '',
      kepala: [...sesi.headers.keys()],
      isi: await sesi.text(),
      luarDaftar: (await fetch('/../../package.json')).status,
    }
  })
  expect(jawaban.csp).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(jawaban.csp).not.toMatch(/unsafe-inline|'unsafe-eval'/)
  expect(jawaban.kepala).not.toContain('set-cookie')
  expect(jawaban.kepala).not.toContain('authorization')
  expect(jawaban.isi).not.toMatch(/eyJ/)
  expect(jawaban.luarDaftar).toBe(404)
  const jalan = await page.evaluate(() => {
    const skrip = document.createElement('script')
    skrip.textContent = 'globalThis.disuntik = true'
    document.body.append(skrip)
    return 'disuntik' in globalThis
  })
  expect(jalan).toBe(false)
  // The attempt above is the only thing that the policy had to stop.
  expect(keluhan.length).toBe(1)
})

// Last, because the driver waits for ever for the navigation that the app refuses.
test('13: the window cannot be led away, and opens no other', async () => {
  const letak = await meja.desktop.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    await contents?.executeJavaScript("location.assign('https://contoh.invalid/'); undefined")
    await contents?.executeJavaScript("location.assign('file:///etc/passwd'); undefined")
    // A round trip to the page: whatever it asked for has been answered by then.
    const judul: unknown = await contents?.executeJavaScript('document.title')
    return { url: contents?.getURL(), judul, jendela: BrowserWindow.getAllWindows().length }
  })
  expect(letak.url).toMatch(/^app:\/\/meja\//)
  expect(letak.judul).toBe('Meja ASN')
  expect(letak.jendela).toBe(1)
})
