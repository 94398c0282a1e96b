import type { ElectronApplication, Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { MejaBridge } from '@meja/core/ipc/contract.ts'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { killDesk, openCase, openDesk, unlock, type Meja } from '../support/desk-steps.ts'

export const needs = 'desktop'

type Jendela = { meja: MejaBridge }

/** Both run in the page. */
const callLock = () => (globalThis as unknown as Jendela).meja.lockLayar()
const callSignOut = () => (globalThis as unknown as Jendela).meja.signOut()

type Cara = { nama: string; lock: (meja: Meja) => Promise<void> }

const tell = (peristiwa: string) => (meja: Meja) =>
  meja.desktop.evaluate(({ powerMonitor }, nama) => {
    powerMonitor.emit(nama)
  }, peristiwa)

/** Every way in which a screen closes; the long idle time is the end-to-end test's. */
const semuaCara: readonly Cara[] = [
  {
    nama: 'key',
    // Not awaited: the page that would answer goes away meanwhile.
    lock: async ({ page }) => void page.keyboard.press('Control+l').catch(() => {}),
  },
  {
    nama: 'menu item',
    lock: async ({ page }) => {
      await page.evaluate(callLock).catch(() => {})
    },
  },
  { nama: 'system locked', lock: tell('lock-screen') },
  { nama: 'suspend', lock: tell('suspend') },
  { nama: 'resume', lock: tell('resume') },
  {
    nama: 'screen saver on the message bus',
    lock: async () => {
      execFileSync('dbus-send', [
        '--session',
        '--type=signal',
        '/org/freedesktop/ScreenSaver',
        'org.freedesktop.ScreenSaver.ActiveChanged',
        'boolean:true',
      ])
    },
  },
  {
    nama: 'minimised, by policy',
    // The display of the tests has no window manager that could minimise: its event is given.
    lock: ({ desktop }) =>
      desktop.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().includes('desktop.html'))
          ?.emit('minimize')
      }),
  },
  {
    nama: 'clock that jumped',
    lock: async ({ desktop, page }) => {
      const hilang = page.waitForEvent('close', { timeout: 8000 }).catch(() => null)
      const asli = await desktop.evaluateHandle(() => {
        const semula = Date.now
        Date.now = () => semula() + 3_600_000
        return semula
      })
      await hilang
      // Set right while it is closed: a jump back would close it once more.
      await desktop.evaluate((_, semula) => {
        Date.now = semula
      }, asli)
    },
  },
]

/**
 * Plants canaries where a person would leave them: the record of a real case, its scan in a second window,
 * a field being typed, a search, the clipboard, the encrypted store. Locks in each way, and looks for them in the page, the heap
 * of the new renderer, the heap of the main process, titles, clipboard and every file of the profile;
 * once more after a kill and after signing out.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const profil = mkdtempSync(join(context.workDir, 'profil-'))
  writeFileSync(join(profil, 'kebijakan-layar.json'), JSON.stringify({ kunciSaatDikecilkan: true }))
  const kanari = [`Kanari${context.seed}Loket`, `Kanari${context.seed}Cari`]
  const failures: string[] = []
  let tried = 0
  const meja = await openDesk(context, profil)
  kanari.push(...(await plant(meja.page, kanari)))
  await meja.page.getByTestId('tampil-jendela').click()
  await waitForWindows(meja.desktop, 2)
  const cara = context.quick ? semuaCara.slice(0, 3) : semuaCara
  for (const satu of cara) {
    tried += 1
    const layar = await lockBy(meja, satu)
    if (layar === null) {
      failures.push(`${satu.nama}: the screen did not close`)
      continue
    }
    for (const temuan of await search(meja.desktop, layar, kanari)) {
      failures.push(`${satu.nama}: ${temuan}`)
    }
    failures.push(...searchProfile(profil, kanari).map((temuan) => `${satu.nama}: ${temuan}`))
    context.report(
      `lock ${satu.nama}: ${failures.length} temuan sejauh ini ${failures.at(-1) ?? ''}`,
    )
    meja.page = await unlock(meja.desktop, layar)
    // The second window comes back with the case.
    await waitForWindows(meja.desktop, 2)
  }
  tried += 1
  const keluar = meja.desktop.waitForEvent('window')
  await meja.page.evaluate(callSignOut).catch(() => {})
  for (const temuan of await search(meja.desktop, await keluar, kanari)) {
    failures.push(`signed out: ${temuan}`)
  }
  tried += 1
  await killDesk(meja.desktop)
  failures.push(...searchProfile(profil, kanari).map((temuan) => `killed: ${temuan}`))
  return {
    name: 'lock',
    seed: context.seed,
    tried,
    survived: tried - new Set(failures.map((satu) => satu.split(':', 1).join(''))).size,
    leaked: failures.length,
    failures: failures.slice(0, 20),
    floor: '0 found',
    met: failures.length === 0,
  }
}

/** Answers what the record itself says of its person. */
async function plant(page: Page, [loket = '', cari = '']: string[]): Promise<string[]> {
  await page.getByTestId('antrean-cari').fill(cari)
  await page.getByTestId('antrean-cari').fill('')
  await openCase(page)
  const pemilik = await page.getByTestId('isian-pemilik').innerText()
  const nip = /\d{8} ?\d{6} ?\d ?\d{3}/.exec(pemilik)?.[0] ?? ''
  const nama = /[A-Z][a-z]{3,} [A-Z][a-z]{3,}/.exec(pemilik)?.[0] ?? ''
  await page.getByTestId('asli-tempat').fill(loket)
  await page.getByTestId('asli-tempat').selectText()
  await page.keyboard.press('Control+c')
  return [nip, nip.replaceAll(' ', ''), nama].filter((satu) => satu.length > 6)
}

