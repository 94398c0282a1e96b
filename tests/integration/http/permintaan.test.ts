import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ErrorBody } from '@meja/core/api/endpoint.ts'
import { findPegawai } from '@meja/core/api/pegawai.ts'
import { getSehat } from '@meja/core/api/sehat.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ REQUESTS_PER_MINUTE: 40 })
})
afterAll(() => server.close())

async function post(payload: string, type: string) {
  const authorization = `Bearer ${await server.signToken(akun.rina)}`
  return server.app.inject({
    method: 'POST',
    url: findPegawai.path,
    headers: { authorization, 'content-type': type },
    payload,
  })
}

const baik = JSON.stringify({ nip: akun.wulan.nip })

describe('a body is read only when it is plain JSON', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    '%s is',
    async (type) => {
      expect((await post(baik, type)).statusCode).toBe(200)
    },
  )

  test.each([
    'application/json\ta',
    'application/jsonx',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    '',
  ])('"%s" is not', async (type) => {
    const jawaban = await post(baik, type)
    expect(ErrorBody.parse(jawaban.json()).kode).toBe('permintaan_tidak_sah')
    expect(jawaban.statusCode).toBe(400)
  })

  test.each([
    ['broken JSON', '{"nip":'],
    ['an empty body', ''],
    ['a key that would reach every object', '{"nip":"1","__proto__":{"peran":"administrator"}}'],
    ['the same through the constructor', '{"nip":"1","constructor":{"prototype":{}}}'],
    ['nesting without an end', '['.repeat(200_000)],
    ['a value of another type', '{"nip":1}'],
  ])('%s is refused', async (_, isi) => {
    const jawaban = await post(isi, 'application/json')
    expect(ErrorBody.parse(jawaban.json()).kode).toBe('permintaan_tidak_sah')
  })

  test('a body beyond a megabyte is refused', async () => {
    const jawaban = await post(JSON.stringify({ nip: 'x'.repeat(1_100_000) }), 'application/json')
    expect(jawaban.statusCode).toBe(413)
  })
})

describe('every answer', () => {
  test('that is no success has the one shape, also where nothing is', async () => {
    for (const url of ['/api/tidak-ada', '/', '/api/verifikasi/usulan/%00', '/api/%']) {
      const jawaban = await server.app.inject({ method: 'GET', url })
      expect(jawaban.statusCode).toBeGreaterThanOrEqual(400)
      expect(jawaban.statusCode).toBeLessThan(500)
      ErrorBody.parse(jawaban.json())
    }
  })

  test('names the request, so that the help desk finds it', async () => {
    const satu = await server.getPenolakan(null, getSesiSaya)
    const dua = await server.getPenolakan(null, getSesiSaya)
    expect(satu.idPermintaan).toMatch(/^[0-9a-f-]{36}$/)
    expect(dua.idPermintaan).not.toBe(satu.idPermintaan)
  })

  test('carries the headers that keep a browser safe', async () => {
    const { headers } = await server.inject(null, getSehat)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

test('too many requests of one account are stopped, and colleagues at the same address go on', async () => {
  const status: number[] = []
  for (let nomor = 0; nomor < 41; nomor += 1) {
    status.push((await server.inject(akun.bagus, getSesiSaya)).statusCode)
  }
  expect(status.slice(0, 40).every((satu) => satu === 200)).toBe(true)
  expect(await server.getPenolakan(akun.bagus, getSesiSaya)).toMatchObject({
    kode: 'terlalu_sering',
  })
  expect(await server.getJawaban(akun.rina, getSesiSaya)).toMatchObject({ akunId: akun.rina.id })
})

test('after PostgreSQL has ended every connection the server connects anew by itself', async () => {
  await server.getJawaban(null, getSehat)
  const { rowCount } = await server.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'meja_app'`,
  )
  expect(rowCount).toBeGreaterThan(0)
  // A request that takes a dying connection is told so; the pool has dropped it for the next one.
  await expect
    .poll(async () => (await server.inject(null, getSehat)).statusCode, { timeout: 5000 })
    .toBe(200)
})
