import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import {
  followKembali,
  kembali,
  openFormulir,
  startMasuk,
  UjiBrowser,
} from '../../support/browser.ts'
import { akun, kataSandi, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const Token = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  id_token: z.string(),
  expires_in: z.number(),
})

let server: TestServer
let base: string
beforeAll(async () => {
  server = await startTestServer({ SIGN_IN_PER_MINUTE: 5 })
  base = server.environment.PUBLIC_URL
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
})
afterAll(() => server.close())

function postForm(alamat: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${base}${alamat}`, { method: 'POST', body: new URLSearchParams(form) })
}

function postToken(form: Record<string, string>): Promise<Response> {
  return postForm('/oidc/token', { client_id: 'meja-desktop', ...form })
}

/** The whole way of a person through the browser, up to the code on the loopback address. */
async function getKode(siapa: Akun) {
  const browser = new UjiBrowser(base)
  const { alamat, verifier, state } = startMasuk()
  const formulir = await openFormulir(browser, alamat)
  const isian = { namaPengguna: siapa.namaPengguna, kataSandi }
  const tujuan = await followKembali(browser, await browser.open(formulir, isian))
  expect(tujuan.searchParams.get('state')).toBe(state)
  expect(tujuan.searchParams.get('iss')).toBe(`${base}/oidc`)
  const code = tujuan.searchParams.get('code') ?? ''
  return { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: kembali }
}

async function signIn(siapa: Akun) {
  return Token.parse(await (await postToken(await getKode(siapa))).json())
}

function refresh(token: string): Promise<Response> {
  return postToken({ grant_type: 'refresh_token', refresh_token: token })
}

async function getSaya(token: string): Promise<Response> {
  return fetch(`${base}${getSesiSaya.path}`, { headers: { authorization: `Bearer ${token}` } })
}

describe('signing in', () => {
  test('through the browser gives a token of ten minutes that the API knows', async () => {
    const token = await signIn(akun.sari)
    expect(token.expires_in).toBe(600)
    const saya = await getSaya(token.access_token)
    expect(await saya.json()).toMatchObject({
      akunId: akun.sari.id,
      namaPengguna: akun.sari.namaPengguna,
      peran: 'fasilitator',
      perangkatDaerah: { kode: '902' },
    })
  })

  test('leaves an entry in the audit trail, and so does a refused attempt', async () => {
    await signIn(akun.dewi)
    const { rows } = await server.owner.query(
      "select count(*) as n from audit where aksi = 'sesi.masuk' and akun_id = $1",
      [akun.dewi.id],
    )
    expect(rows).toEqual([{ n: '1' }])
  })

  test('works once per code: a second use ends what the first one gave', async () => {
    const kode = await getKode(akun.hadi)
    const pertama = Token.parse(await (await postToken(kode)).json())
    expect((await postToken(kode)).status).toBe(400)
    expect((await refresh(pertama.refresh_token)).status).toBe(400)
  })

  test('needs the verifier of whoever began', async () => {
    const kode = await getKode(akun.hadi)
    expect((await postToken({ ...kode, code_verifier: 'x'.repeat(43) })).status).toBe(400)
  })

  test.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['to another host', { redirect_uri: 'http://penyerang.example/kembali' }],
    ['to another path', { redirect_uri: 'http://127.0.0.1:49152/lain' }],
    ['of an unknown client', { client_id: 'bukan-meja' }],
  ])('%s never reaches the form', async (_, ubah) => {
    const jawaban = await new UjiBrowser(base).open(startMasuk(ubah).alamat)
    expect(jawaban.headers.get('location') ?? '').not.toMatch(/^\/masuk|[?&]code=/)
  })
})

describe('the form', () => {
  test('says the same sentence for an unknown name, a wrong password and a switched-off account', async () => {
    const teks = await Promise.all(
      [
        { namaPengguna: 'tidak.ada', kataSandi },
        { namaPengguna: akun.bagus.namaPengguna, kataSandi: 'salah' },
        { namaPengguna: akun.yanti.namaPengguna, kataSandi },
      ].map(async (isian) => {
        const browser = new UjiBrowser(base)
        const formulir = await openFormulir(browser, startMasuk().alamat)
        const jawaban = await browser.open(formulir, isian)
        expect(jawaban.status).toBe(401)
        return (await jawaban.text()).replace(isian.namaPengguna, '')
      }),
    )
    expect(new Set(teks).size).toBe(1)
    expect(teks[0]).toContain(errorSentences.id.akun_salah.terjadi)
  })

  test('runs no script, loads nothing and cannot be framed', async () => {
    const browser = new UjiBrowser(base)
    const formulir = await openFormulir(browser, startMasuk().alamat)
    const jawaban = await browser.open(formulir)
    const csp = jawaban.headers.get('content-security-policy') ?? ''
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).not.toMatch(/unsafe|script-src/)
    expect(await jawaban.text()).not.toContain('<script')
  })

  test('shows a typed name as text, never as markup', async () => {
    const browser = new UjiBrowser(base)
    const formulir = await openFormulir(browser, startMasuk().alamat)
    const isian = { namaPengguna: '"><img src=x onerror=alert(1)>', kataSandi }
    expect(await (await browser.open(formulir, isian)).text()).not.toContain('<img')
  })

  test('stops after too many attempts on one name, also for the right password', async () => {
    const browser = new UjiBrowser(base)
    const formulir = await openFormulir(browser, startMasuk().alamat)
    const status: number[] = []
    for (let nomor = 0; nomor < 6; nomor += 1) {
      const isian = { namaPengguna: akun.joko.namaPengguna, kataSandi: nomor < 5 ? 'x' : kataSandi }
      status.push((await browser.open(formulir, isian)).status)
    }
    expect(status).toEqual([401, 401, 401, 401, 401, 429])
    // Colleagues are not locked out with it.
    expect((await signIn(akun.rina)).expires_in).toBe(600)
  })

  test('that nobody began says so instead of failing', async () => {
    const jawaban = await new UjiBrowser(base).open('/masuk/tidak-ada')
    expect(jawaban.status).toBe(400)
    expect(await jawaban.text()).toContain(errorSentences.id.masuk_kedaluwarsa.terjadi)
  })
})

describe('a session', () => {
  test('goes on by refresh tokens that change at each use', async () => {
    const pertama = await signIn(akun.wulan)
    const kedua = Token.parse(await (await refresh(pertama.refresh_token)).json())
    expect(kedua.refresh_token).not.toBe(pertama.refresh_token)
    expect((await getSaya(kedua.access_token)).status).toBe(200)
  })

  test('ends as a whole when a used refresh token comes back: it was stolen', async () => {
    const pertama = await signIn(akun.wulan)
    const kedua = Token.parse(await (await refresh(pertama.refresh_token)).json())
    expect((await refresh(pertama.refresh_token)).status).toBe(400)
    expect((await refresh(kedua.refresh_token)).status).toBe(400)
  })

  test('ends when the desktop signs out', async () => {
    const token = await signIn(akun.wulan)
    const keluar = { client_id: 'meja-desktop', token: token.refresh_token }
    expect((await postForm('/oidc/token/revocation', keluar)).status).toBe(200)
    expect((await refresh(token.refresh_token)).status).toBe(400)
  })

  test('gets no new token once the account is switched off', async () => {
    const token = await signIn(akun.bagus)
    await server.owner.query('update akun set aktif = false where id = $1', [akun.bagus.id])
    expect((await refresh(token.refresh_token)).status).toBe(400)
    expect((await getSaya(token.access_token)).status).toBe(401)
  })

  test('is not opened by the identity token', async () => {
    const { id_token } = await signIn(akun.wulan)
    expect((await getSaya(id_token)).status).toBe(401)
  })
})

test('addresses of the issuer follow PUBLIC_URL, whatever a client writes in Host', async () => {
  const jawaban = await server.app.inject({
    method: 'GET',
    url: '/oidc/.well-known/openid-configuration',
    headers: { host: 'penyerang.example', 'x-forwarded-host': 'penyerang.example' },
  })
  const isi = z.record(z.string(), z.unknown()).parse(jawaban.json())
  expect(isi['token_endpoint']).toBe(`${base}/oidc/token`)
  expect(jawaban.body).not.toContain('penyerang')
})
