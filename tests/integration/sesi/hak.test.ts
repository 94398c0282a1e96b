import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { getAntrean, getKasus } from '@meja/core/api/verifikasi.ts'
import { akun } from '../../support/kantor.ts'
import { parsePenolakan, startTestServer, type TestServer } from '../../support/server.ts'
import type { TokenUbah } from '../../support/sign-token.ts'
import { addUsulan } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const kini = Math.floor(Date.now() / 1000)

describe('a token is refused', () => {
  test.each<[string, TokenUbah]>([
    ['that has expired', { exp: kini - 1 }],
    ['for another audience', { audience: 'urn:lain' }],
    ['of another issuer', { issuer: 'http://127.0.0.1:1/oidc' }],
    ['that is no access token', { typ: 'JWT' }],
  ])('%s', async (_, ubah) => {
    const authorization = `Bearer ${await server.signToken(akun.rina, ubah)}`
    expect(
      await server.getPenolakan(null, getSesiSaya, { headers: { authorization } }),
    ).toMatchObject({ kode: 'sesi_berakhir' })
  })

  test('that was accepted before it expired', async () => {
    const authorization = `Bearer ${await server.signToken(akun.rina, { exp: kini + 300 })}`
    const ask = { headers: { authorization } }
    await server.getJawaban(null, getSesiSaya, ask)
    vi.useFakeTimers({ toFake: ['Date'], now: (kini + 301) * 1000 })
    try {
      expect(await server.getPenolakan(null, getSesiSaya, ask)).toMatchObject({
        kode: 'sesi_berakhir',
      })
    } finally {
      vi.useRealTimers()
    }
  })

  test.each([
    ['unsigned', `${btoa('{"alg":"none","typ":"at+jwt"}')}.${btoa('{}')}.`],
    ['garbled', 'a.b.c'],
    ['empty', ''],
  ])('that is %s', async (_, token) => {
    const headers = { authorization: `Bearer ${token.replaceAll('=', '')}` }
    expect(await server.getPenolakan(null, getSesiSaya, { headers })).toMatchObject({
      kode: 'sesi_berakhir',
    })
  })

  test('whose last letter was changed', async () => {
    const token = await server.signToken(akun.rina)
    const [kepala, isi, tanda = ''] = token.split('.')
    const lain = `${tanda.startsWith('A') ? 'B' : 'A'}${tanda.slice(1)}`
    const headers = { authorization: `Bearer ${kepala}.${isi}.${lain}` }
    expect(await server.getPenolakan(null, getSesiSaya, { headers })).toMatchObject({
      kode: 'sesi_berakhir',
    })
  })
})

describe('a right that is withdrawn acts at the next request, whatever the token says', () => {
  afterEach(async () => {
    await server.owner.query('update akun set aktif = true where id = $1', [akun.bagus.id])
    await server.owner.query("update akun set peran = 'fasilitator' where id = $1", [akun.bagus.id])
    await server.owner.query(
      "update penugasan_fasilitator set berlaku = '[2020-01-01,)', perangkat_daerah = '901' where akun_id = $1",
      [akun.bagus.id],
    )
  })

  async function askAgain(ubah: string) {
    const headers = { authorization: `Bearer ${await server.signToken(akun.bagus)}` }
    await server.getJawaban(null, getAntrean, { headers })
    await server.owner.query(ubah, [akun.bagus.id])
    return server.inject(null, getAntrean, { headers })
  }

  test('the account is switched off', async () => {
    const jawaban = await askAgain('update akun set aktif = false where id = $1')
    expect(parsePenolakan(getAntrean, jawaban).kode).toBe('sesi_berakhir')
  })

  test('the role changes', async () => {
    const jawaban = await askAgain("update akun set peran = 'user_personal' where id = $1")
    expect(parsePenolakan(getAntrean, jawaban).kode).toBe('tidak_berwenang')
  })

  test('the decree ends', async () => {
    const jawaban = await askAgain(
      "update penugasan_fasilitator set berlaku = '[2020-01-01,2021-01-01)' where akun_id = $1",
    )
    expect(parsePenolakan(getAntrean, jawaban).kode).toBe('tidak_berwenang')
  })

  test('the decree names another office', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const kasus = { params: { usulanId: usulan.id } }
    await server.getJawaban(akun.bagus, getKasus, kasus)
    await server.owner.query(
      "update penugasan_fasilitator set perangkat_daerah = '902' where akun_id = $1",
      [akun.bagus.id],
    )
    expect(await server.getPenolakan(akun.bagus, getKasus, kasus)).toMatchObject({
      kode: 'tidak_ditemukan',
    })
  })
})

test('of two decrees in force the newer one says which office it is', async () => {
  await server.owner.query(
    `insert into penugasan_fasilitator (akun_id, perangkat_daerah, nomor_keputusan, berlaku)
     values ($1, '902', '188/2/UJI/2025', '[2025-01-01,)')`,
    [akun.rina.id],
  )
  const saya = await server.getJawaban(akun.rina, getSesiSaya)
  expect(saya.perangkatDaerah?.kode).toBe('902')
})

test('a facilitator whose decree has ended, and a switched-off account, get nothing', async () => {
  expect(await server.getPenolakan(akun.tono, getAntrean)).toMatchObject({
    kode: 'tidak_berwenang',
  })
  expect(await server.getPenolakan(akun.yanti, getAntrean)).toMatchObject({ kode: 'sesi_berakhir' })
})
