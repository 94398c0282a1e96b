import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printDrh } from '@meja/core/api/drh.ts'
import { getLinimasa, type Peristiwa } from '@meja/core/api/linimasa.ts'
import { openRekamRahasia } from '@meja/core/api/rekam.ts'
import { giveRekomendasi } from '@meja/core/api/rekomendasi.ts'
import { postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { buildRekomendasi } from '../../support/rekomendasi.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  addDokumen,
  addRiwayat,
  addUsulan,
  buildKeputusan,
  buildPengembalian,
  type UsulanUji,
} from '../../support/usulan.ts'

let server: TestServer
let gaji: UsulanUji
beforeAll(async () => {
  server = await startTestServer()
  await addRiwayat(server, akun.wulan, 'pangkat')
  gaji = await addUsulan(server, akun.wulan)
  await server.getJawaban(akun.rina, postKeputusan, { body: buildKeputusan(gaji) })
})
afterAll(() => server.close())

async function read(siapa: Akun, pemilik: Akun = akun.wulan): Promise<Peristiwa[]> {
  const { peristiwa } = await server.getJawaban(siapa, getLinimasa, {
    params: { pegawaiId: pemilik.pegawaiId },
    query: { batas: 200 },
  })
  return peristiwa
}

function findMacam<M extends Peristiwa['macam']>(semua: Peristiwa[], macam: M) {
  return semua.filter((satu): satu is Extract<Peristiwa, { macam: M }> => satu.macam === macam)
}

describe('the timeline of a person', () => {
  test('tells of proposals, decisions, documents and imported rows, newest first', async () => {
    const semua = await read(akun.wulan)
    const pada = semua.map((satu) => Date.parse(satu.pada))
    expect(pada).toEqual(pada.toSorted((a, b) => b - a))
    expect(findMacam(semua, 'usulan')).toEqual([
      expect.objectContaining({
        usulanId: gaji.id,
        jenis: 'gaji',
        aksi: 'tambah',
        status: 'valid',
      }),
    ])
    expect(findMacam(semua, 'keputusan')).toEqual([
      expect.objectContaining({
        usulanId: gaji.id,
        hasil: 'sesuai',
        metode: 'asli',
        oleh: akun.rina.namaPengguna,
      }),
    ])
    expect(findMacam(semua, 'dokumen')).toEqual([
      expect.objectContaining({ dokumenId: gaji.dokumen[0]?.id, jenisDokumen: 'SK_KGB' }),
    ])
    expect(findMacam(semua, 'masuk')).toEqual([
      expect.objectContaining({ sumber: 'impor', jumlah: 1 }),
    ])
  })

  test('tells of a return as well', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    await server.getJawaban(akun.rina, postKeputusan, { body: buildPengembalian(usulan) })
    const keputusan = findMacam(await read(akun.rina), 'keputusan')
    expect(keputusan.find(({ usulanId }) => usulanId === usulan.id)).toMatchObject({
      hasil: 'dikembalikan',
      metode: null,
    })
  })

  test('tells of rows that an undone import took out again, and why', async () => {
    await server.owner.query(
      `update riwayat set status = 'dicabut', dicabut_pada = now(), alasan = 'impor keliru'
        where pegawai_id = $1 and sumber = 'impor'`,
      [akun.wulan.pegawaiId],
    )
    const semua = await read(akun.wulan)
    expect(findMacam(semua, 'keluar')).toEqual([
      expect.objectContaining({ sumber: 'impor', jumlah: 1, alasan: 'impor keliru' }),
    ])
    expect(findMacam(semua, 'masuk')).toHaveLength(1)
  })

  test('holds no value of the record', async () => {
    const teks = JSON.stringify(await read(akun.dewi))
    for (const nilai of ['822/17/UJI/2025', '999/BARU/UJI/2025', '3456700', akun.wulan.nip]) {
      expect(teks).not.toContain(nilai)
    }
  })

  test('shows an administrator who printed and who read confidential data, and what for (P10.2c)', async () => {
    const params = { pegawaiId: akun.wulan.pegawaiId }
    const dasar = { body: buildRekomendasi() }
    const { id: rekomendasiId } = await server.getJawaban(akun.dewi, giveRekomendasi, dasar)
    await server.inject(akun.rina, printDrh, { params, query: { rekomendasiId } })
    const tujuan = 'Pemeriksaan usulan kenaikan pangkat'
    await server.getJawaban(akun.dewi, openRekamRahasia, { params, body: { tujuan } })
    const semua = await read(akun.dewi)
    expect(findMacam(semua, 'cetak_drh')).toEqual([
      expect.objectContaining({ oleh: akun.rina.namaPengguna, disamarkan: true }),
    ])
    expect(findMacam(semua, 'baca_rahasia')).toEqual([
      expect.objectContaining({ oleh: akun.dewi.namaPengguna, tujuan }),
    ])
    for (const siapa of [akun.wulan, akun.rina]) {
      const macam = (await read(siapa)).map((satu) => satu.macam)
      expect(macam).not.toContain('cetak_drh')
      expect(macam).not.toContain('baca_rahasia')
    }
  })

  test('says nothing of confidential proposals to anybody but administrators', async () => {
    const usulan = await addUsulan(server, akun.hadi, { jenis: 'hukuman_disiplin' })
    const listId = async (siapa: Akun) =>
      findMacam(await read(siapa, akun.hadi), 'usulan').map(({ usulanId }) => usulanId)
    expect(await listId(akun.dewi)).toContain(usulan.id)
    expect(await listId(akun.hadi)).not.toContain(usulan.id)
  })

  test('of another office is not found', async () => {
    const params = { pegawaiId: akun.hadi.pegawaiId }
    for (const siapa of [akun.rina, akun.wulan]) {
      const { kode } = await server.getPenolakan(siapa, getLinimasa, { params })
      expect(kode).toBe('tidak_ditemukan')
    }
  })
})

