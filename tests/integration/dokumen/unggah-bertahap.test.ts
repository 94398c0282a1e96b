import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  batasUnggahan,
  getBerkas,
  jalurUnggah,
  postDokumenUnggahan,
} from '@meja/core/api/dokumen.ts'
import { UploadRoom } from '../../../api-server/features/dokumen/unggah/upload-room.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { readFixture } from '../../support/usulan.ts'

const batas = 3_000_000
let server: TestServer
let pdf: Buffer
beforeAll(async () => {
  server = await startTestServer({ MAX_FILE_BYTES: batas })
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
  pdf = Buffer.from(await readFixture('pdf-jpeg.pdf'))
})
afterAll(() => server.close())

async function send(
  siapa: Akun | null,
  method: string,
  id: string,
  headers: Record<string, string> = {},
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return fetch(`${server.environment.PUBLIC_URL}${jalurUnggah}${id === '' ? '' : `/${id}`}`, {
    method,
    headers: {
      ...(siapa && { authorization: `Bearer ${await server.signToken(siapa)}` }),
      'tus-resumable': '1.0.0',
      ...headers,
    },
    ...(body && { body }),
  })
}

/** Begins an upload of so many bytes; answers its id. */
async function begin(siapa: Akun, ukuran: number): Promise<string> {
  const jawaban = await send(siapa, 'POST', '', { 'upload-length': String(ukuran) })
  expect(jawaban.status).toBe(201)
  return jawaban.headers.get('location')?.split('/').at(-1) ?? ''
}

function sendPart(siapa: Akun, id: string, mulai: number, bytes: Buffer): Promise<Response> {
  const headers = {
    'upload-offset': String(mulai),
    'content-type': 'application/offset+octet-stream',
  }
  return send(siapa, 'PATCH', id, headers, new Uint8Array(bytes))
}

function buildPermintaan(unggahanId: string, pemilik: Akun = akun.wulan) {
  return {
    body: { unggahanId, pegawaiId: pemilik.pegawaiId, jenis: 'SK_KGB', namaBerkas: 'sk.pdf' },
  }
}

async function listSisa(): Promise<string[]> {
  return readdir(join(server.environment.FILES_DIR, 'unggahan'))
}

test('an upload that was cut off goes on where it stopped, and its bytes are the same', async () => {
  const id = await begin(akun.wulan, pdf.length)
  // The connection ends in the middle of a part: what arrived until then counts.
  const putus = new AbortController()
  const potongan = 64 * 1024
  const badan = new ReadableStream<Uint8Array>({
    start(aliran) {
      aliran.enqueue(new Uint8Array(pdf.subarray(0, potongan)))
    },
  })
  const terputus = fetch(`${server.environment.PUBLIC_URL}${jalurUnggah}/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${await server.signToken(akun.wulan)}`,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    body: badan,
    duplex: 'half',
    signal: putus.signal,
  } as RequestInit)
  const jalur = join(server.environment.FILES_DIR, 'unggahan', id)
  await expect.poll(async () => (await readFile(jalur)).length).toBe(potongan)
  putus.abort()
  await expect(terputus).rejects.toMatchObject({ name: 'AbortError' })
  await expect
    .poll(async () => (await send(akun.wulan, 'HEAD', id)).headers.get('upload-offset'))
    .toBe(String(potongan))

  expect(
    await server.getPenolakan(akun.wulan, postDokumenUnggahan, buildPermintaan(id)),
  ).toMatchObject({
    kode: 'unggahan_belum_lengkap',
    rincian: { sampai: potongan, dari: pdf.length },
  })
  expect((await sendPart(akun.wulan, id, potongan, pdf.subarray(potongan))).status).toBe(204)

  const dokumen = await server.getJawaban(akun.wulan, postDokumenUnggahan, buildPermintaan(id))
  expect(dokumen).toMatchObject({
    ukuran: pdf.length,
    sha256: createHash('sha256').update(pdf).digest('hex'),
  })
  const params = { dokumenId: dokumen.id }
  const kembali = await server.inject(akun.rina, getBerkas, { params })
  expect(kembali.rawPayload.equals(pdf)).toBe(true)
  expect((await listSisa()).filter((nama) => nama.startsWith(id))).toEqual([])

  // The answer got lost, and the workstation asks again.
  expect(await server.getJawaban(akun.wulan, postDokumenUnggahan, buildPermintaan(id))).toEqual(
    dokumen,
  )
})

