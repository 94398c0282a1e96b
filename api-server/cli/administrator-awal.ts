import { open, readFile, rm, type FileHandle } from 'node:fs/promises'
import { formatErrorLine } from '@meja/core/api/error-sentences.ts'
import { establishAdministrator } from '../awal/administrator-awal.ts'
import { parseBerkasAwal, type BerkasAwal } from '../awal/berkas-awal.ts'
import { PenolakanAwal } from '../awal/penolakan-awal.ts'
import { connectDatabase, isDatabaseUnreachable } from '../database/connection.ts'
import { readKunciFaktor } from '../faktor/kunci-faktor.ts'
import { drawSurat } from '../features/undangan/surat.ts'

/**
 * `node api-server/cli/administrator-awal.ts BERKAS.json SURAT.pdf [--ganti]`, with the owner's
 * DATABASE_URL, SECRETS_DIR and PUBLIC_URL: the first administrators by decree (docs/operations.md).
 * Exits 0 when the letters are written, 1 when the installation speaks against it, 2 when the call or
 * the file does, 3 when something is out of reach.
 */
function fail(kode: 1 | 2 | 3, ...kalimat: readonly string[]): never {
  process.stderr.write(`${kalimat.join('\n')}\n`)
  process.exit(kode)
}

function getSetelan() {
  const jalur = process.argv.slice(2).filter((satu) => satu !== '--ganti')
  const [berkas, surat] = jalur
  const { DATABASE_URL: url, SECRETS_DIR: rahasia, PUBLIC_URL: alamat } = process.env
  if (berkas === undefined || surat === undefined || jalur.length > 2) {
    fail(2, 'Sebutkan berkas keputusan (JSON) dan berkas surat (PDF) yang akan dibuat.')
  }
  if (!url || !rahasia || !alamat) {
    fail(2, 'Sebutkan DATABASE_URL pemilik tabel, SECRETS_DIR, dan PUBLIC_URL.')
  }
  return { berkas, surat, url, rahasia, alamat: alamat.replace(/\/$/, '') }
}

async function readBerkas(jalur: string): Promise<BerkasAwal> {
  const teks = await readFile(jalur, 'utf8').catch(() =>
    fail(2, 'Berkas keputusan tidak dapat dibaca.'),
  )
  const hasil = parseBerkasAwal(teks)
  if ('salah' in hasil) fail(2, 'Berkas keputusan belum benar:', ...hasil.salah)
  return hasil
}

/** Only for the operator's eyes, and never in place of letters that may have been handed out. */
function openSurat(jalur: string): Promise<FileHandle> {
  return open(jalur, 'wx', 0o600).catch(() =>
    fail(2, 'Berkas surat tidak dapat dibuat: sudah ada, atau foldernya tidak dapat ditulisi.'),
  )
}

function explain(error: unknown): never {
  if (error instanceof PenolakanAwal) fail(1, error.message)
  if (isDatabaseUnreachable(error)) fail(3, formatErrorLine('basis_data_tak_terjangkau'))
  // 42P01: a table is missing, 42703: a column.
  if (error instanceof Error && 'code' in error && /^42(P01|703|883)$/.test(String(error.code))) {
    fail(1, 'Basis data belum dimigrasi ke versi ini. Jalankan migrasinya dulu.')
  }
  throw error
}

const setelan = getSetelan()
const berkas = await readBerkas(setelan.berkas)
const kunci = await readKunciFaktor(setelan.rahasia).catch(() =>
  fail(2, 'faktor.json di SECRETS_DIR tidak dapat dibaca; buat kunci server dulu.'),
)
const database = connectDatabase(setelan.url, 1)
const keluaran = await openSurat(setelan.surat)
try {
  const hasil = await establishAdministrator(database, kunci, berkas, {
    ganti: process.argv.includes('--ganti'),
    async keep(surat) {
      if (surat.length === 0) return
      await keluaran.writeFile(await drawSurat(surat, setelan.alamat))
      await keluaran.sync()
    },
  })
  if (hasil.surat === 0) await rm(setelan.surat)
  process.stdout.write(
    `${[
      `${hasil.kantorBaru} Perangkat Daerah dan ${hasil.unitBaru} unit ditambahkan.`,
      `${hasil.surat} surat ditulis. Cetak, lipat, serahkan kepada yang namanya tercantum, lalu hapus berkasnya.`,
      ...(hasil.tanpaSurat > 0
        ? [`${hasil.tanpaSurat} orang sudah punya akun dan masuk seperti biasa.`]
        : []),
    ].join('\n')}\n`,
  )
} catch (error) {
  // Letters of accounts that were not made open nothing.
  await rm(setelan.surat, { force: true })
  explain(error)
} finally {
  await keluaran.close()
  await database.destroy()
}
