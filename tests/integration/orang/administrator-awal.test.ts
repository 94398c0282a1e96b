import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listHak } from '@meja/core/api/akses.ts'
import { getPakta, signPakta } from '@meja/core/api/pakta.ts'
import { headerPortal } from '@meja/core/api/portal.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { PROJECT_ROOT } from '../../../scripts/project-root.ts'
import type { UjiBrowser } from '../../support/browser.ts'
import {
  createEmptyDatabase,
  createMigratedDatabase,
  dropDatabase,
} from '../../support/database.ts'
import { readRahasia, showKode } from '../../support/faktor.ts'
import { follow, startPortalServer, type PortalServer } from '../../support/portal.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { findFreePort, getOwnerUrl } from '../../support/server.ts'

let server: PortalServer
let folder: string
beforeAll(async () => {
  server = await startPortalServer({}, createMigratedDatabase)
  folder = await mkdtemp(join(tmpdir(), 'meja-awal-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const ratih = { nip: '198001012005012001', nama: 'Ratih Uji Awal', unit: '204.01' }
const seno = { nip: '198102032006041002', nama: 'Seno Uji Awal', unit: '204.01' }
const salahKetik = { nip: '198102032006041003', nama: 'Seno Uji Awal', unit: '204.01' }
const berkas = {
  keputusan: { nomor: '821.2/0123/204/2026', tanggal: '2026-11-20' },
  perangkatDaerah: [
    { kode: '204', nama: 'Badan Uji', unit: [{ kode: '204.01', nama: 'Sekretariat Uji' }] },
    { kode: '101', nama: 'Dinas Uji', unit: [{ kode: '101.01', nama: 'Bidang Uji' }] },
  ],
  administrator: [ratih, seno],
}
const sandi = 'empat kata tak berhubungan'
let ke = 0

type Jalan = { kode: number | null; kata: string; surat: string }

async function run(
  isi: unknown,
  { ganti = false, url = getOwnerUrl(server) }: { ganti?: boolean; url?: string } = {},
): Promise<Jalan> {
  ke += 1
  const masukan = join(folder, `keputusan-${ke}.json`)
  const surat = join(folder, `surat-${ke}.pdf`)
  await writeFile(masukan, typeof isi === 'string' ? isi : JSON.stringify(isi))
  const program = join(PROJECT_ROOT, 'api-server/cli/administrator-awal.ts')
  const child = spawn(process.execPath, [program, masukan, surat, ...(ganti ? ['--ganti'] : [])], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      SECRETS_DIR: server.environment.SECRETS_DIR,
      PUBLIC_URL: server.asal,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let kata = ''
  for (const aliran of [child.stdout, child.stderr]) {
    aliran.setEncoding('utf8').on('data', (potong: string) => (kata += potong))
  }
  const kode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { kode, kata, surat }
}

/** Name and code of each letter, as printed. */
async function readSurat(jalur: string) {
  const { halaman } = await readPdf(new Uint8Array(await readFile(jalur)))
  return halaman.map((teks) => ({
    teks,
    kode: /\b([0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/.exec(teks)?.[0] ?? '',
  }))
}

async function hasFile(jalur: string): Promise<boolean> {
  return stat(jalur).then(
    () => true,
    () => false,
  )
}

async function count(tabel: 'akun' | 'pegawai' | 'kode_akun' | 'unit_kerja'): Promise<number> {
  const { rowCount } = await server.owner.query(`select from ${tabel}`)
  return rowCount ?? 0
}

async function activate(nip: string, kode: string): Promise<number> {
  const browser = server.newBrowser()
  const tanggalLahir = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  const jawaban = await browser.open('/aktivasi/sandi', {
    nip,
    tanggalLahir,
    kode,
    kodeKedua: '',
    kataSandi: sandi,
    ulang: sandi,
    surel: 'ratih@contoh.go.id',
    nomorHp: '081234567890',
  })
  return jawaban.status
}

/** Password, then the authenticator app that the rule asks for; the browser is in the portal. */
async function signInFirst(nip: string): Promise<UjiBrowser> {
  const browser = server.newBrowser()
  const mulai = await browser.open('/masuk')
  const formulir =
    (await browser.open(mulai.headers.get('location') ?? '')).headers.get('location') ?? ''
  const pertama = await browser.open(formulir, { namaPengguna: nip, kataSandi: sandi })
  expect(pertama.headers.get('location')).toBe(`${formulir}/daftar`)
  const rahasia = readRahasia(await (await browser.open(`${formulir}/daftar`)).text())
  await browser.open(`${formulir}/daftar`, { kode: showKode(rahasia) })
  await follow(browser, await browser.open(`${formulir}/selesai`, {}))
  return browser
}

const kepala = () => ({
  'content-type': 'application/json',
  [headerPortal]: '1',
  origin: server.asal,
})

describe('the first administrators of an empty installation', () => {
  test.each([
    ['no JSON', '{', 'bukan JSON'],
    ['one person alone', { ...berkas, administrator: [ratih] }, 'administrator'],
    ['one person twice', { ...berkas, administrator: [ratih, ratih] }, 'dua kali'],
    [
      'a number that nobody has',
      { ...berkas, administrator: [ratih, { ...seno, nip: '198102032006991002' }] },
      'administrator.1.nip',
    ],
    [
      'a decree of another year to come',
      { ...berkas, keputusan: { nomor: '821.2/1', tanggal: '2199-01-01' } },
      'keputusan.tanggal',
    ],
  ])('a file with %s is refused, with the place named and no number told', async (_, isi, kata) => {
    const jalan = await run(isi)
    expect(jalan).toMatchObject({ kode: 2 })
    expect(jalan.kata).toContain(kata)
    expect(jalan.kata).not.toMatch(/\d{18}/)
    expect(await hasFile(jalan.surat)).toBe(false)
    expect(await count('pegawai')).toBe(0)
  })

  test('a database that is away, or not migrated, is told from a wrong file', async () => {
    const jauh = await run(berkas, {
      url: `postgres://a:rahasia@127.0.0.1:${await findFreePort()}/x`,
    })
    expect(jauh).toMatchObject({ kode: 3 })
    expect(jauh.kata).not.toContain('rahasia')
    const { nama, url } = await createEmptyDatabase()
    const kosong = await run(berkas, { url })
    await dropDatabase(nama)
    expect(kosong).toMatchObject({ kode: 1 })
    expect(kosong.kata).toContain('belum dimigrasi')
    for (const { surat } of [jauh, kosong]) expect(await hasFile(surat)).toBe(false)
  })

  test('a unit that is nowhere leaves nothing behind: it is all or nothing', async () => {
    const isi = { ...berkas, administrator: [ratih, { ...seno, unit: '999.9' }] }
    const jalan = await run(isi)
    expect(jalan).toMatchObject({ kode: 1 })
    expect(jalan.kata).toContain('999.9')
    expect([await count('unit_kerja'), await count('akun')]).toEqual([0, 0])
    expect(await hasFile(jalan.surat)).toBe(false)
  })

  test('the file again makes nothing twice and prints the same letters, for the operator alone', async () => {
    const isi = { ...berkas, administrator: [ratih, salahKetik] }
    const pertama = await run(isi)
    expect(pertama).toMatchObject({ kode: 0 })
    expect((await stat(pertama.surat)).mode & 0o077).toBe(0)
    const kedua = await run(isi)
    expect(kedua).toMatchObject({ kode: 0 })
    expect(await readSurat(kedua.surat)).toEqual(await readSurat(pertama.surat))
    expect([await count('akun'), await count('pegawai'), await count('kode_akun')]).toEqual([
      2, 2, 2,
    ])
    expect(await count('unit_kerja')).toBe(2)
  })

  test('who was mistyped is replaced only when the operator says so; that letter opens nothing', async () => {
    const { surat } = await run({ ...berkas, administrator: [ratih, salahKetik] })
    const lama = (await readSurat(surat))[1]
    const tanpa = await run(berkas)
    expect(tanpa).toMatchObject({ kode: 1 })
    expect(tanpa.kata).toContain('--ganti')
    expect(await run(berkas, { ganti: true })).toMatchObject({ kode: 0 })
    expect(await count('pegawai')).toBe(2)
    expect(await activate(salahKetik.nip, lama?.kode ?? '')).toBe(422)
  })

  test('from the letter to the desk: account, second step, pact, and the decree in the review of rights (P8, P30.1a, P30.2i)', async () => {
    const [satu] = await readSurat((await run(berkas)).surat)
    expect(satu?.teks).toContain(ratih.nama)
    expect(await activate(ratih.nip, satu?.kode ?? '')).toBe(200)
    const browser = await signInFirst(ratih.nip)
    const saya = getSesiSaya.response.parse(await (await browser.open(getSesiSaya.path)).json())
    expect(saya).toMatchObject({ nama: ratih.nama, peran: 'administrator' })
    expect((await browser.open(listHak.path)).status).toBe(403)
    const { versi, sidik } = getPakta.response.parse(
      await (await browser.open(getPakta.path)).json(),
    )
    const isi = JSON.stringify({ versi, sidik, setuju: true })
    expect((await browser.send(signPakta.path, kepala(), isi)).status).toBe(200)
    const jawaban: unknown = await (await browser.open(listHak.path)).json()
    const { hak } = z.object({ hak: z.array(z.looseObject({})) }).parse(jawaban)
    const { nomor } = berkas.keputusan
    expect(hak).toMatchObject([
      { nama: ratih.nama, hak: 'administrator', dasar: nomor },
      { nama: seno.nama, hak: 'administrator', dasar: nomor },
    ])
  })

  test('a closed account is not opened again by a decree', async () => {
    const akun = '(select id from akun where nama_pengguna = $1)'
    await server.owner.query(`update akun set aktif = false where id in (${akun})`, [ratih.nip])
    const jalan = await run(berkas)
    await server.owner.query(`update akun set aktif = true where id in (${akun})`, [ratih.nip])
    expect(jalan).toMatchObject({ kode: 1 })
    expect(jalan.kata).toContain('pernah ditutup')
  })

  test('with an active administrator the ordinary way is the application', async () => {
    const jalan = await run(berkas)
    expect(jalan).toMatchObject({ kode: 1 })
    expect(jalan.kata).toContain('Sudah ada 1 administrator yang aktif')
    expect(await hasFile(jalan.surat)).toBe(false)
  })

  test('the trail has every step under nobody, and holds no code', async () => {
    const { rows } = await server.owner.query<{ aksi: string; isi: string }>(
      'select aksi, rincian::text as isi from audit where akun_id is null order by urutan',
    )
    const aksi = new Set(rows.map((satu) => satu.aksi))
    for (const satu of ['pegawai.awal', 'akun.peran', 'akun.undang', 'akun.kode_cetak']) {
      expect(aksi).toContain(satu)
    }
    expect(rows.map(({ isi }) => isi).join(' ')).not.toMatch(/([0-9A-Z]{4}-){3}/)
  })
})
