import { globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { tanpaRuang } from './storage/penuh.ts'
import {
  killDesk,
  openCase,
  openDesk,
  reopenDesk,
  returnCase,
  setJaringan,
} from '../support/desk-steps.ts'

export const needs = 'desktop'

type Kerusakan = { nama: string; harm: (profil: string, seed: number) => void }

const listBerkas = (profil: string, pola: string) =>
  globSync(pola, { cwd: profil, withFileTypes: true })
    .filter((satu) => satu.isFile())
    .map((satu) => join(satu.parentPath, satu.name))
    .toSorted()
const indexedDb = 'Partitions/meja/IndexedDB/**/*'

function flip(berkas: string, tempat: number): void {
  const isi = readFileSync(berkas)
  if (isi.length === 0) return
  const letak = tempat % isi.length
  isi.writeUInt8(isi.readUInt8(letak) ^ 0x40, letak)
  writeFileSync(berkas, isi)
}

const semua: readonly Kerusakan[] = [
  { nama: 'nothing but the kill', harm: () => {} },
  {
    nama: 'IndexedDB deleted',
    harm: (profil) => rmSync(join(profil, 'Partitions/meja/IndexedDB'), { recursive: true }),
  },
  {
    nama: 'IndexedDB truncated',
    harm: (profil) => {
      for (const jalur of listBerkas(profil, indexedDb)) truncateSync(jalur, 10)
    },
  },
  {
    nama: 'IndexedDB with flipped bits',
    harm: (profil, seed) => {
      for (const jalur of listBerkas(profil, indexedDb)) {
        for (let kali = 1; kali <= 20; kali += 1) flip(jalur, seed * kali)
      }
    },
  },
  {
    nama: 'local storage deleted',
    harm: (profil) =>
      rmSync(join(profil, 'Partitions/meja/Local Storage'), { recursive: true, force: true }),
  },
  {
    nama: 'journal deleted',
    harm: (profil) => {
      for (const jalur of listBerkas(profil, 'orang/*/jurnal.bin')) rmSync(jalur)
    },
  },
  {
    nama: 'journal truncated by a half written entry',
    harm: (profil) => {
      for (const jalur of listBerkas(profil, 'orang/*/jurnal.bin')) {
        const isi = readFileSync(jalur)
        writeFileSync(jalur, Buffer.concat([isi, isi.subarray(0, 30)]))
      }
    },
  },
  {
    nama: 'journal with a flipped bit',
    harm: (profil, seed) => {
      for (const jalur of listBerkas(profil, 'orang/*/jurnal.bin')) flip(jalur, seed)
    },
  },
]

/**
 * First without room, at a running desk: what the screen says is true, and the decision arrives. Then
 * decides without network, kills the app once the screen has said "tersimpan", harms what lies on the
 * disk, and starts again: the decision arrives at the server exactly once, or the screen says what was
 * lost.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const profil = mkdtempSync(join(context.workDir, 'profil-'))
  const db = new Client({ connectionString: context.databaseUrl })
  await db.connect()
  const failures: string[] = []
  let lost = 0
  let doubled = 0
  const daftar = context.quick ? semua.slice(0, 3) : semua
  const penuh = context.quick ? tanpaRuang.slice(0, 1) : tanpaRuang
  const tried = daftar.length + penuh.length
  let meja = await openDesk(context, profil)
  const note = (nama: string, jumlah: number, diumumkan: boolean) => {
    if (jumlah > 1) doubled += 1
    if (jumlah === 0) lost += 1
    if (jumlah !== 1) failures.push(`${nama}: arrived ${jumlah} times, announced: ${diumumkan}`)
    context.report(`storage ${nama}: tiba ${jumlah} kali${diumumkan ? ', diumumkan' : ''}`)
  }
  for (const { nama, attempt: attemptIni } of penuh) {
    const hasil = await attemptIni(meja)
    meja = hasil.meja
    failures.push(...hasil.keluhan.map((satu) => `${nama}: ${satu}`))
    note(nama, await countArrived(db, hasil.usulanId), false)
  }
  for (const { nama, harm } of daftar) {
    await meja.page.evaluate(() => {
      globalThis.location.hash = '#/antrean'
    })
    await openCase(meja.page)
    await setJaringan(meja.desktop, false)
    // Returned, because to some of the last cases in the queue nobody can say "sesuai".
    const usulanId = await returnCase(meja.page)
    await meja.page.getByTestId('strip-tersimpan').waitFor()
    await killDesk(meja.desktop)
    harm(profil, context.seed)
    meja = await reopenDesk(context, profil)
    const jumlah = await countArrived(db, usulanId)
    const diumumkan = await meja.page.getByTestId('simpanan-hilang').isVisible()
    note(nama, jumlah, diumumkan)
  }
  await meja.desktop.close()
  await db.end()
  return {
    name: 'storage',
    seed: context.seed,
    tried,
    survived: tried - new Set(failures.map((satu) => satu.split(':', 1).join(''))).size,
    lost,
    doubled,
    failures: failures.slice(0, 20),
    floor: 'recovered from the journal, or announced; never "empty but fine"',
    met: failures.every((satu) => satu.endsWith('announced: true')) && doubled === 0,
  }
}

async function countArrived(db: Client, usulanId: string): Promise<number> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { rows } = await db.query<{ jumlah: string }>(
      'select count(*) as jumlah from keputusan_verifikasi where usulan_id = $1',
      [usulanId],
    )
    const jumlah = Number(rows[0]?.jumlah ?? 0)
    if (jumlah > 0 || Date.now() > deadline) return jumlah
    await new Promise((resolve) => {
      setTimeout(resolve, 250)
    })
  }
}
