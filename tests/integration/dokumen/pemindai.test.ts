import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jalurUnggah, postDokumen, postDokumenUnggahan } from '@meja/core/api/dokumen.ts'
import { akun } from '../../support/kantor.ts'
import { startClamdTiruan, type ClamdTiruan } from '../../support/clamd-tiruan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { readFixture } from '../../support/usulan.ts'

let clamd: ClamdTiruan
let server: TestServer
let png: Uint8Array
let jawaban: string | null = 'stream: OK'
beforeAll(async () => {
  clamd = await startClamdTiruan(() => jawaban)
  server = await startTestServer({ CLAMAV_URL: clamd.url })
  png = await readFixture('halaman.png')
})
afterAll(async () => {
  await server.close()
  await clamd.close()
})

function buildUnggahan() {
  return {
    query: { pegawaiId: akun.wulan.pegawaiId, jenis: 'SK_KGB', namaBerkas: 'sk.png' },
    body: new Uint8Array(png),
  }
}

async function countTersimpan(): Promise<string> {
  const { rows } = await server.owner.query<{ n: string }>('select count(*) as n from dokumen')
  const berkas = await readdir(server.environment.FILES_DIR, { recursive: true })
  return `${rows[0]?.n} ${berkas.filter((nama) => /[0-9a-f]{64}$/.test(nama)).length}`
}

test('every byte of a scan passes the scanner before it is stored', async () => {
  jawaban = 'stream: OK'
  await server.getJawaban(akun.wulan, postDokumen, buildUnggahan())
  expect(clamd.getTerakhir().equals(Buffer.from(png))).toBe(true)
})

describe('nothing is stored', () => {
  test.each([
    ['stream: Win.Test.EICAR_HDB-1 FOUND', 'berkas_terinfeksi'],
    ['INSTREAM size limit exceeded. ERROR', 'pemindai_tak_terjangkau'],
    ['stream: ', 'pemindai_tak_terjangkau'],
    [null, 'pemindai_tak_terjangkau'],
  ])('when it says %j: %s', async (kata, kode) => {
    jawaban = kata
    const sebelum = await countTersimpan()
    expect(await server.getPenolakan(akun.wulan, postDokumen, buildUnggahan())).toMatchObject({
      kode,
    })
    expect(await countTersimpan()).toBe(sebelum)
  })
})

test('an upload in parts survives a scanner that is away, and is stored once it is back', async () => {
  const headers = {
    authorization: `Bearer ${await server.signToken(akun.wulan)}`,
    'tus-resumable': '1.0.0',
    'upload-length': String(png.length),
    'content-type': 'application/offset+octet-stream',
  }
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
  const mulai = await fetch(`${server.environment.PUBLIC_URL}${jalurUnggah}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(png),
  })
  const unggahanId = mulai.headers.get('location')?.split('/').at(-1) ?? ''
  const permintaan = { body: { ...buildUnggahan().query, unggahanId } }
  jawaban = null
  expect(await server.getPenolakan(akun.wulan, postDokumenUnggahan, permintaan)).toMatchObject({
    kode: 'pemindai_tak_terjangkau',
  })
  expect(await readdir(join(server.environment.FILES_DIR, 'unggahan'))).toContain(unggahanId)
  jawaban = 'stream: OK'
  const dokumen = await server.getJawaban(akun.wulan, postDokumenUnggahan, permintaan)
  expect(dokumen.ukuran).toBe(png.length)
})

test('no scanner at the address refuses too', async () => {
  const lain = await startTestServer({ CLAMAV_URL: 'tcp://127.0.0.1:9' })
  try {
    expect(await lain.getPenolakan(akun.wulan, postDokumen, buildUnggahan())).toMatchObject({
      kode: 'pemindai_tak_terjangkau',
    })
  } finally {
    await lain.close()
  }
})
