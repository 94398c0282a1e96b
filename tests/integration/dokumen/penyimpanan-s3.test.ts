import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getBerkas, postDokumen } from '@meja/core/api/dokumen.ts'
import { S3Store } from '../../../api-server/features/dokumen/s3-store.ts'
import { akun } from '../../support/kantor.ts'
import { openBucketUji, type BucketUji } from '../../support/s3.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { readFixture } from '../../support/usulan.ts'

let bucket: BucketUji
let server: TestServer
let png: Buffer
beforeAll(async () => {
  bucket = await openBucketUji()
  const { bucket: nama, endpoint, credentials } = bucket.options
  server = await startTestServer({
    S3_BUCKET: nama,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID: credentials?.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey,
  })
  png = Buffer.from(await readFixture('halaman.png'))
})
afterAll(async () => {
  await server.close()
  await bucket.close()
})

function upload() {
  return server.getJawaban(akun.wulan, postDokumen, {
    query: { pegawaiId: akun.wulan.pegawaiId, jenis: 'SK_KGB', namaBerkas: 'sk.png' },
    body: new Uint8Array(png),
  })
}

function getKey(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

test('a scan goes to the bucket and comes back byte for byte, whole and in part', async () => {
  const { id } = await upload()
  // The same bytes again are the same object.
  await upload()
  const params = { dokumenId: id }
  const semua = await server.inject(akun.rina, getBerkas, { params })
  expect(semua.rawPayload.equals(png)).toBe(true)
  const headers = { range: 'bytes=100-299' }
  const bagian = await server.inject(akun.rina, getBerkas, { params, headers })
  expect(bagian.statusCode).toBe(206)
  expect(bagian.rawPayload.equals(png.subarray(100, 300))).toBe(true)
})

test('an object that somebody changed is not shown', async () => {
  const { id, sha256 } = await upload()
  const rusak = Buffer.from(png)
  rusak[50] = (rusak[50] ?? 0) ^ 1
  await bucket.spoil(getKey(sha256), rusak)
  expect(
    await server.getPenolakan(akun.rina, getBerkas, { params: { dokumenId: id } }),
  ).toMatchObject({ kode: 'pindaian_tidak_utuh' })
  await bucket.spoil(getKey(sha256), png)
})

describe('the store alone', () => {
  test('knows what is not there', async () => {
    const store = new S3Store(bucket.options)
    expect(await store.stat('0'.repeat(64))).toBeUndefined()
  })

  test('writes where conditional puts are unknown', async () => {
    const lama = await openBucketUji(false)
    try {
      const sha256 = await new S3Store(lama.options).write(png)
      expect(sha256).toBe(createHash('sha256').update(png).digest('hex'))
      expect((await new S3Store(lama.options).stat(sha256))?.ukuran).toBe(png.length)
    } finally {
      await lama.close()
    }
  })

  test('says so when the bucket cannot be reached', async () => {
    const store = new S3Store({ ...bucket.options, endpoint: 'http://127.0.0.1:9' })
    await expect(store.write(png)).rejects.toMatchObject({ kode: 'penyimpanan_tak_terjangkau' })
  })
})
