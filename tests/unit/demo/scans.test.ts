import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateProvince } from '../../../scripts/demo/generate.ts'
import type { Dokumen, Kebenaran, Provinsi } from '../../../scripts/demo/provinsi.ts'
import { measureDark } from './dark-share.ts'

let dir = ''
let provinsi: Provinsi
let kebenaran: Kebenaran

const readJson = async <T>(folder: string, nama: string): Promise<T> =>
  JSON.parse(await readFile(join(folder, nama), 'utf8')) as T

const readBerkas = (folder: string, { sha256, ekstensi }: Dokumen): Promise<Buffer> =>
  readFile(join(folder, 'berkas', `${sha256}.${ekstensi}`))

const hash = (data: Buffer): string => createHash('sha256').update(data).digest('hex')

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'meja-demo-'))
  await generateProvince({ dir: join(dir, 'satu'), size: 'kecil' })
  provinsi = await readJson(join(dir, 'satu'), 'provinsi.json')
  kebenaran = await readJson(join(dir, 'satu'), 'kebenaran.json')
}, 60_000)

afterAll(() => rm(dir, { recursive: true, force: true }))

describe('the scans of the demo province', () => {
  it('are one for every proposal, named by the hash of their bytes', async () => {
    expect(provinsi.dokumen.map((satu) => satu.id)).toEqual(
      provinsi.usulan.flatMap((satu) => satu.dokumenIds),
    )
    for (const dokumen of provinsi.dokumen) {
      const data = await readBerkas(join(dir, 'satu'), dokumen)
      expect(hash(data)).toBe(dokumen.sha256)
      expect(data.length).toBe(dokumen.ukuran)
    }
    const berkas = await readdir(join(dir, 'satu', 'berkas'))
    expect(berkas.length).toBe(provinsi.dokumen.length)
  })

  it('show ink on every page, and have the pages they claim', async () => {
    for (const usulan of provinsi.usulan) {
      const dokumen = provinsi.dokumen.find((satu) => satu.id === usulan.dokumenIds[0])
      const benar = kebenaran.usulan.find((satu) => satu.usulanId === usulan.id)
      if (dokumen === undefined || benar === undefined) throw new Error('no document')
      const gelap = await measureDark(await readBerkas(join(dir, 'satu'), dokumen))
      expect(gelap.length).toBe(dokumen.halaman)
      if (!benar.terbaca) continue
      for (const bagian of gelap) {
        expect(bagian).toBeGreaterThan(0.004)
        expect(bagian).toBeLessThan(0.5)
      }
    }
  }, 60_000)

  it('carry neutral file names', () => {
    for (const { namaAsli } of provinsi.dokumen)
      expect(namaAsli).toMatch(/^[a-z-]+\.(pdf|jpg|png|tif)$/)
  })

  it('come out the same, byte for byte, after an interrupted run elsewhere', async () => {
    const sisa = join(dir, 'dua', 'berkas')
    await mkdir(sisa, { recursive: true })
    await writeFile(join(sisa, 'setengah.pdf'), '%PDF-')
    await writeFile(join(dir, 'dua', 'provinsi.json'), '{"pegawai": [')
    const hasil = await generateProvince({ dir: join(dir, 'dua'), size: 'kecil' })
    expect(hasil.dilewati).toBe(false)
    expect(await readdir(sisa)).toEqual(await readdir(join(dir, 'satu', 'berkas')))
    for (const nama of ['provinsi.json', 'kebenaran.json', 'akun.json', 'versi.json']) {
      const [satu, dua] = await Promise.all(
        ['satu', 'dua'].map((folder) => readFile(join(dir, folder, nama))),
      )
      expect(dua?.equals(satu ?? Buffer.alloc(0))).toBe(true)
    }
  }, 60_000)

  it('are not made again in a folder that has them', async () => {
    const hasil = await generateProvince({ dir: join(dir, 'satu'), size: 'kecil' })
    expect(hasil.dilewati).toBe(true)
  })
})

describe('the accounts file', () => {
  it('holds the one demo password, which the province itself does not', async () => {
    const akun = await readJson<{ kataSandi: string; akun: { username: string }[] }>(
      join(dir, 'satu'),
      'akun.json',
    )
    expect(akun.kataSandi.length).toBeGreaterThanOrEqual(12)
    expect(akun.akun.map((satu) => satu.username)).toContain('fasilitator2.pendidikan')
    expect(JSON.stringify(provinsi)).not.toContain(akun.kataSandi)
  })
})
