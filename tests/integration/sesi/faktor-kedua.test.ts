import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import {
  followKembali,
  kembali,
  openFormulir,
  startMasuk,
  UjiBrowser,
} from '../../support/browser.ts'
import { readKodeCadangan, readRahasia, requireFaktor, showKode } from '../../support/faktor.ts'
import { akun, kataSandi, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let base: string
beforeAll(async () => {
  server = await startTestServer({ SIGN_IN_PER_MINUTE: 8 })
  base = server.environment.PUBLIC_URL
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
})
afterAll(() => server.close())

/** As far as the password brings somebody; where the browser is sent next. */
async function givePassword(siapa: Akun) {
  const browser = new UjiBrowser(base)
  const mulai = startMasuk()
  const formulir = await openFormulir(browser, mulai.alamat)
  const jawaban = await browser.open(formulir, { namaPengguna: siapa.namaPengguna, kataSandi })
  return { browser, jawaban, formulir, verifier: mulai.verifier }
}

type Percobaan = Awaited<ReturnType<typeof givePassword>>

/** From the last form to a token of the desktop. */
async function getToken({ browser, verifier }: Percobaan, jawaban: Response): Promise<string> {
  const code = (await followKembali(browser, jawaban)).searchParams.get('code') ?? ''
  const body = new URLSearchParams({
    client_id: 'meja-desktop',
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: kembali,
  })
  const token = await fetch(`${base}/oidc/token`, { method: 'POST', body })
  return z.object({ access_token: z.string() }).parse(await token.json()).access_token
}

async function getStatus(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${base}${getSesiSaya.path}`, { headers })).status
}

/** Sets up an app at the door; its secret, the recovery codes, and the token of that sign-in. */
async function enrol(siapa: Akun) {
  const percobaan = await givePassword(siapa)
  const { browser, jawaban, formulir } = percobaan
  expect(jawaban.headers.get('location')).toBe(`${formulir}/daftar`)
  const rahasia = readRahasia(await (await browser.open(`${formulir}/daftar`)).text())
  const hasil = await browser.open(`${formulir}/daftar`, { kode: showKode(rahasia) })
  expect(hasil.status).toBe(200)
  const cadangan = readKodeCadangan(await hasil.text())
  const token = await getToken(percobaan, await browser.open(`${formulir}/selesai`, {}))
  return { rahasia, cadangan, token }
}

/** Password, then this code in the second step. */
async function giveKode(siapa: Akun, kode: string) {
  const percobaan = await givePassword(siapa)
  const { browser, formulir, jawaban } = percobaan
  expect(jawaban.headers.get('location')).toBe(`${formulir}/kedua`)
  return { percobaan, hasil: await browser.open(`${formulir}/kedua`, { kode }) }
}

test('before the day of the rule a password is enough, and that session ends on the day itself', async () => {
  const percobaan = await givePassword(akun.joko)
  const token = await getToken(percobaan, percobaan.jawaban)
  expect(await getStatus(token)).toBe(200)
  await requireFaktor(server.owner)
  expect(await getStatus(token)).toBe(401)
})

describe('from the day of the rule', () => {
  beforeAll(() => requireFaktor(server.owner))

  test('an employee signs in with the password alone', async () => {
    const percobaan = await givePassword(akun.wulan)
    expect(await getStatus(await getToken(percobaan, percobaan.jawaban))).toBe(200)
  })

  test('a pengelola without a second factor sets one up before the door opens (P8)', async () => {
    const { cadangan, token } = await enrol(akun.rina)
    expect(cadangan).toHaveLength(10)
    expect(new Set(cadangan).size).toBe(10)
    expect(await getStatus(token)).toBe(200)
  })

  test('the door stays shut for whoever gives a wrong first code, or jumps over the step', async () => {
    const { browser, formulir } = await givePassword(akun.sari)
    const salah = await browser.open(`${formulir}/daftar`, { kode: '000000' })
    expect(salah.status).toBe(401)
    for (const langkah of ['selesai', 'kedua']) {
      const loncat = await browser.open(`${formulir}/${langkah}`, { kode: '000000' })
      expect(loncat.headers.get('location')).toBe(formulir)
    }
    const uid = formulir.split('/').at(-1) ?? ''
    const lanjut = await browser.open(`/oidc/auth/${uid}`)
    expect(lanjut.headers.get('location') ?? '').not.toContain('code=')
  })

  test('a code of the app opens the door once, not twice', async () => {
    const { rahasia } = await enrol(akun.bagus)
    const kode = showKode(rahasia, 1)
    const { percobaan, hasil } = await giveKode(akun.bagus, kode)
    expect(await getStatus(await getToken(percobaan, hasil))).toBe(200)
    const lagi = await giveKode(akun.bagus, kode)
    expect(lagi.hasil.status).toBe(401)
    expect(await lagi.hasil.text()).toContain(errorSentences.id.kode_kedua_salah.terjadi)
  })

  test('a code of two minutes ago is none', async () => {
    await server.owner.query('delete from faktor_totp where akun_id = $1', [akun.bagus.id])
    const { rahasia } = await enrol(akun.bagus)
    expect((await giveKode(akun.bagus, showKode(rahasia, -4))).hasil.status).toBe(401)
  })

  test('a recovery code opens the door once, however it is typed', async () => {
    const { cadangan } = await enrol(akun.dewi)
    const [kode = ''] = cadangan
    const ketikan = ` ${kode.toLowerCase().replaceAll('-', ' ')}`
    const { percobaan, hasil } = await giveKode(akun.dewi, ketikan)
    expect(await getStatus(await getToken(percobaan, hasil))).toBe(200)
    expect((await giveKode(akun.dewi, kode)).hasil.status).toBe(401)
  })

  test('attempts at the second step are counted for the account, not for the browser', async () => {
    const { rahasia } = await enrol(akun.joko)
    const { browser, formulir } = await givePassword(akun.joko)
    const status: number[] = []
    for (let nomor = 0; nomor < 8; nomor += 1) {
      status.push((await browser.open(`${formulir}/kedua`, { kode: '123456' })).status)
    }
    // Setting it up was the first of the eight.
    expect(status).toEqual([401, 401, 401, 401, 401, 401, 401, 429])
    expect((await giveKode(akun.joko, showKode(rahasia, 1))).hasil.status).toBe(429)
  })
})

test('no secret of an app and no recovery code can be read from a copy of the database', async () => {
  await requireFaktor(server.owner)
  await server.owner.query('delete from faktor_totp where akun_id = $1', [akun.sari.id])
  const { rahasia, cadangan } = await enrol(akun.sari)
  const { rows } = await server.owner.query<{ isi: string }>(
    `select coalesce((select string_agg(t::text, ' ') from faktor_totp t), '') ||
       coalesce((select string_agg(k::text, ' ') from kode_cadangan k), '') ||
       coalesce((select string_agg(a::text, ' ') from audit a), '') ||
       coalesce((select string_agg(o::text, ' ') from oidc_payload o), '') as isi`,
  )
  const isi = rows[0]?.isi ?? ''
  expect(isi).not.toContain(rahasia)
  for (const kode of cadangan) expect(isi).not.toContain(kode.replaceAll('-', ''))
})

test('the pages of the second step run the one script of ours only where a passkey is possible', async () => {
  const { browser, formulir } = await givePassword(akun.sari)
  const halaman = await browser.open(`${formulir}/kedua`)
  expect(halaman.headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/)
  expect(halaman.headers.get('cache-control')).toBe('no-store')
})
