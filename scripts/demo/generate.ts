import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import type { Dokumen, Ukuran } from './provinsi.ts'
import { makeSemuaPindaian } from './pindai/pool.ts'
import { makePesanan } from './orders.ts'
import { planProvince, versiProvinsi } from './province.ts'

export type Kemajuan = { done: number; total: number; tahap: string }

export type OpsiProvinsi = {
  dir: string
  seed?: string
  /** `kecil` is a few offices and coarse scans, for tests. */
  size?: Ukuran
  onProgress?: (kemajuan: Kemajuan) => void
}

export type HasilProvinsi = { dir: string; versi: number; usulan: number; dilewati: boolean }

/** One password for every demo account: it opens invented data only, and start prints it. */
export const kataSandiDemo = 'meja-demo-2026'

type Tanda = { seed: string; size: Ukuran; versi: number; usulan: number; sidik: string }

const namaAsli: Record<string, string> = {
  SK_KP: 'sk-kp',
  SK_CPNS: 'sk-cpns',
  SK_KGB: 'sk-kgb',
  IJAZAH: 'ijazah',
  AKTA_NIKAH: 'akta-nikah',
  KK: 'kk',
  SKP: 'skp',
  SERT_DIKLAT: 'sertifikat',
}

async function isDone(dir: string, tanda: Tanda): Promise<boolean> {
  try {
    const ada: unknown = JSON.parse(await readFile(join(dir, 'versi.json'), 'utf8'))
    return JSON.stringify(ada) === JSON.stringify(tanda)
  } catch {
    return false
  }
}

const writeJson = (dir: string, nama: string, isi: unknown): Promise<void> =>
  writeFile(join(dir, nama), `${JSON.stringify(isi, null, 1)}\n`)

/**
 * Writes the demo province into a folder, or does nothing when the same one is already there.
 * The mark (versi.json) is written last, so that an interrupted run is done anew.
 */
export async function generateProvince(opsi: OpsiProvinsi): Promise<HasilProvinsi> {
  const { dir, seed = 'meja-asn', size = 'penuh', onProgress } = opsi
  const rencana = planProvince(seed, size)
  const { provinsi, berkas } = rencana
  // Descriptions in core shape the rows too: a field more there is another province.
  const sidik = createHash('sha256').update(JSON.stringify(provinsi)).digest('hex')
  const tanda: Tanda = { seed, size, versi: versiProvinsi, usulan: berkas.length, sidik }
  const hasil = { dir, versi: versiProvinsi, usulan: berkas.length }
  if (await isDone(dir, tanda)) return { ...hasil, dilewati: true }

  const folder = join(dir, 'berkas')
  await rm(folder, { recursive: true, force: true })
  await rm(join(dir, 'versi.json'), { force: true })
  await mkdir(folder, { recursive: true })
  const total = berkas.length
  const pindaian = await makeSemuaPindaian(
    berkas.map((satu) => makePesanan(rencana, satu)),
    folder,
    (done) => onProgress?.({ done, total, tahap: 'pindaian' }),
  )
  provinsi.dokumen = berkas.map(({ dokumenId, jenisDokumen, orang }): Dokumen => {
    const satu = pindaian.get(dokumenId)
    if (satu === undefined) throw new Error('a scan is missing')
    const { sha256, tipeMedia, ekstensi, ukuran, halaman } = satu
    return {
      id: dokumenId,
      pegawaiId: orang.pegawai.id,
      jenis: jenisDokumen,
      sha256,
      tipeMedia,
      ekstensi,
      ukuran,
      halaman,
      namaAsli: `${namaAsli[jenisDokumen] ?? 'dokumen'}.${ekstensi}`,
    }
  })
  await writeJson(dir, 'provinsi.json', provinsi)
  await writeJson(dir, 'kebenaran.json', rencana.kebenaran)
  await writeJson(dir, 'akun.json', {
    kataSandi: kataSandiDemo,
    akun: provinsi.akun.map(({ username, peran, nama, perangkatDaerah }) => ({
      username,
      peran,
      nama,
      perangkatDaerah,
    })),
  })
  await writeJson(dir, 'versi.json', tanda)
  return { ...hasil, dilewati: false }
}

if (isMainThread && import.meta.main) {
  const [dir, size = 'penuh'] = process.argv.slice(2)
  if (dir === undefined || (size !== 'penuh' && size !== 'kecil')) {
    throw new Error('usage: node scripts/demo/generate.ts <folder> [penuh|kecil]')
  }
  const hasil = await generateProvince({
    dir,
    size,
    onProgress: ({ done, total }) => process.stderr.write(`\rpindaian ${done}/${total} `),
  })
  process.stderr.write('\n')
  process.stdout.write(`${JSON.stringify(hasil)}\n`)
}
