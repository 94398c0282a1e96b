import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { endSesiAkun, endSesiSaya, getSesiSaya, listSesiSaya } from '@meja/core/api/sesi.ts'
import {
  followKembali,
  kembali,
  openFormulir,
  startMasuk,
  UjiBrowser,
} from '../../support/browser.ts'
import { akun, kataSandi, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const Token = z.object({ access_token: z.string(), refresh_token: z.string() })
type Token = z.infer<typeof Token>

let server: TestServer
let base: string
beforeAll(async () => {
  server = await startTestServer()
  base = server.environment.PUBLIC_URL
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
})
afterAll(() => server.close())

function postToken(isi: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ client_id: 'meja-desktop', ...isi })
  return fetch(`${base}/oidc/token`, { method: 'POST', body })
}

async function signIn(siapa: Akun): Promise<Token> {
  const browser = new UjiBrowser(base)
  const { alamat, verifier } = startMasuk()
  const formulir = await openFormulir(browser, alamat)
  const jawaban = await browser.open(formulir, { namaPengguna: siapa.namaPengguna, kataSandi })
  const code = (await followKembali(browser, jawaban)).searchParams.get('code') ?? ''
  const isi = { grant_type: 'authorization_code', code, code_verifier: verifier }
  return Token.parse(await (await postToken({ ...isi, redirect_uri: kembali })).json())
}

const bawa = ({ access_token: token }: Token) => ({ headers: { authorization: `Bearer ${token}` } })

test('the owner sees the own devices, which of them asks, and no whole address', async () => {
  const satu = await signIn(akun.wulan)
  await signIn(akun.wulan)
  const { sesi } = await server.getJawaban(null, listSesiSaya, bawa(satu))
  expect(sesi).toHaveLength(2)
  expect(sesi.filter(({ ini }) => ini)).toHaveLength(1)
  expect(sesi[0]?.alamatKasar).toBe('127.0.0.x')
})

test('an ended session is refused at its next request and gets no new token', async () => {
  const tetap = await signIn(akun.rina)
  const hilang = await signIn(akun.rina)
  const { sesi } = await server.getJawaban(null, listSesiSaya, bawa(tetap))
  const ids = sesi.filter(({ ini }) => !ini).map(({ id }) => id)
  const body = { sesi: ids }
  await server.getJawaban(null, endSesiSaya, { ...bawa(tetap), body })
  expect((await server.getPenolakan(null, getSesiSaya, bawa(hilang))).kode).toBe('sesi_berakhir')
  const isi = { grant_type: 'refresh_token', refresh_token: hilang.refresh_token }
  expect((await postToken(isi)).status).toBe(400)
  await server.getJawaban(null, getSesiSaya, bawa(tetap))
})

test("nobody ends somebody else's session by its number", async () => {
  const hadi = await signIn(akun.hadi)
  const { sesi } = await server.getJawaban(null, listSesiSaya, bawa(hadi))
  const body = { sesi: sesi.map(({ id }) => id) }
  expect((await server.getPenolakan(akun.sari, endSesiSaya, { body })).kode).toBe('tidak_ditemukan')
  await server.getJawaban(null, getSesiSaya, bawa(hadi))
})

test('an administrator ends all sessions of an account, with the reason in the audit trail', async () => {
  const hadi = await signIn(akun.hadi)
  await server.getJawaban(akun.dewi, endSesiAkun, {
    params: { akunId: akun.hadi.id },
    body: { alasan: 'Perangkat hilang' },
  })
  expect((await server.getPenolakan(null, getSesiSaya, bawa(hadi))).kode).toBe('sesi_berakhir')
  const { rows } = await server.owner.query(
    "select rincian ->> 'alasan' as alasan from audit where aksi = 'sesi.akhiri' and akun_id = $1",
    [akun.dewi.id],
  )
  expect(rows).toEqual([{ alasan: 'Perangkat hilang' }])
})
