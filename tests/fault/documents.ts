import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Client } from 'pg'
import { errorCodes } from '@meja/core/api/errors.ts'
import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import type { FaultContext, FaultResult } from '../../scripts/fault/fault-contract.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'
import { writeKumpulan } from '../support/dokumen-jahat/write-kumpulan.ts'
import { killDesk, openDesk, reopenDesk, type Meja } from '../support/desk-steps.ts'
import { plantDokumen } from '../support/percobaan/plant-dokumen.ts'
import { listForeign, listTree, MemoryWatch } from '../support/percobaan/process-tree.ts'
import { tryDokumen } from '../support/percobaan/try-dokumen.ts'
import { OutsideWatch } from '../support/percobaan/watch-outside.ts'

export const needs = 'desktop'

const FLOOR_MS = 10_000

type FileReport = {
  file: string
  /** What the server's gate said; the viewer is asked all the same. */
  gate: string
  viewer: 'shown' | 'blank' | 'refused' | 'stuck' | 'not reached'
  sentence: string | null
  ms: number
  peakMb: number
  scripts: string[]
  requests: string[]
  /** Attempts that the content security policy held back. */
  blocked: number
  crashes: number
}

/** The desk, put up again whenever a document took it down. */
class Desk {
  readonly #context: FaultContext
  readonly #profil: string
  meja: Meja | null = null
  luar: OutsideWatch | null = null
  runtuh = 0

  constructor(context: FaultContext) {
    this.#context = context
    this.#profil = mkdtempSync(join(context.workDir, 'profil-'))
  }

  async open(): Promise<{ meja: Meja; luar: OutsideWatch }> {
    if (this.meja !== null && this.luar !== null) return { meja: this.meja, luar: this.luar }
    const pertama = this.luar === null
    const meja = await (pertama ? openDesk : reopenDesk)(this.#context, this.#profil)
    meja.page.on('crash', () => {
      this.runtuh += 1
    })
    this.luar = await OutsideWatch.start(meja.desktop, this.#context.serverUrl)
    await this.luar.follow(meja.page)
    this.meja = meja
    return { meja, luar: this.luar }
  }

  /** Whatever state it is in: the next file begins at a fresh one. */
  async kill(): Promise<void> {
    if (this.meja !== null) await killDesk(this.meja.desktop).catch(() => {})
    this.meja = null
  }
}

function* listFiles(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) yield* listFiles(path)
    else if (entry.isFile()) yield path
  }
}

/**
 * Opens every file of a folder in the packaged app's own viewer, at the real desk behind a real server:
 * each is sent as a person would send it, and where the gate refuses it, put behind the gate. A crash
 * costs the file that caused it, never the run.
 */
export async function attempt(context: FaultContext): Promise<FaultResult> {
  const dir = context.dir ?? join(context.workDir, 'kumpulan')
  if (context.dir === undefined) {
    context.report('Menulis kumpulan berkas rusak dan jahat.')
    await writeKumpulan(dir, context.seed, context.quick ? 24 : 240)
  }
  const db = new Client({ connectionString: context.databaseUrl })
  await db.connect()
  const desk = new Desk(context)
  const files: FileReport[] = []
  const failures: string[] = []
  let tried = 0
  try {
    const pegawaiId = await findPegawai(db, context)
    for (const path of listFiles(dir)) {
      tried += 1
      const satu = await tryFile({ context, desk, db, pegawaiId }, relative(dir, path), path, tried)
      files.push(satu)
      const keberatan = listKeberatan(satu)
      failures.push(...keberatan.map((kata) => `${satu.file}: ${kata}`))
      context.report(
        `${tried} ${JSON.stringify(satu.file)}: ${satu.viewer}, gerbang ${satu.gate}, ${satu.ms} ms, ${satu.peakMb} MB ${keberatan.join('; ')}`,
      )
    }
  } finally {
    await desk.kill()
    await db.end()
  }
  return summarize(context, tried, files, failures)
}

