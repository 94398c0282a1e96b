import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  changeKontak,
  changeSandi,
  getKeamanan,
  requestKodeSurel,
  verifySurel,
} from '@meja/core/api/keamanan.ts'
import { getPesan } from '@meja/core/api/pesan.ts'
import { getSehat } from '@meja/core/api/sehat.ts'
import { roleTugas } from '../../../api-server/cli/migrate.ts'
import { connectDatabase, type Database } from '../../../api-server/database/connection.ts'
import { readKunciFaktor } from '../../../api-server/faktor/kunci-faktor.ts'
import { createPengirim } from '../../../api-server/pesan/pengirim.ts'
import { sendPesan } from '../../../api-server/pesan/send-pesan.ts'
import { akun, kataSandi, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { findKode, proveSurel, readTeks, startSmtp, type ServerSurat } from '../../support/smtp.ts'

const bukti = { kataSandi }
const baru = 'empat kata tak berhubungan'
let server: TestServer
let surat: ServerSurat
let tugas: Database
beforeAll(async () => {
  surat = await startSmtp()
  server = await startTestServer({
    SMTP_URL: surat.url,
    SMTP_SENDER: 'meja@contoh.go.id',
    SIGN_IN_PER_MINUTE: 60,
  })
  const url = new URL(server.environment.DATABASE_URL)
  url.username = roleTugas
  tugas = connectDatabase(url.href, 1)
})
afterAll(async () => {
  await tugas.destroy()
  await server.close()
  await surat.close()
})
beforeEach(async () => {
  surat.masuk.splice(0)
  await server.owner.query('delete from pesan_keluar')
  await server.owner.query('delete from kode_surel')
})

async function deliver(): Promise<void> {
  const { SMTP_URL = '', SMTP_SENDER = '', PUBLIC_URL, SECRETS_DIR } = server.environment
  await sendPesan(tugas, {
    pengirim: createPengirim(SMTP_URL, SMTP_SENDER, PUBLIC_URL),
    kunci: await readKunciFaktor(SECRETS_DIR),
    publicUrl: PUBLIC_URL,
  })
}

const setSurel = (siapa: Akun, surel: string) =>
  server.getJawaban(siapa, changeKontak, { body: { bukti, surel, nomorHp: '081234567890' } })

/** Asks for a code and reads it where it was sent. */
async function getKode(siapa: Akun): Promise<string> {
  await server.getJawaban(siapa, requestKodeSurel)
  await deliver()
  const kode = findKode(surat.masuk.at(-1)?.isi ?? '')
  if (kode === undefined) throw new Error('surel tanpa kode')
  return kode
}

async function enter(siapa: Akun, kode: string): Promise<string> {
  return (await server.getJawaban(siapa, verifySurel, { body: { kode } })).hasil
}

const isProved = async (siapa: Akun) =>
  (await server.getJawaban(siapa, getKeamanan)).surelDiverifikasi

const wrong = (kode: string) => kode.replace(/^./, (huruf) => (huruf === '0' ? '1' : '0'))

/** The pause between two codes is over. */
const waitMinute = () =>
  server.owner.query(`update kode_surel set dibuat_pada = dibuat_pada - interval '2 minutes'`)

describe('an e-mail address', () => {
  test('counts once the code that was sent there is entered, however it is typed (P30.2j)', async () => {
    await setSurel(akun.wulan, 'wulan@contoh.go.id')
    expect(await isProved(akun.wulan)).toBe(false)
    const kode = await getKode(akun.wulan)
    expect(surat.masuk).toMatchObject([{ ke: 'wulan@contoh.go.id' }])
    expect(await enter(akun.wulan, ` ${kode.toLowerCase().replace('-', ' ')}`)).toBe('sah')
    expect(await isProved(akun.wulan)).toBe(true)
    expect(await enter(akun.wulan, kode)).toBe('mati')
  })

  test('gets no message before it is proved, and each one after', async () => {
    await setSurel(akun.hadi, 'hadi@contoh.go.id')
    await server.getJawaban(akun.hadi, changeSandi, { body: { bukti, kataSandi: baru } })
    await deliver()
    expect(surat.masuk).toEqual([])
    await enter(akun.hadi, await getKode(akun.hadi))
    const lagi = { bukti: { kataSandi: baru }, kataSandi: `${baru} lagi` }
    await server.getJawaban(akun.hadi, changeSandi, { body: lagi })
    await deliver()
    expect(surat.masuk.map(({ ke }) => ke)).toEqual(['hadi@contoh.go.id', 'hadi@contoh.go.id'])
  })

  test('that is changed is told at the old one, and the new one has to be proved', async () => {
    await proveSurel(server.owner, akun.rina, 'lama@contoh.go.id')
    await setSurel(akun.rina, 'baru@contoh.go.id')
    expect(await isProved(akun.rina)).toBe(false)
    await deliver()
    expect(surat.masuk.map(({ ke }) => ke)).toContain('lama@contoh.go.id')
    expect(surat.masuk.map(({ ke }) => ke)).not.toContain('baru@contoh.go.id')
    expect(readTeks(surat.masuk.map(({ isi }) => isi).join('\n'))).not.toContain('baru@contoh')
  })

  test('is not proved by the code that was sent to the one before', async () => {
    await setSurel(akun.sari, 'satu@contoh.go.id')
    const kode = await getKode(akun.sari)
    await setSurel(akun.sari, 'dua@contoh.go.id')
    expect(await enter(akun.sari, kode)).toBe('mati')
  })

  test('is proved by nobody else: the code is good for its own account alone', async () => {
    await setSurel(akun.joko, 'joko@contoh.go.id')
    await setSurel(akun.bagus, 'bagus@contoh.go.id')
    const kode = await getKode(akun.joko)
    await getKode(akun.bagus)
    expect(await enter(akun.bagus, kode)).toBe('salah')
    expect(await enter(akun.joko, kode)).toBe('sah')
  })
})

describe('a code', () => {
  beforeEach(() => setSurel(akun.dewi, `dewi.${Date.now()}@contoh.go.id`))

  test('is dead after five wrong ones, also for the right one', async () => {
    const kode = await getKode(akun.dewi)
    const hasil: string[] = []
    for (let ke = 0; ke < 5; ke += 1) hasil.push(await enter(akun.dewi, wrong(kode)))
    expect(hasil).toEqual(['salah', 'salah', 'salah', 'salah', 'mati'])
    expect(await enter(akun.dewi, kode)).toBe('mati')
  })

  test('is good for half an hour', async () => {
    const kode = await getKode(akun.dewi)
    await server.owner.query(`update kode_surel set kedaluwarsa = now() - interval '1 second'`)
    expect(await enter(akun.dewi, kode)).toBe('mati')
  })

  test('dies when another is asked for', async () => {
    const lama = await getKode(akun.dewi)
    await waitMinute()
    const kode = await getKode(akun.dewi)
    expect(await enter(akun.dewi, lama)).toBe('salah')
    expect(await enter(akun.dewi, kode)).toBe('sah')
  })

  test('comes at most once a minute and five times a day, however many servers are asked', async () => {
    await server.getJawaban(akun.dewi, requestKodeSurel)
    const segera = await server.getPenolakan(akun.dewi, requestKodeSurel)
    expect(segera.kode).toBe('terlalu_sering')
    for (let ke = 0; ke < 4; ke += 1) {
      await waitMinute()
      await server.getJawaban(akun.dewi, requestKodeSurel)
    }
    await waitMinute()
    expect((await server.getPenolakan(akun.dewi, requestKodeSurel)).kode).toBe('terlalu_sering')
  })

  test('that was not sent before it expired is not sent at all', async () => {
    await server.getJawaban(akun.dewi, requestKodeSurel)
    await server.owner.query(`update kode_surel set kedaluwarsa = now() - interval '1 second'`)
    await deliver()
    expect(surat.masuk).toEqual([])
  })

  test('stands nowhere in the database, and no address in the trail', async () => {
    const kode = await getKode(akun.dewi)
    const { rows } = await server.owner.query<{ isi: string }>(
      `select (select string_agg(k::text, ' ') from kode_surel k) || (select string_agg(p::text, ' ')
         from pesan_keluar p) || (select string_agg(a::text, ' ') from audit a) as isi`,
    )
    expect(rows[0]?.isi).not.toContain(kode)
    expect(rows[0]?.isi).not.toContain(kode.replace('-', ''))
    const jejak = await server.owner.query(`select from audit where rincian::text like '%@%'`)
    expect(jejak.rowCount).toBe(0)
  })
})

test('an administrator proves nobody, nor does the owner of the tables', async () => {
  await setSurel(akun.wulan, 'lain@contoh.go.id')
  await expect(
    server.owner.query('update akun set surel_diverifikasi_pada = now() where id = $1', [
      akun.wulan.id,
    ]),
  ).rejects.toThrow(/hanya diubah pemiliknya/)
})

test('without a mail server nobody is sent a code that would never come; news waits, and the server says so', async () => {
  const tanpa = await startTestServer()
  try {
    const body = { bukti, surel: 'wulan@contoh.go.id', nomorHp: '081234567890' }
    await tanpa.getJawaban(akun.wulan, changeKontak, { body })
    const penolakan = await tanpa.getPenolakan(akun.wulan, requestKodeSurel)
    expect(penolakan.kode).toBe('surel_belum_diatur')
    await proveSurel(tanpa.owner, akun.wulan, 'wulan@contoh.go.id')
    await tanpa.getJawaban(akun.wulan, changeSandi, { body: { bukti, kataSandi: baru } })
    const keadaan = await tanpa.getJawaban(akun.dewi, getPesan)
    expect(keadaan).toMatchObject({ keadaan: 'belum_diatur', menunggu: 1, gagal: [] })
    expect((await tanpa.getJawaban(null, getSehat)).pesan).toBe('belum_diatur')
  } finally {
    await tanpa.close()
  }
})
