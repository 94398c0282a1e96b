import type { ElectronApplication } from '@playwright/test'
import { decide, openCase, setJaringan, unlock, type Meja } from '../../support/desk-steps.ts'

/** What a case without room left behind: the decision, and what did not go as it must. */
export type Hasil = { meja: Meja; usulanId: string; keluhan: string[] }

/** Room for this much of the next entry: it stops in the middle of a frame. */
const SISA_BYTE = 40

/** Main's own file handles, as they were before the disk filled up. */
type Pegangan = Record<
  'write' | 'writeFile' | 'appendFile',
  (...isi: unknown[]) => Promise<unknown>
>
type Utama = { peganganAsli?: Pegangan }

/**
 * From now on so many bytes more, then what the system says of a full disk, to everything that main writes.
 * Simulated at the file handle: a limit of the process takes Chromium's shared memory too, and the page
 * dies of it; a file system of its own would take root.
 */
function fillDisk(desktop: ElectronApplication): Promise<void> {
  return desktop.evaluate(async (_, ruang) => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    const contoh = await open('/dev/null', 'r')
    const pegangan = Object.getPrototypeOf(contoh) as Pegangan
    await contoh.close()
    const { write, writeFile, appendFile } = pegangan
    ;(globalThis as Utama).peganganAsli = { write, writeFile, appendFile }
    let sisa = ruang
    async function writeTerbatas(this: object, isi: unknown): Promise<never> {
      const bytes = typeof isi === 'string' ? new TextEncoder().encode(isi) : (isi as Uint8Array)
      const muat = bytes.subarray(0, sisa)
      sisa -= muat.length
      if (muat.length > 0) await write.call(this, muat)
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    }
    Object.assign(pegangan, {
      write: writeTerbatas,
      writeFile: writeTerbatas,
      appendFile: writeTerbatas,
    })
  }, SISA_BYTE)
}

function freeDisk(desktop: ElectronApplication): Promise<void> {
  return desktop.evaluate(async () => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    const contoh = await open('/dev/null', 'r')
    Object.assign(Object.getPrototypeOf(contoh) as Pegangan, (globalThis as Utama).peganganAsli)
    await contoh.close()
  })
}

async function openNext({ desktop, page }: Meja): Promise<void> {
  await page.evaluate(() => {
    globalThis.location.hash = '#/antrean'
  })
  await openCase(page)
  await setJaringan(desktop, false)
}

/** No byte more goes to the disk: the screen must not say "tersimpan", and the decision must arrive. */
async function decideOnFullDisk(meja: Meja): Promise<Hasil> {
  const keluhan: string[] = []
  await openNext(meja)
  await fillDisk(meja.desktop)
  const usulanId = await decide(meja.page)
  await meja.page.getByTestId('strip-hanya-di-layar').waitFor()
  if (await meja.page.getByTestId('strip-tersimpan').isVisible()) {
    keluhan.push('the screen says "tersimpan" although nothing was kept')
  }
  await freeDisk(meja.desktop)
  await setJaringan(meja.desktop, true)
  return { meja, usulanId, keluhan }
}

/** What was acknowledged before the disk filled up is still there after a lock on the full disk. */
async function lockOnFullDisk(meja: Meja): Promise<Hasil> {
  const keluhan: string[] = []
  await openNext(meja)
  const usulanId = await decide(meja.page)
  await meja.page.getByTestId('strip-tersimpan').waitFor()
  await fillDisk(meja.desktop)
  const jendela = meja.desktop.waitForEvent('window')
  const hilang = meja.page.waitForEvent('close')
  void meja.page.keyboard.press('Control+l').catch(() => {})
  const layar = await jendela
  await hilang
  await layar.getByTestId('kunci-pin').waitFor()
  if (!(await layar.getByTestId('kunci-belum-terkirim').innerText()).includes('1')) {
    keluhan.push('the lock screen does not say that a decision is unsent')
  }
  await freeDisk(meja.desktop)
  await setJaringan(meja.desktop, true)
  return { meja: { ...meja, page: await unlock(meja.desktop, layar) }, usulanId, keluhan }
}

/** Chromium gives the page no more room: the journal alone keeps the decision. */
async function decideOverQuota(meja: Meja): Promise<Hasil> {
  await openNext(meja)
  const cdp = await meja.page.context().newCDPSession(meja.page)
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: 'app://meja', quotaSize: 1 })
  const usulanId = await decide(meja.page)
  await meja.page.getByTestId('strip-tersimpan').waitFor()
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: 'app://meja' })
  await cdp.detach()
  await setJaringan(meja.desktop, true)
  return { meja, usulanId, keluhan: [] }
}

export const tanpaRuang: readonly {
  nama: string
  attempt: (meja: Meja) => Promise<Hasil>
}[] = [
  { nama: 'disk full in the middle of an entry', attempt: decideOnFullDisk },
  { nama: 'disk full at the lock', attempt: lockOnFullDisk },
  { nama: "Chromium's quota used up", attempt: decideOverQuota },
]