function summarize(
  context: FaultContext,
  tried: number,
  files: readonly FileReport[],
  failures: readonly string[],
) {
  const count = (viewer: FileReport['viewer']) =>
    files.filter((satu) => satu.viewer === viewer).length
  const gagal = files.filter((satu) => listKeberatan(satu).length > 0).length
  const sum = (ambil: (satu: FileReport) => number) => files.reduce((n, f) => n + ambil(f), 0)
  return {
    name: 'documents',
    seed: context.seed,
    tried,
    survived: tried - gagal,
    shown: count('shown'),
    blank: count('blank'),
    refused: count('refused') + count('not reached'),
    scripts: sum(({ scripts }) => scripts.length),
    requests: sum(({ requests }) => requests.length),
    crashes: sum(({ crashes }) => crashes),
    slowestMs: Math.max(0, ...files.map(({ ms }) => ms)),
    peakMb: Math.max(0, ...files.map(({ peakMb }) => peakMb)),
    failures: failures.slice(0, 20),
    floor: `no script, no network request, no crash of the app, <= ${FLOOR_MS / 1000} s then "tidak dapat ditampilkan"`,
    met: gagal === 0 && tried > 0,
    files,
  }
}

function listKeberatan(satu: FileReport): string[] {
  return [
    ...(satu.viewer === 'stuck' ? ['neither shown nor refused'] : []),
    ...(satu.ms > FLOOR_MS ? [`${satu.ms} ms`] : []),
    ...(satu.crashes > 0 ? ['crash'] : []),
    ...satu.scripts.map((kata) => `script: ${kata}`),
    ...satu.requests.map((kata) => `request: ${kata}`),
  ]
}

type Bahan = { context: FaultContext; desk: Desk; db: Client; pegawaiId: string }

async function tryFile(
  { context, desk, db, pegawaiId }: Bahan,
  file: string,
  path: string,
  nomor: number,
): Promise<FileReport> {
  const { meja, luar } = await desk.open()
  const pid = meja.desktop.process().pid ?? 0
  const kosong = { sentence: null, ms: 0, scripts: [], requests: [], blocked: 0, crashes: 0 }
  const memori = new MemoryWatch(pid)
  const sebelum = desk.runtuh
  let gate = 'tidak sampai'
  memori.start()
  try {
    const tempat = { page: meja.page, db, filesDir: context.filesDir, pegawaiId }
    const tertanam = await plantDokumen(tempat, file, readFileSync(path), nomor)
    gate = tertanam.gerbang
    if (!('usulanId' in tertanam)) {
      const kode = errorCodes.find((satu) => satu === gate)
      const sentence = kode === undefined ? null : formatErrorLine(kode)
      return { ...kosong, file, gate, viewer: 'not reached', sentence, peakMb: memori.stop() }
    }
    const tampak = await tryDokumen(meja.page, tertanam)
    const { scripts, requests, blocked } = await luar.take(meja.page)
    const asing = listForeign(listTree(pid), context.executable)
    if (tampak.hasil === 'stuck') await desk.kill()
    return {
      file,
      gate,
      viewer: tampak.hasil,
      sentence: tampak.kalimat,
      ms: tampak.ms,
      peakMb: memori.stop(),
      scripts: [...scripts, ...asing.map((program) => `program: ${program}`)],
      requests,
      blocked,
      crashes: desk.runtuh - sebelum,
    }
  } catch (error) {
    // The page is gone or does not answer any more.
    await desk.kill()
    const sentence = String(error).slice(0, 200)
    return { ...kosong, file, gate, viewer: 'stuck', sentence, peakMb: memori.stop(), crashes: 1 }
  } finally {
    memori.stop()
  }
}

/** Somebody of the office of the account at the desk, who is not that person. */
async function findPegawai(db: Client, { provinceDir }: FaultContext): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select p.id from pegawai p
       join penugasan_fasilitator f on f.perangkat_daerah = p.perangkat_daerah
       join akun a on a.id = f.akun_id and a.nama_pengguna = $1
      where p.id <> a.pegawai_id order by p.nip limit 1`,
    [getDemoFasilitator(provinceDir).username],
  )
  const [satu] = rows
  if (satu === undefined) throw new Error('the office of the account has nobody')
  return satu.id
}
