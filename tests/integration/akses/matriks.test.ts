import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '@meja/core/api/endpoints.ts'
import type { z } from 'zod'
import type { Endpoint } from '@meja/core/api/endpoint.ts'
import { buildSample } from '../../fault/isolation/build-sample.ts'
import { findSasaran } from '../../fault/isolation/people.ts'
import { akun, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { parsePenolakan, startTestServer, type TestServer } from '../../support/server.ts'
import {
  addDokumen,
  addUsulan,
  buildKeputusan,
  contohIsi,
  readFixture,
} from '../../support/usulan.ts'

type Masukan = { params?: unknown; query?: unknown; body?: unknown }

let server: TestServer
let png: Buffer
beforeAll(async () => {
  server = await startTestServer()
  png = Buffer.from(await readFixture('halaman.png'))
})
afterAll(() => server.close())

/**
 * Requests that reach the rows themselves, where a form alone would not: those that change something.
 * Every other endpoint gets a request of the right form from the contract.
 */
const masukan: Record<string, (pemilik: Akun) => Promise<Masukan>> = {
  getKasus: async (pemilik) => ({ params: { usulanId: (await addUsulan(server, pemilik)).id } }),
  postKeputusan: async (pemilik) => ({ body: buildKeputusan(await addUsulan(server, pemilik)) }),
  getBerkas: async (pemilik) => ({ params: { dokumenId: (await addDokumen(server, pemilik)).id } }),
  postDokumen: async (pemilik) => ({
    query: { pegawaiId: pemilik.pegawaiId, jenis: 'SK_KGB', namaBerkas: 'sk.png' },
    body: new Uint8Array(png),
  }),
  findPegawai: async (pemilik) => ({ body: { nip: pemilik.nip } }),
  withdrawUsulan: async (pemilik) => ({
    params: { usulanId: (await addUsulan(server, pemilik)).id },
    body: { versi: 1 },
  }),
  postBukaKunci: async () => ({
    body: { idKunci: '0'.repeat(16), bungkus: 'AAAA', komputer: randomUUID() },
  }),
  postCatatanLayar: async () => ({
    body: {
      komputer: randomUUID(),
      catatan: [{ urutan: 1, peristiwa: 'dikunci', pada: '2026-11-24T08:00:00+07:00' }],
    },
  }),
  // Accounts of their own: whoever asks later must still be who they were.
  setAktifAkun: async (pemilik) => ({
    params: { akunId: await addAkunLain(pemilik) },
    body: { aktif: false, alasan: 'Pindah tugas' },
  }),
  revokeHak: async (pemilik) => ({
    params: { hakId: await addAkunLain(pemilik, 'administrator') },
    body: { hak: 'administrator', alasan: 'Tugas berakhir' },
  }),
  requestAkses: async (pemilik) => ({
    body: {
      akunId: await addAkunLain(pemilik),
      hak: 'tim',
      perangkatDaerah: null,
      mulai: '2026-01-01',
      sampai: null,
      nomorSurat: '800/1/UJI/2026',
      tanggalSurat: '2026-01-01',
      alasan: 'Tugas baru',
    },
  }),
  postPerintahKunci: async (pemilik) => ({
    body: { komputer: await addKomputer(pemilik), akunId: pemilik.id, alasan: 'Ditinggal terbuka' },
  }),
  postUsulan: async (pemilik) => ({
    body: {
      transactionId: randomUUID(),
      pegawaiId: pemilik.pegawaiId,
      jenis: 'gaji',
      aksi: 'tambah',
      riwayatId: null,
      sesudah: contohIsi.gaji,
      dokumenIds: [(await addDokumen(server, pemilik)).id],
      pernyataanBenar: true,
    },
  }),
  listDraf: async (pemilik) => {
    await addDraf(pemilik)
    return {}
  },
  postDraf: async (pemilik) => ({ body: buildDraf(pemilik) }),
  deleteDraf: async (pemilik) => ({ params: { drafId: await addDraf(pemilik) } }),
}

const buildDraf = (pemilik: Akun) => ({
  id: randomUUID(),
  pegawaiId: pemilik.pegawaiId,
  jenis: 'gaji' as const,
  aksi: 'tambah' as const,
  riwayatId: null,
  memperbaiki: null,
  sesudah: { pejabatPenetap: pemilik.nama },
  alasan: '',
  dokumenIds: [],
})

async function addAkunLain(pemilik: Akun, peran = 'user_personal'): Promise<string> {
  const id = randomUUID()
  await server.owner.query(
    `insert into akun (id, pegawai_id, nama_pengguna, kata_sandi_hash, peran)
     values ($1, $2, $3, '$argon2id$', $4)`,
    [id, pemilik.pegawaiId, `uji.${id.slice(0, 8)}`, peran],
  )
  return id
}

async function addKomputer(pemilik: Akun): Promise<string> {
  const id = randomUUID()
  await server.owner.query(
    `insert into komputer (id, akun_id, terkunci, belum_terkirim, versi, beda_jam)
     values ($1, $2, false, 0, '1.0.0', 0)`,
    [id, pemilik.id],
  )
  return id
}

async function addDraf(pemilik: Akun): Promise<string> {
  const { id, pegawaiId, ...isi } = buildDraf(pemilik)
  await server.owner.query(
    'insert into draf_usulan (id, akun_id, pegawai_id, isi) values ($1, $2, $3, $4)',
    [id, pemilik.id, pegawaiId, JSON.stringify(isi)],
  )
  return id
}

async function ask(siapa: Akun | null, endpoint: Endpoint, pemilik: Akun) {
  const build = masukan[endpoint.name] ?? buildFromContract(endpoint)
  return server.inject(siapa, endpoint, (await build(pemilik)) as never)
}

/** Any request that the contract of this endpoint accepts, about this person's things. */
function buildFromContract(endpoint: Endpoint) {
  return async (pemilik: Akun): Promise<Masukan> => {
    const { objek } = await findSasaran(server.owner, 'p.id = $1', [pemilik.pegawaiId])
    const isi = (schema: z.ZodType | undefined) =>
      schema && buildSample(schema, (nama) => objek.get(nama)?.[0], 7)
    return {
      params: isi(endpoint.params),
      query: isi(endpoint.query),
      body: endpoint.body === 'berkas' ? new Uint8Array(png) : isi(endpoint.body),
    }
  }
}

function getKode(endpoint: Endpoint, jawaban: LightMyRequestResponse): string {
  return jawaban.statusCode < 400 ? 'dijawab' : parsePenolakan(endpoint, jawaban).kode
}

/** What a workstation reports of its own lock tells of nobody else. */
async function countSemua(): Promise<unknown> {
  const { rows } = await server.owner.query(
    `select (select count(*) from keputusan_verifikasi) as keputusan,
      (select count(*) from audit where aksi !~ '^(layar|kunci)[.]') as audit, (select sum(versi) from pegawai) as versi,
      (select count(*) from usulan where transaction_id is not null) as usulan`,
  )
  return rows[0]
}

test('the matrix names no endpoint that the contract does not have', () => {
  const dikenal = new Set(endpoints.map((satu) => satu.name))
  expect(Object.keys(masukan).filter((nama) => !dikenal.has(nama))).toEqual([])
})

describe.each(endpoints.map((satu) => [satu.name, satu] as const))('%s', (_, endpoint) => {
  test('without a token is answered only when it is for everybody', async () => {
    const kode = getKode(endpoint, await ask(null, endpoint, akun.wulan))
    expect(kode).toBe(endpoint.roles === 'umum' ? 'dijawab' : 'sesi_berakhir')
  })

  test.each([akun.rina, akun.dewi, akun.wulan].map((satu) => [satu.peran, satu] as const))(
    'by a %s is answered exactly when the contract says so',
    async (peran, siapa) => {
      const boleh = endpoint.roles === 'umum' || endpoint.roles.includes(peran)
      const kode = getKode(endpoint, await ask(siapa, endpoint, akun.wulan))
      expect(kode === 'tidak_berwenang').toBe(!boleh)
    },
  )

  test.each([akun.rina, akun.wulan].map((satu) => [satu.peran, satu] as const))(
    'tells a %s nothing of another office and changes nothing there',
    async (_peran, siapa) => {
      const sebelum = await countSemua()
      const jawaban = await ask(siapa, endpoint, akun.hadi)
      const teks = jawaban.body
      for (const rahasia of [akun.hadi.nip, akun.hadi.nama, perangkatDaerah.utara.nama]) {
        // A search repeats nothing of what it was asked either.
        expect(teks).not.toContain(rahasia)
      }
      expect(jawaban.rawPayload.includes(png)).toBe(false)
      expect(await countSemua()).toEqual(sebelum)
    },
  )
})
