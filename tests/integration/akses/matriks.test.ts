import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '@meja/core/api/endpoints.ts'
import type { Endpoint } from '@meja/core/api/endpoint.ts'
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

/** For every endpoint a sound request about this person; a new endpoint has to be added here. */
const masukan: Record<string, (pemilik: Akun) => Promise<Masukan>> = {
  getSehat: async () => ({}),
  getSesiSaya: async () => ({}),
  getAntrean: async () => ({}),
  getKasus: async (pemilik) => ({ params: { usulanId: (await addUsulan(server, pemilik)).id } }),
  postKeputusan: async (pemilik) => ({ body: buildKeputusan(await addUsulan(server, pemilik)) }),
  getBerkas: async (pemilik) => ({ params: { dokumenId: (await addDokumen(server, pemilik)).id } }),
  postDokumen: async (pemilik) => ({
    query: { pegawaiId: pemilik.pegawaiId, jenis: 'SK_KGB', namaBerkas: 'sk.png' },
    body: new Uint8Array(png),
  }),
  postDokumenUnggahan: async (pemilik) => ({
    body: {
      unggahanId: randomUUID(),
      pegawaiId: pemilik.pegawaiId,
      jenis: 'SK_KGB',
      namaBerkas: 'sk.png',
    },
  }),
  listDokumen: async (pemilik) => ({ params: { pegawaiId: pemilik.pegawaiId } }),
  findPegawai: async (pemilik) => ({ body: { nip: pemilik.nip } }),
  getUsulan: async (pemilik) => ({ params: { usulanId: (await addUsulan(server, pemilik)).id } }),
  listUsulanPegawai: async (pemilik) => ({ params: { pegawaiId: pemilik.pegawaiId } }),
  withdrawUsulan: async (pemilik) => ({
    params: { usulanId: (await addUsulan(server, pemilik)).id },
    body: { versi: 1 },
  }),
  getRekam: async (pemilik) => ({ params: { pegawaiId: pemilik.pegawaiId } }),
  openRekamRahasia: async (pemilik) => ({
    params: { pegawaiId: pemilik.pegawaiId },
    body: { tujuan: 'Pemeriksaan usulan kenaikan pangkat' },
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
}

async function ask(siapa: Akun | null, endpoint: Endpoint, pemilik: Akun) {
  const build = masukan[endpoint.name]
  if (build === undefined) throw new Error(`tidak ada contoh untuk ${endpoint.name}`)
  return server.inject(siapa, endpoint, (await build(pemilik)) as never)
}

function getKode(endpoint: Endpoint, jawaban: LightMyRequestResponse): string {
  return jawaban.statusCode < 400 ? 'dijawab' : parsePenolakan(endpoint, jawaban).kode
}

async function countSemua(): Promise<unknown> {
  const { rows } = await server.owner.query(
    `select (select count(*) from keputusan_verifikasi) as keputusan,
      (select count(*) from audit) as audit, (select sum(versi) from pegawai) as versi,
      (select count(*) from usulan where transaction_id is not null) as usulan`,
  )
  return rows[0]
}

test('the matrix knows every endpoint of the contract and no others', () => {
  expect(Object.keys(masukan).toSorted()).toEqual(endpoints.map((satu) => satu.name).toSorted())
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
