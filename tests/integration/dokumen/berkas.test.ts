import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
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

test('a scan whose bytes are gone is named so', async () => {
  const hilang = await addDokumen(server, akun.hadi, 'tiff')
  await rm(server.files.getPath(hilang.sha256))
  expect(
    await server.getPenolakan(akun.sari, getBerkas, { params: { dokumenId: hilang.id } }),
  ).toMatchObject({ kode: 'pindaian_tidak_utuh' })
})

test('a scan whose bytes were changed is never shown, not even a part of it', async () => {
  const rusak = await addDokumen(server, akun.hadi, 'png')
  const params = { dokumenId: rusak.id }
  // Read once while it is whole: what was remembered of that must not cover the change.
  await server.getJawaban(akun.sari, getBerkas, { params })
  const jalur = server.files.getPath(rusak.sha256)
  const isi = await readFile(jalur)
  isi[isi.length - 1] = (isi.at(-1) ?? 0) ^ 1
  await chmod(jalur, 0o600)
  await writeFile(jalur, isi)
  for (const headers of [{}, { range: 'bytes=0-9' }]) {
    expect(await server.getPenolakan(akun.sari, getBerkas, { params, headers })).toMatchObject({
      kode: 'pindaian_tidak_utuh',
    })
  }
})
