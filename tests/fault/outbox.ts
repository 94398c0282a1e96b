import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'
import {
  killDesk,
  openCase,
  openDesk,
  reopenDesk,
  returnCase,
  setJaringan,
  type Meja,
} from '../support/desk-steps.ts'
import { createAcak } from '../support/outbox/acak.ts'
import { fillAntrean } from '../support/outbox/antrean-isi.ts'
import { readStrip, waitAman, waitTerkirim } from '../support/outbox/baca-strip.ts'
import { CatatanUji } from '../support/outbox/catatan-uji.ts'

export const needs = 'desktop'

/** From the moment the desk is there: opening a case, deciding and sending all lie within. */
const PALING_LAMBAT_MS = 5000

/**
 * Kills the packaged app at random moments while it decides and sends, with and without network, on one
 * profile from first to last. Acknowledged is what the screen has called safe; in the end each of those
 * decisions stands in the database exactly once, and no decision stands there twice.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const kills = context.kills ?? (context.quick ? 8 : 1000)
  const db = new Client({ connectionString: context.databaseUrl })
  await db.connect()
  const { username } = getDemoFasilitator(context.provinceDir)
  await fillAntrean(db, username, kills * 6 + 20)
  const profil = mkdtempSync(join(context.workDir, 'profil-'))
  const catatan = new CatatanUji(join(context.workDir, 'keputusan.txt'))
  const acak = createAcak(context.seed)
  const tertunda = new Set<string>()
  const failures: string[] = []
  let meja = await openDesk(context, profil)
  for (let ke = 1; ke <= kills; ke += 1) {
    const mati = new AbortController()
    const kerja = work(meja, catatan, acak, mati.signal).catch((error: unknown) => {
      // What breaks under the kill is the kill's; anything before it is told.
      if (!mati.signal.aborted)
        failures.push(`kill ${ke}: ${String(error).split('\n', 1).join('')}`)
    })
    await setTimeout(acak() * PALING_LAMBAT_MS)
    mati.abort()
    await killDesk(meja.desktop)
    await kerja
    for (const usulanId of await catatan.listBelumSampai(db)) tertunda.add(usulanId)
    meja = await reopenDesk(context, profil)
    if (ke % 10 === 0 || ke === kills) {
      const { diputuskan, diakui } = catatan.jumlah
      context.report(`outbox kill ${ke} dari ${kills}: ${diputuskan} diputuskan, ${diakui} diakui`)
    }
  }
  await setJaringan(meja.desktop, true)
  const sisa = await waitTerkirim(meja.page, 180_000)
  if (sisa !== null) failures.push(`the outbox is not empty in the end: ${JSON.stringify(sisa)}`)
  await meja.desktop.close()
  const { lost, doubled } = await catatan.count(db)
  await db.end()
  failures.push(
    ...lost.map((satu) => `${satu}: acknowledged, and not at the server`),
    ...doubled.map((satu) => `${satu}: there twice`),
  )
  return {
    name: 'outbox',
    seed: context.seed,
    tried: kills,
    survived: kills - failures.length,
    lost: lost.length,
    doubled: doubled.length,
    recovered: [...tertunda].filter((satu) => !lost.includes(satu)).length,
    decided: catatan.jumlah.diputuskan,
    acknowledged: catatan.jumlah.diakui,
    failures: failures.slice(0, 20),
    floor: '0 acknowledged decisions lost, 0 doubled',
    met: lost.length === 0 && doubled.length === 0 && sisa === null,
  }
}

/** Decides case after case until somebody pulls the plug; the network comes and goes. */
async function work(
  { desktop, page }: Meja,
  catatan: CatatanUji,
  acak: () => number,
  mati: AbortSignal,
): Promise<void> {
  await setJaringan(desktop, acak() < 0.5)
  await page.evaluate(() => {
    globalThis.location.hash = '#/antrean'
  })
  let { diputuskan } = await readStrip(page)
  await openCase(page)
  while (!mati.aborted) {
    const usulanId = await returnCase(page, (id) => catatan.note(id, 'akan'))
    diputuskan += 1
    await waitAman(page, diputuskan)
    catatan.note(usulanId, 'tersimpan')
    if (acak() < 0.3) await setJaringan(desktop, acak() < 0.5)
  }
}
