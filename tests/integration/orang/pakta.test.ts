import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getPakta, signPakta } from '@meja/core/api/pakta.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { getAntrean } from '@meja/core/api/verifikasi.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.owner.query('delete from tanda_tangan_pakta where akun_id = $1', [akun.rina.id])
  await server.owner.query('delete from naskah_pakta where versi = 2')
})

async function sign() {
  const { versi, sidik } = await server.getJawaban(akun.rina, getPakta)
  return server.getJawaban(akun.rina, signPakta, { body: { versi, sidik, setuju: true } })
}

test('before the pact a fasilitator reaches the pact and the own session only', async () => {
  expect((await server.getPenolakan(akun.rina, getAntrean)).kode).toBe('pakta_belum_ditandatangani')
  await server.getJawaban(akun.rina, getSesiSaya)
  await sign()
  await server.getJawaban(akun.rina, getAntrean)
})

test('an employee needs none', async () => {
  await server.getJawaban(akun.wulan, getSesiSaya)
  expect((await server.getPenolakan(akun.wulan, getPakta)).kode).toBe('tidak_berwenang')
})

test('the signature holds text, role and time, once, and stands in the audit trail', async () => {
  await sign()
  await sign()
  const { rows } = await server.owner.query(
    `select t.peran, t.sidik = encode(sha256(convert_to(n.teks, 'UTF8')), 'hex') as sama
     from tanda_tangan_pakta t join naskah_pakta n using (versi) where t.akun_id = $1`,
    [akun.rina.id],
  )
  expect(rows).toEqual([{ peran: 'fasilitator', sama: true }])
  const { rowCount } = await server.owner.query(
    "select from audit where aksi = 'pakta.tanda_tangan' and akun_id = $1",
    [akun.rina.id],
  )
  expect(rowCount).toBeGreaterThan(0)
})

test.each([
  [
    'of last year',
    "update tanda_tangan_pakta set pada = pada - interval '1 year' where akun_id = $1",
  ],
  [
    'given in another role',
    "update tanda_tangan_pakta set peran = 'administrator' where akun_id = $1",
  ],
])('a signature %s is none', async (_, ubah) => {
  await sign()
  await server.owner.query(ubah, [akun.rina.id])
  expect((await server.getPenolakan(akun.rina, getAntrean)).kode).toBe('pakta_belum_ditandatangani')
})

test('a new text asks for a new signature, and the old text can no longer be signed', async () => {
  const lama = await server.getJawaban(akun.rina, getPakta)
  await sign()
  await server.owner.query(
    "insert into naskah_pakta (versi, teks, berlaku_mulai) values (2, repeat('Naskah uji. ', 10), '2026-01-01')",
  )
  expect((await server.getPenolakan(akun.rina, getAntrean)).kode).toBe('pakta_belum_ditandatangani')
  const body = { versi: lama.versi, sidik: lama.sidik, setuju: true } as const
  expect((await server.getPenolakan(akun.rina, signPakta, { body })).kode).toBe('pakta_usang')
})
