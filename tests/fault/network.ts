import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'
import { openDesk, setJaringan, setProxy } from '../support/desk-steps.ts'
import { createAcak } from '../support/outbox/acak.ts'
import { waitTerkirim } from '../support/outbox/baca-strip.ts'
import { CatatanUji } from '../support/outbox/catatan-uji.ts'
import { listKiriman, plantKiriman } from '../support/outbox/tanam-kiriman.ts'
import { gangguan, openJalanBuruk, type Gangguan } from './network/jalan-buruk.ts'

export const needs = 'desktop'

/**
 * A full outbox, sealed in the journal of the packaged app, goes over a line that loses, cuts, repeats
 * and reorders, that answers 413, 429 and 503 in the server's place, and on which the token expires. One
 * of them is a decision that the server refuses. Each decision arrives once, the refused one is in the
 * tray, and whatever was done to one request held up no other for good.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const db = new Client({ connectionString: context.databaseUrl })
  await db.connect()
  const { username } = getDemoFasilitator(context.provinceDir)
  const acak = createAcak(context.seed)
  const failures: string[] = []
  const catatan = new CatatanUji(join(context.workDir, 'keputusan.txt'))
  const putaran = context.quick ? 1 : 3
  const sekali = context.quick ? 30 : 80
  let doubled = 0
  const profil = mkdtempSync(join(context.workDir, 'profil-'))
  const meja = await openDesk(context, profil)
  const dilakukan = new Map<Gangguan, number>()
  for (let ke = 1; ke <= putaran; ke += 1) {
    await setJaringan(meja.desktop, false)
    const { kiriman, ditolak } = await listKiriman(db, username, sekali, acak)
    for (const { usulanId } of kiriman) catatan.note(usulanId, 'akan')
    meja.page = await plantKiriman(meja, [...kiriman, ditolak])
    for (const { usulanId } of kiriman) catatan.note(usulanId, 'tersimpan')
    const jalan = await openJalanBuruk(
      () => gangguan[Math.floor(acak() * gangguan.length)] ?? 'through',
      acak,
    )
    await setProxy(meja.desktop, `http://127.0.0.1:${jalan.port}`)
    const sisa = await waitTerkirim(meja.page, 600_000)
    if (sisa !== null) failures.push(`round ${ke}: not all arrived: ${JSON.stringify(sisa)}`)
    const baki = await meja.page.getByTestId('strip-ditolak').innerText()
    if (!baki.startsWith(String(ke))) failures.push(`round ${ke}: the tray says "${baki}"`)
    await setJaringan(meja.desktop, true)
    jalan.close()
    for (const [nama, kali] of jalan.dilakukan) {
      dilakukan.set(nama, (dilakukan.get(nama) ?? 0) + kali)
    }
    context.report(
      `network ${ke} dari ${putaran}: ${[...dilakukan].map(([nama, n]) => `${nama} ${n}`).join(', ')}`,
    )
  }
  await meja.desktop.close()
  const { lost, doubled: ganda } = await catatan.count(db)
  doubled += ganda.length
  await db.end()
  failures.push(
    ...lost.map((satu) => `${satu}: did not arrive`),
    ...ganda.map((satu) => `${satu}: there twice`),
  )
  const tried = [...dilakukan.values()].reduce((semua, kali) => semua + kali, 0)
  return {
    name: 'network',
    seed: context.seed,
    tried,
    survived: tried - failures.length,
    lost: lost.length,
    doubled,
    decided: catatan.jumlah.diputuskan,
    failures: failures.slice(0, 20),
    floor: 'exactly-once effect; one bad item blocks nothing',
    met: failures.length === 0,
  }
}