test('parts lie there without a name or a person, only with the account that sends them', async () => {
  const id = await begin(akun.wulan, 10)
  await send(akun.wulan, 'POST', '', {
    'upload-length': '10',
    'upload-metadata': `filename ${Buffer.from('SK Wulan.pdf').toString('base64')}`,
  })
  for (const nama of (await listSisa()).filter((satu) => satu.endsWith('.json'))) {
    const isi = await readFile(join(server.environment.FILES_DIR, 'unggahan', nama), 'utf8')
    const { metadata } = JSON.parse(isi) as { metadata: unknown }
    expect(metadata).toEqual({ akun: akun.wulan.id })
  }
  expect((await send(akun.wulan, 'DELETE', id)).status).toBe(204)
  expect((await send(akun.wulan, 'HEAD', id)).status).toBe(404)
})

describe('an upload is refused', () => {
  test('without a token, and for an account that is switched off', async () => {
    expect((await send(null, 'POST', '', { 'upload-length': '10' })).status).toBe(401)
    expect((await send(akun.yanti, 'POST', '', { 'upload-length': '10' })).status).toBe(401)
  })

  test('when it is larger than accepted, in words of the contract', async () => {
    const jawaban = await send(akun.wulan, 'POST', '', { 'upload-length': String(batas + 1) })
    expect(jawaban.status).toBe(413)
    expect(await jawaban.json()).toMatchObject({ kode: 'berkas_terlalu_besar' })
  })

  test('to anybody but the account that began it, whatever is asked', async () => {
    const id = await begin(akun.wulan, pdf.length)
    for (const siapa of [akun.rina, akun.dewi, akun.hadi]) {
      expect((await send(siapa, 'HEAD', id)).status).toBe(404)
      expect((await sendPart(siapa, id, 0, pdf)).status).toBe(404)
      expect((await send(siapa, 'DELETE', id)).status).toBe(404)
    }
    await sendPart(akun.wulan, id, 0, pdf)
    expect(
      await server.getPenolakan(akun.rina, postDokumenUnggahan, buildPermintaan(id)),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
    expect(
      await server.getPenolakan(akun.wulan, postDokumenUnggahan, buildPermintaan(id, akun.hadi)),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
  })

  test('when its bytes are no scan, as postDokumen refuses them', async () => {
    const html = Buffer.from(await readFixture('html.pdf'))
    const id = await begin(akun.wulan, html.length)
    await sendPart(akun.wulan, id, 0, html)
    expect(
      await server.getPenolakan(akun.wulan, postDokumenUnggahan, buildPermintaan(id)),
    ).toMatchObject({ kode: 'berkas_tidak_didukung' })
  })

  test('under an id that nobody has', async () => {
    expect((await send(akun.wulan, 'HEAD', randomUUID())).status).toBe(404)
    expect((await send(akun.wulan, 'HEAD', '..%2F..%2Fetc')).status).toBe(400)
  })

  test('when one account has begun too many', async () => {
    const status: number[] = []
    for (let nomor = 0; nomor <= batasUnggahan; nomor += 1) {
      status.push((await send(akun.joko, 'POST', '', { 'upload-length': '10' })).status)
    }
    expect(status).toEqual([...Array<number>(batasUnggahan).fill(201), 429])
  })
})

test('an upload that nobody finished is forgotten after a day, and not before', async () => {
  const id = await begin(akun.bagus, 10)
  const ruang = new UploadRoom(server.environment.FILES_DIR, batas)
  const kini = Date.now()
  await ruang.removeKedaluwarsa(kini + 23 * 3_600_000)
  expect(await listSisa()).toContain(id)
  await writeFile(join(server.environment.FILES_DIR, 'unggahan', id), 'separuh')
  expect(await ruang.removeKedaluwarsa(kini + 25 * 3_600_000)).toBeGreaterThan(0)
  expect(await listSisa()).toEqual([])
})
