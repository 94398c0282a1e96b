import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { markRestore } from '../../api-server/cli/mark-restore.ts'
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
import { fillAntrean } from '../support/outbox/antrean-isi.ts'
import { readStrip, waitAman, waitTerkirim } from '../support/outbox/baca-strip.ts'
import { CatatanUji } from '../support/outbox/catatan-uji.ts'
import { Cadangan } from './restore/cadangan.ts'

export const needs = 'desktop'

type Cara = { nama: string; ditandai: boolean; dimatikan: boolean }

const semua: readonly Cara[] = [
  { nama: 'marked by the operator', ditandai: true, dimatikan: false },
  { nama: 'marked by nobody', ditandai: false, dimatikan: false },
  { nama: 'marked, workstation killed meanwhile', ditandai: true, dimatikan: true },
]

const JEDA_DENYUT_MS = 22_000
/** Heartbeats come every twenty seconds; what they bring back is then sent at once. */
const BATAS_KEMBALI_MS = 90_000

/**
 * Decisions before the backup, receipted decisions after it, and one that is still unsent; then the
 * server is restored to the backup and the workstation meets it again. In the end all of them stand in
 * the database exactly once, none of them decided anew by a person.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const { username } = getDemoFasilitator(context.provinceDir)
  const daftar = context.quick ? semua.slice(0, 1) : semua
  const setelah = context.quick ? 2 : 5
  const awal = await connect(context)
  await fillAntrean(awal, username, daftar.length * (setelah + 3) + 5)
  await awal.end()
  const cadangan = new Cadangan(context.databaseUrl)
  const catatan = new CatatanUji(join(context.workDir, 'keputusan.txt'))
  const failures: string[] = []
  let recovered = 0
  const profil = mkdtempSync(join(context.workDir, 'profil-'))
  let meja = await openDesk(context, profil)
  for (const { nama, ditandai, dimatikan } of daftar) {
    await decide(meja, catatan, 2, true)
    await cadangan.backUp()
    await decide(meja, catatan, setelah, true)
    // Nobody marks it: then what the last heartbeat heard of the server's memory has to tell.
    if (!ditandai) await setTimeout(JEDA_DENYUT_MS)
    await setJaringan(meja.desktop, false)
    await decide(meja, catatan, 1, false)
    await cadangan.restore()
    if (ditandai) await markRestore(context.databaseUrl, 'Uji pemulihan')
    const db = await connect(context)
    const hilang = await catatan.listBelumSampai(db)
    if (hilang.length !== setelah + 1) failures.push(`${nama}: the restore forgot ${hilang.length}`)
    if (dimatikan) {
      await killDesk(meja.desktop)
      meja = await reopenDesk(context, profil)
    } else {
      await setJaringan(meja.desktop, true)
    }
    const sisa = await waitKembali(db, catatan)
    recovered += hilang.length - sisa.length
    failures.push(...sisa.map((satu) => `${nama}: ${satu} did not come back`))
    context.report(
      `restore ${nama}: ${hilang.length} hilang, ${hilang.length - sisa.length} kembali`,
    )
    await db.end()
  }
  const sisa = await waitTerkirim(meja.page, 30_000)
  if (sisa !== null) failures.push(`the outbox is not empty: ${JSON.stringify(sisa)}`)
  await meja.desktop.close()
  const db = await connect(context)
  const { lost, doubled } = await catatan.count(db)
  await db.end()
  failures.push(...doubled.map((satu) => `${satu}: there twice`))
  return {
    name: 'restore',
    seed: context.seed,
    tried: daftar.length,
    survived: daftar.filter(({ nama }) => !failures.some((satu) => satu.startsWith(`${nama}:`)))
      .length,
    lost: lost.length,
    doubled: doubled.length,
    recovered,
    failures: failures.slice(0, 20),
    floor: 'decisions since then come back from workstations',
    met: failures.length === 0 && lost.length === 0,
  }
}

async function connect({ databaseUrl }: FaultContext): Promise<Client> {
  const db = new Client({ connectionString: databaseUrl })
  // Thrown out by the restore like everybody else.
  db.on('error', () => {})
  await db.connect()
  return db
}

async function decide(
  { page }: Meja,
  catatan: CatatanUji,
  jumlah: number,
  sampaiDiterima: boolean,
): Promise<void> {
  await page.evaluate(() => {
    globalThis.location.hash = '#/antrean'
  })
  await openCase(page)
  let { diputuskan } = await readStrip(page)
  for (let ke = 1; ke <= jumlah; ke += 1) {
    const usulanId = await returnCase(page, (id) => catatan.note(id, 'akan'))
    diputuskan += 1
    await waitAman(page, diputuskan)
    catatan.note(usulanId, 'tersimpan')
  }
  const sisa = sampaiDiterima ? await waitTerkirim(page, 60_000) : null
  if (sisa !== null) throw new Error(`not received: ${JSON.stringify(sisa)}`)
}

async function waitKembali(db: Client, catatan: CatatanUji): Promise<string[]> {
  const batas = Date.now() + BATAS_KEMBALI_MS
  for (;;) {
    const sisa = await catatan.listBelumSampai(db)
    if (sisa.length === 0 || Date.now() > batas) return sisa
    await setTimeout(500)
  }
}
