import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getBerkas } from '@meja/core/api/dokumen.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen, readFixture, type DokumenUji } from '../../support/usulan.ts'

let server: TestServer
let dokumen: DokumenUji
let bytes: Buffer
beforeAll(async () => {
  server = await startTestServer()
  dokumen = await addDokumen(server, akun.wulan, 'pdf')
  bytes = Buffer.from(await readFixture('pdf-jpeg.pdf'))
})
afterAll(() => server.close())

function getPart(range: string) {
  const params = { dokumenId: dokumen.id }
  return server.inject(akun.rina, getBerkas, { params, headers: { range } })
}

test('a scan comes back byte for byte, by its true type and without a telling name', async () => {
  const jawaban = await server.inject(akun.rina, getBerkas, { params: { dokumenId: dokumen.id } })
  expect(jawaban.rawPayload.equals(bytes)).toBe(true)
  expect(jawaban.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': 'inline; filename="dokumen"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
  })
})

describe('a range', () => {
  test.each([
    ['bytes=0-99', 0, 100],
    ['bytes=100-', 100, undefined],
    ['bytes=-50', -50, undefined],
    ['bytes=10-999999999', 10, undefined],
  ])('%s answers just those bytes', async (range, awal, akhir) => {
    const jawaban = await getPart(range)
    expect(jawaban.statusCode).toBe(206)
    expect(jawaban.rawPayload.equals(bytes.subarray(awal, akhir))).toBe(true)
    const mulai = awal < 0 ? bytes.length + awal : awal
    expect(jawaban.headers['content-range']).toBe(
      `bytes ${mulai}-${(akhir ?? bytes.length) - 1}/${bytes.length}`,
    )
  })

  test('behind the end is refused with the true length', async () => {
    const jawaban = await getPart(`bytes=${bytes.length}-`)
    expect(jawaban.statusCode).toBe(416)
    expect(jawaban.headers['content-range']).toBe(`bytes */${bytes.length}`)
  })

  test('that is none, or several, gets the whole', async () => {
    for (const range of ['bytes=0-1,5-6', 'halaman=1', 'bytes=-']) {
      expect((await getPart(range)).statusCode).toBe(200)
    }
  })
})

test('the employee sees the own scan, and no other office sees it', async () => {
  const params = { dokumenId: dokumen.id }
  expect((await server.inject(akun.wulan, getBerkas, { params })).statusCode).toBe(200)
  for (const satu of [akun.sari, akun.hadi]) {
    expect(await server.getPenolakan(satu, getBerkas, { params })).toMatchObject({
      kode: 'tidak_ditemukan',
    })
  }
})

test('a scan whose bytes are gone is a failure of ours, not of the database', async () => {
  const hilang = await addDokumen(server, akun.hadi, 'tiff')
  await rm(server.files.getPath(hilang.sha256))
  expect(
    await server.getPenolakan(akun.sari, getBerkas, { params: { dokumenId: hilang.id } }),
  ).toMatchObject({ kode: 'kesalahan_server' })
})
