import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  appointFasilitator,
  endFasilitator,
  listFasilitator,
  listUnitTanpaFasilitator,
  proposeFasilitator,
  rejectUsulanFasilitator,
} from '@meja/core/api/fasilitator.ts'
import { findPegawai, getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { getAntrean, getKasus } from '@meja/core/api/verifikasi.ts'
import { akun } from '../../support/kantor.ts'
import { addUnit, appointWulan, clearPenunjukan, usulanWulan } from '../../support/penunjukan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addUsulan } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await addUnit(server)
})
afterAll(() => server.close())
beforeEach(() => clearPenunjukan(server))

describe('a fasilitator is set by decree', () => {
  test('the employee becomes fasilitator with it, and not before', async () => {
    await server.getJawaban(akun.dewi, proposeFasilitator, { body: usulanWulan })
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
    await server.owner.query('delete from usulan_penunjukan')
    await appointWulan(server)
    expect(await server.getJawaban(akun.wulan, getSesiSaya)).toMatchObject({
      peran: 'fasilitator',
      perangkatDaerah: { kode: '901' },
    })
  })

  test('a decree of tomorrow makes nobody fasilitator today', async () => {
    await appointWulan(server, ['901.1'], '2099-01-01')
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
  })

  test('without the scan of the decree nothing is set', async () => {
    const { id } = await server.getJawaban(akun.dewi, proposeFasilitator, { body: usulanWulan })
    const galat = await server.getPenolakan(akun.dewi, appointFasilitator, {
      params: { usulanPenunjukanId: id },
      body: {
        nomorKeputusan: '188/9/KPTS/013/2026',
        tanggalKeputusan: '2026-01-20',
        dokumenId: randomUUID(),
        mulai: '2026-02-01',
        sampai: null,
      },
    })
    expect(galat.kode).toBe('bukti_kurang')
  })

  test('a returned nomination is not appointed any more', async () => {
    const { id } = await server.getJawaban(akun.dewi, proposeFasilitator, { body: usulanWulan })
    const params = { usulanPenunjukanId: id }
    const body = { alasan: 'Belum memenuhi syarat' }
    await server.getJawaban(akun.dewi, rejectUsulanFasilitator, { params, body })
    const lagi = await server.getPenolakan(akun.dewi, rejectUsulanFasilitator, { params, body })
    expect(lagi.kode).toBe('penunjukan_usang')
  })

  test('a unit of another office is refused', async () => {
    const body = { ...usulanWulan, unit: ['902.1'] }
    expect((await server.getPenolakan(akun.dewi, proposeFasilitator, { body })).kode).toBe(
      'unit_tidak_sah',
    )
  })
})

describe('the decree names units', () => {
  test('searching and the tree of offices end at the units too', async () => {
    await appointWulan(server, ['901.2'])
    const search = async () => {
      const { pegawai } = await server.getJawaban(akun.wulan, searchPegawai, { body: {} })
      const { perangkatDaerah } = await server.getJawaban(akun.wulan, getOrganisasi)
      return {
        orang: pegawai.length,
        unit: perangkatDaerah.flatMap(({ unit }) => unit.map(({ kode }) => kode)),
      }
    }
    expect(await search()).toEqual({ orang: 0, unit: ['901.2'] })
    await server.owner.query("update pegawai set unit_kerja = '901.2' where id = $1", [
      akun.tono.pegawaiId,
    ])
    expect(await search()).toEqual({ orang: 1, unit: ['901.2'] })
    await server.owner.query("update pegawai set unit_kerja = '901.1' where id = $1", [
      akun.tono.pegawaiId,
    ])
  })

  test('people and proposals of other units of the same office stay hidden', async () => {
    await appointWulan(server, ['901.2'])
    const kasus = await addUsulan(server, akun.rina)
    const tanya = { params: { usulanId: kasus.id } }
    const cari = { body: { nip: akun.rina.nip } }
    expect((await server.getPenolakan(akun.wulan, getKasus, tanya)).kode).toBe('tidak_ditemukan')
    expect((await server.getJawaban(akun.wulan, findPegawai, cari)).pegawai).toBeNull()
    await server.owner.query(
      "update penugasan_fasilitator set unit = '{901.1}' where akun_id = $1",
      [akun.wulan.id],
    )
    expect((await server.getJawaban(akun.wulan, findPegawai, cari)).pegawai?.nama).toContain(
      akun.rina.nama,
    )
    await server.getJawaban(akun.wulan, getKasus, tanya)
  })
})

describe('on the day itself the task ends', () => {
  async function addFakta(jenis: string, kunci: string, tanggal: string) {
    await server.owner.query(
      `insert into riwayat (id, pegawai_id, jenis, isi, status, sumber)
       values ($1, $2, $3, jsonb_build_object($4::text, $5::text), 'valid', 'impor')`,
      [randomUUID(), akun.wulan.pegawaiId, jenis, kunci, tanggal],
    )
  }

  test.each([
    ['a new position', 'jabatan'],
    ['a transfer', 'mutasi'],
    ['leaving the service', 'pemberhentian'],
  ] as const)('%s', async (_, jenis) => {
    await appointWulan(server)
    const { rows } = await server.owner.query<{ kunci: string }>(
      'select kunci_mulai as kunci from jenis_riwayat where kode = $1',
      [jenis],
    )
    const kunci = rows[0]?.kunci ?? ''
    await addFakta(jenis, kunci, '2099-01-01')
    await server.getJawaban(akun.wulan, getAntrean)
    await addFakta(jenis, kunci, '2026-11-01')
    expect((await server.getPenolakan(akun.wulan, getAntrean)).kode).toBe('tidak_berwenang')
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
    const { fasilitator } = await server.getJawaban(akun.dewi, listFasilitator)
    expect(fasilitator.find(({ akunId }) => akunId === akun.wulan.id)?.sebabGugur).toBe(jenis)
  })

  test('the unit is listed as one without fasilitator until somebody follows', async () => {
    await server.owner.query(
      "update penugasan_fasilitator set unit = '{901.1}' where perangkat_daerah = '901'",
    )
    const id = await appointWulan(server, ['901.2'])
    const listKode = async () =>
      (await server.getJawaban(akun.dewi, listUnitTanpaFasilitator)).unit.map(({ kode }) => kode)
    expect(await listKode()).toEqual([])
    await server.getJawaban(akun.dewi, endFasilitator, {
      params: { penugasanId: id },
      body: { sampai: '2026-03-01', alasan: 'Pindah tugas' },
    })
    expect(await listKode()).toEqual(['901.2'])
  })
})
