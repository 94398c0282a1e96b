import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { postDokumen } from '@meja/core/api/dokumen.ts'
import { getSehat } from '@meja/core/api/sehat.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { readFixture } from '../../support/usulan.ts'

const batas = 3_000_000
const jumlahKoneksi = 3

const Fixture = z.object({
  file: z.string(),
  expected: z.string(),
  jenis: z.string(),
  pages: z.number().nullish(),
})
const manifest = z
  .array(Fixture)
  .parse(JSON.parse(Buffer.from(await readFixture('manifest.json')).toString('utf8')))

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ MAX_FILE_BYTES: batas, DATABASE_POOL: jumlahKoneksi })
  await server.app.listen({ host: '127.0.0.1', port: server.environment.PORT })
})
afterAll(() => server.close())

function buildUnggahan(
  pemilik: Akun,
  body: Uint8Array<ArrayBuffer> | Uint8Array,
  namaBerkas = 'sk.pdf',
) {
  return {
    query: { pegawaiId: pemilik.pegawaiId, jenis: 'SK_KGB', namaBerkas },
    body: new Uint8Array(body),
  }
}

async function countDokumen(): Promise<string> {
  const { rows } = await server.owner.query<{ n: string }>('select count(*) as n from dokumen')
  return rows[0]?.n ?? ''
}

describe('a scan is stored', () => {
  const baik = manifest.filter((satu) => satu.expected === 'terbaca' && satu.jenis !== 'campuran')
  test.each(baik.map((satu) => [satu.file, satu.pages ?? 1]))(
    '%s with %i pages',
    async (nama, halaman) => {
      const bytes = await readFixture(nama)
      const dokumen = await server.getJawaban(
        akun.wulan,
        postDokumen,
        buildUnggahan(akun.wulan, bytes),
      )
      expect(dokumen).toMatchObject({
        halaman,
        ukuran: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
      expect((await readFile(server.files.getPath(dokumen.sha256))).equals(bytes)).toBe(true)
    },
  )

  test('once, however often it is sent, and nothing half-written stays behind', async () => {
    const bytes = await readFixture('halaman.png')
    const pertama = await server.getJawaban(
      akun.wulan,
      postDokumen,
      buildUnggahan(akun.wulan, bytes),
    )
    const jalur = server.files.getPath(pertama.sha256)
    const { ino, mtimeMs } = await stat(jalur)
    await Promise.all(
      Array.from({ length: 4 }, () =>
        server.getJawaban(akun.rina, postDokumen, buildUnggahan(akun.wulan, bytes)),
      ),
    )
    expect(await stat(jalur)).toMatchObject({ ino, mtimeMs })
    const isi = await readdir(server.environment.FILES_DIR)
    expect(isi.filter((nama) => nama.startsWith('.'))).toEqual([])
  })

  test('under a name without folders or signs that turn the text around', async () => {
    const bytes = await readFixture('halaman.png')
    const nama = '../..\\e\u202Egnp.exe\0'
    const dokumen = await server.getJawaban(
      akun.wulan,
      postDokumen,
      buildUnggahan(akun.wulan, bytes, nama),
    )
    expect(dokumen.namaBerkas).toBe('....egnp.exe')
  })
})

describe('a file is refused', () => {
  test.each([
    ['kosong.pdf', 'berkas_kosong'],
    ['html.pdf', 'berkas_tidak_didukung'],
    ['zip.pdf', 'berkas_tidak_didukung'],
    ['svg.png', 'berkas_tidak_didukung'],
    ['terpotong.jpg', 'berkas_rusak'],
    ['terpotong.pdf', 'berkas_rusak'],
    ['terkunci.pdf', 'berkas_terkunci'],
    ['seratus-ribu-halaman.pdf', 'berkas_terlalu_banyak_halaman'],
    ['raksasa.png', 'berkas_terlalu_luas'],
  ])('%s: %s', async (nama, kode) => {
    const sebelum = await countDokumen()
    const unggahan = buildUnggahan(akun.wulan, await readFixture(nama))
    expect(await server.getPenolakan(akun.wulan, postDokumen, unggahan)).toMatchObject({ kode })
    expect(await countDokumen()).toBe(sebelum)
  })

  test('a photograph as iPhones keep it, with what to do about it', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
      Buffer.alloc(256),
    ])
    const unggahan = buildUnggahan(akun.wulan, heic, 'IMG_0042.jpg')
    expect(await server.getPenolakan(akun.wulan, postDokumen, unggahan)).toMatchObject({
      kode: 'berkas_heic',
    })
  })

  test('when it is too large, over a real connection too', async () => {
    const jawaban = await fetch(
      `${server.environment.PUBLIC_URL}/api/dokumen?${new URLSearchParams(
        buildUnggahan(akun.wulan, new Uint8Array()).query,
      )}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await server.signToken(akun.wulan)}`,
          'content-type': 'application/octet-stream',
        },
        body: new Uint8Array(batas + 1),
      },
    )
    expect(jawaban.status).toBe(413)
    expect(await jawaban.json()).toMatchObject({
      kode: 'berkas_terlalu_besar',
      rincian: { maks: batas },
    })
  })

  test('for an employee of another office, or of another person', async () => {
    const bytes = await readFixture('halaman.png')
    for (const [siapa, pemilik] of [
      [akun.rina, akun.hadi],
      [akun.wulan, akun.hadi],
      [akun.wulan, akun.rina],
    ] as const) {
      expect(
        await server.getPenolakan(siapa, postDokumen, buildUnggahan(pemilik, bytes)),
      ).toMatchObject({ kode: 'tidak_ditemukan' })
    }
  })

  test('when it comes as JSON or as nothing', async () => {
    const url = `/api/dokumen?${new URLSearchParams(buildUnggahan(akun.wulan, new Uint8Array()).query)}`
    const authorization = `Bearer ${await server.signToken(akun.wulan)}`
    const json = { headers: { authorization, 'content-type': 'application/json' }, payload: '[1]' }
    for (const isi of [json, { headers: { authorization } }]) {
      const jawaban = await server.app.inject({ method: 'POST', url, ...isi })
      expect(jawaban.json()).toMatchObject({ kode: 'permintaan_tidak_sah' })
    }
  })
})

test('slow uploads hold no connection of the database', async () => {
  const token = await server.signToken(akun.wulan)
  const query = new URLSearchParams(buildUnggahan(akun.wulan, new Uint8Array()).query)
  const lambat = Array.from({ length: jumlahKoneksi * 2 }, () => {
    const socket = connect(server.environment.PORT, '127.0.0.1')
    socket.write(
      `POST /api/dokumen?${query} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nseparuh',
    )
    return socket
  })
  try {
    // The pool would wait 5 s for a connection: the answer must come at once.
    for (let nomor = 0; nomor < jumlahKoneksi * 2; nomor += 1) {
      const mulai = performance.now()
      await server.getJawaban(null, getSehat)
      expect(performance.now() - mulai).toBeLessThan(3000)
    }
    await vi.waitFor(async () => {
      const { rows } = await server.owner.query<{ n: string }>(
        `select count(*) as n from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'`,
      )
      expect(rows[0]?.n).toBe('0')
    })
  } finally {
    for (const socket of lambat) socket.destroy()
  }
})