describe('page by page', () => {
  async function readBertahap(batas: number): Promise<Peristiwa[]> {
    const params = { pegawaiId: akun.wulan.pegawaiId }
    const semua: Peristiwa[] = []
    for (let halaman = 0; halaman < 100; halaman += 1) {
      const terakhir = semua.at(-1)
      const query = terakhir && { sebelum: terakhir.pada, kunci: terakhir.kunci }
      const jawaban = await server.getJawaban(akun.dewi, getLinimasa, {
        params,
        query: { ...query, batas },
      })
      expect(jawaban.peristiwa.length).toBeLessThanOrEqual(batas)
      semua.push(...jawaban.peristiwa)
      if (!jawaban.berlanjut) return semua
    }
    throw new Error('linimasa tidak berakhir')
  }

  test('every event comes exactly once, those of one instant too', async () => {
    await server.owner.query('begin')
    for (let ke = 0; ke < 5; ke += 1) await addDokumen(server, akun.wulan)
    await server.owner.query('commit')
    for (let ke = 0; ke < 3; ke += 1) await addUsulan(server, akun.wulan)
    const utuh = await read(akun.dewi)
    expect(new Set(utuh.map(({ pada }) => pada)).size).toBeLessThan(utuh.length)
    for (const batas of [1, 2, 3, 7]) expect(await readBertahap(batas)).toEqual(utuh)
  })

  test('what happens meanwhile does not shift the pages', async () => {
    const params = { pegawaiId: akun.wulan.pegawaiId }
    const utuh = await read(akun.dewi)
    const [pertama] = utuh
    if (pertama === undefined) throw new Error('linimasa kosong')
    await addDokumen(server, akun.wulan)
    const { peristiwa } = await server.getJawaban(akun.dewi, getLinimasa, {
      params,
      query: { sebelum: pertama.pada, kunci: pertama.kunci, batas: 200 },
    })
    expect(peristiwa).toEqual(utuh.slice(1))
  })

  test('a place that is no instant is refused', async () => {
    const params = { pegawaiId: akun.wulan.pegawaiId }
    for (const sebelum of ['kemarin', '0000-01-01T00:00:00Z', '2026-13-01T00:00:00Z']) {
      const { kode } = await server.getPenolakan(akun.dewi, getLinimasa, {
        params,
        query: { sebelum },
      })
      expect(kode).toBe('permintaan_tidak_sah')
    }
  })
})
