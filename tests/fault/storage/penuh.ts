import type { ElectronApplication } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decide, openCase, setJaringan, unlock, type Meja } from '../../support/desk-steps.ts'

/** What a case without room left behind: the decision, and what did not go as it must. */
export type Hasil = { meja: Meja; usulanId: string; keluhan: string[] }

/** Room for this much of the next entry: it stops in the middle of a frame. */
const SISA_BYTE = 40

function listJurnal(profil: string): string[] {
  return globSync('orang/*/jurnal.bin', { cwd: profil }).map((nama) => join(profil, nama))
}

async function limitFiles(desktop: ElectronApplication, byte: number | 'unlimited'): Promise<void> {
  const pid = await desktop.evaluate(() => process.pid)
  // The soft limit only, so that it can be lifted again; the program is told as by a full disk.
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${byte}:unlimited`])
}

const fillDisk = (desktop: ElectronApplication, profil: string) =>
  limitFiles(
    desktop,
    Math.max(0, ...listJurnal(profil).map((jalur) => statSync(jalur).size)) + SISA_BYTE,
  )

async function openNext({ desktop, page }: Meja): Promise<void> {
  await page.evaluate(() => {
    globalThis.location.hash = '#/antrean'
  })
  await openCase(page)
  await setJaringan(desktop, false)
}

/** No byte more goes to the disk: the screen must not say "tersimpan", and the decision must arrive. */
async function decideOnFullDisk(meja: Meja, profil: string): Promise<Hasil> {
  const keluhan: string[] = []
  await openNext(meja)
  await fillDisk(meja.desktop, profil)
  const usulanId = await decide(meja.page)
  await meja.page.getByTestId('strip-hanya-di-layar').waitFor()
  if (await meja.page.getByTestId('strip-tersimpan').isVisible()) {
    keluhan.push('the screen says "tersimpan" although nothing was kept')
  }
  await limitFiles(meja.desktop, 'unlimited')
  await setJaringan(meja.desktop, true)
  return { meja, usulanId, keluhan }
}

/** What was acknowledged before the disk filled up is still there after a lock on the full disk. */
async function lockOnFullDisk(meja: Meja, profil: string): Promise<Hasil> {
  const keluhan: string[] = []
  await openNext(meja)
  const usulanId = await decide(meja.page)
  await meja.page.getByTestId('strip-tersimpan').waitFor()
  await fillDisk(meja.desktop, profil)
  const jendela = meja.desktop.waitForEvent('window')
  const hilang = meja.page.waitForEvent('close')
  void meja.page.keyboard.press('Control+l').catch(() => {})
  const layar = await jendela
  await hilang
  await layar.getByTestId('kunci-pin').waitFor()
  if (!(await layar.getByTestId('kunci-belum-terkirim').innerText()).includes('1')) {
    keluhan.push('the lock screen does not say that a decision is unsent')
  }
  await limitFiles(meja.desktop, 'unlimited')
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
  attempt: (meja: Meja, profil: string) => Promise<Hasil>
}[] = [
  { nama: 'disk full in the middle of an entry', attempt: decideOnFullDisk },
  { nama: 'disk full at the lock', attempt: lockOnFullDisk },
  { nama: "Chromium's quota used up", attempt: decideOverQuota },
]