async function lockBy({ desktop, page }: Meja, { lock }: Cara): Promise<Page | null> {
  const jendela = desktop.waitForEvent('window', { timeout: 8000 }).catch(() => null)
  const hilang = page.waitForEvent('close', { timeout: 8000 }).catch(() => null)
  await lock({ desktop, page })
  const layar = await jendela
  await hilang
  if (layar === null || !page.isClosed()) return null
  await layar.getByTestId('kunci-pin').waitFor({ state: 'attached' })
  return layar
}

/** So many windows, and no more. */
async function waitForWindows(desktop: ElectronApplication, jumlah: number): Promise<void> {
  const cukup = await desktop.evaluate(async ({ BrowserWindow }, dicari) => {
    const akhir = Date.now() + 10_000
    while (BrowserWindow.getAllWindows().length !== dicari && Date.now() < akhir) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
    return BrowserWindow.getAllWindows().length === dicari
  }, jumlah)
  if (!cukup) throw new Error(`${jumlah} windows were expected`)
}

async function search(
  desktop: ElectronApplication,
  layar: Page,
  kanari: readonly string[],
): Promise<string[]> {
  await layar.waitForLoadState()
  await waitForWindows(desktop, 1)
  const cdp = await layar.context().newCDPSession(layar)
  const potong: string[] = []
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => potong.push(chunk))
  await cdp.send('HeapProfiler.takeHeapSnapshot')
  await cdp.detach()
  const berkas = join(mkdtempSync(join(tmpdir(), 'meja-heap-')), 'utama.heapsnapshot')
  // Written in one go: a promise of the main process would not outlive its own garbage collection.
  await desktop.evaluate((_, jalur) => {
    process.getBuiltinModule('node:v8').writeHeapSnapshot(jalur)
  }, berkas)
  const heapUtama = readFileSync(berkas, 'utf8')
  rmSync(dirname(berkas), { recursive: true })
  const utama = await desktop.evaluate(async ({ BrowserWindow, clipboard }) => ({
    judul: BrowserWindow.getAllWindows()
      .map((satu) => satu.getTitle())
      .join(' '),
    papanKlip: String(await clipboard.readText()),
  }))
  const tempat: Record<string, string> = {
    page: await layar.content(),
    'heap of the new renderer': potong.join(''),
    'heap of the main process': heapUtama,
    'window title': utama.judul,
    clipboard: utama.papanKlip,
  }
  return Object.entries(tempat).flatMap(([nama, isi]) =>
    kanari.filter((satu) => isi.includes(satu)).map((satu) => `${sensor(satu)} in the ${nama}`),
  )
}

function searchProfile(profil: string, kanari: readonly string[]): string[] {
  return globSync('**/*', { cwd: profil, withFileTypes: true })
    .filter((satu) => satu.isFile())
    .flatMap((satu) => {
      const isi = readFileSync(join(satu.parentPath, satu.name))
      return kanari
        .filter((kata) => isi.includes(kata) || isi.includes(Buffer.from(kata, 'utf16le')))
        .map((kata) => `${sensor(kata)} in the file ${satu.name}`)
    })
}

/** The report itself names nobody. */
function sensor(kata: string): string {
  return kata.startsWith('Kanari') ? 'typed canary' : /\d{8}/.test(kata) ? 'NIP' : 'name'
}
