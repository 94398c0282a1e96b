import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../../api-server/environment.ts'
import { UjiBrowser } from './browser.ts'
import type { TestDatabase } from './database.ts'
import { kataSandi, type Akun } from './kantor.ts'
import { startTestServer, type TestServer } from './server.ts'

/** As much of a built portal as the server's rules about pages need. */
async function writePages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meja-portal-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'portal.html'), '<!doctype html><title>Portal uji</title>')
  await writeFile(join(folder, 'assets/portal-Ab12Cd34.js'), 'export {}')
  await writeFile(join(folder, 'assets/pekerja-Ab12Cd34.js'), 'export {}')
  return folder
}

export type PortalServer = TestServer & { readonly asal: string; newBrowser: () => UjiBrowser }

/** A server with a portal, listening. */
export async function startPortalServer(
  ubah: Partial<Environment> = {},
  createDatabase?: () => Promise<TestDatabase>,
): Promise<PortalServer> {
  const halaman = { PORTAL_DIR: await writePages(), PORTAL_TANPA_TLS: 'ya' } as const
  const server = await startTestServer({ ...halaman, ...ubah }, createDatabase)
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
  const asal = server.environment.PUBLIC_URL
  return { ...server, asal, newBrowser: () => new UjiBrowser(asal) }
}

/** Follows redirects until an answer that is none. */
export async function follow(browser: UjiBrowser, jawaban: Response): Promise<Response> {
  let langkah = jawaban
  for (let nomor = 0; nomor < 8; nomor += 1) {
    const tujuan = langkah.headers.get('location')
    if (tujuan === null) return langkah
    langkah = await browser.open(tujuan)
  }
  throw new Error('terlalu banyak pengalihan')
}

/** From the portal's door to the portal; the last answer is its page. */
export async function signInPortal(browser: UjiBrowser, siapa: Akun): Promise<Response> {
  const mulai = await browser.open('/masuk')
  const formulir = (await browser.open(mulai.headers.get('location') ?? '')).headers.get('location')
  const jawaban = await browser.open(formulir ?? '', {
    namaPengguna: siapa.namaPengguna,
    kataSandi: kataSandi,
  })
  return follow(browser, jawaban)
}
