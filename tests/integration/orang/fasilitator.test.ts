import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BodyOf } from '@meja/core/api/endpoint.ts'
import {
  appointFasilitator,
  endFasilitator,
  listFasilitator,
  listUnitTanpaFasilitator,
  listUsulanFasilitator,
  proposeFasilitator,
  rejectUsulanFasilitator,
} from '@meja/core/api/fasilitator.ts'
import { findPegawai, getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import { assignPenugasan, endPenugasan, listPenugasan } from '@meja/core/api/penugasan.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { getAntrean, getKasus } from '@meja/core/api/verifikasi.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen, addUsulan } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.owner.query(
    `insert into unit_kerja (kode, perangkat_daerah, nama)
     values ('901.2', '901', 'Bidang Uji Selatan')`,
  )
})
afterAll(() => server.close())

/** As the end of every trial: Wulan is an employee like any other again, and heads nothing. */
beforeEach(async () => {
  await server.owner.query('delete from penugasan_fasilitator where akun_id = $1', [akun.wulan.id])
  await server.owner.query('delete from usulan_penunjukan')
  await server.owner.query('delete from penugasan')
  await server.owner.query(
    "delete from riwayat where jenis in ('jabatan', 'mutasi', 'pemberhentian')",
  )
  await server.owner.query("update akun set peran = 'user_personal' where id = $1", [akun.wulan.id])
  await server.owner.query(
    "update pegawai set unit_kerja = '901.1', perangkat_daerah = '901' where id = $1",
    [akun.wulan.pegawaiId],
  )
})

const usulan: BodyOf<typeof proposeFasilitator> = {
  nip: akun.wulan.nip,
  unit: ['901.1'],
  nomorSurat: '800/1/UJI/2026',
  tanggalSurat: '2026-01-05',
  menggantikan: null,
  mampuKomputer: true,
  memahamiKepegawaian: true,
}

async function appoint(unit: string[] = ['901.1'], mulai = '2026-02-01') {
  const { id } = await server.getJawaban(akun.dewi, proposeFasilitator, {
    body: { ...usulan, unit },
  })
  const { id: dokumenId } = await addDokumen(server, akun.wulan)
  const { penugasanId } = await server.getJawaban(akun.dewi, appointFasilitator, {
    params: { usulanPenunjukanId: id },
    body: {
      nomorKeputusan: '188/9/KPTS/013/2026',
      tanggalKeputusan: '2026-01-20',
      dokumenId,
      mulai,
      sampai: null,
    },
  })
  await server.owner.query(
    `insert into tanda_tangan_pakta (akun_id, peran, versi, sidik)
     select $1, 'fasilitator', versi, sidik from naskah_pakta
     where not exists (select from tanda_tangan_pakta where akun_id = $1)`,
    [akun.wulan.id],
  )
  return penugasanId
}

describe('a fasilitator is set by decree', () => {
  test('the employee becomes fasilitator with it, and not before', async () => {
    await server.getJawaban(akun.dewi, proposeFasilitator, { body: usulan })
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
    await server.owner.query('delete from usulan_penunjukan')
    await appoint()
    expect(await server.getJawaban(akun.wulan, getSesiSaya)).toMatchObject({
      peran: 'fasilitator',
      perangkatDaerah: { kode: '901' },
    })
  })

  test('a decree of tomorrow makes nobody fasilitator today', async () => {
    await appoint(['901.1'], '2099-01-01')
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
  })

  test('without the scan of the decree nothing is set', async () => {
    const { id } = await server.getJawaban(akun.dewi, proposeFasilitator, { body: usulan })
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
    const { id } = await server.getJawaban(akun.dewi, proposeFasilitator, { body: usulan })
    const params = { usulanPenunjukanId: id }
    const body = { alasan: 'Belum memenuhi syarat' }
    await server.getJawaban(akun.dewi, rejectUsulanFasilitator, { params, body })
    const lagi = await server.getPenolakan(akun.dewi, rejectUsulanFasilitator, { params, body })
    expect(lagi.kode).toBe('penunjukan_usang')
  })

  test('a unit of another office is refused', async () => {
    const body = { ...usulan, unit: ['902.1'] }
    expect((await server.getPenolakan(akun.dewi, proposeFasilitator, { body })).kode).toBe(
      'unit_tidak_sah',
    )
  })
})

describe('the head of an office', () => {
  const tugas = {
    akunId: akun.hadi.id,
    jenis: 'kepala_pd',
    perangkatDaerah: '901',
    dasar: 'SK 821/1/UJI/2026',
    mulai: '2026-01-01',
    sampai: null,
  } as const

  test('proposes people of that office while the task lasts, and sees only what was proposed', async () => {
    const { id } = await server.getJawaban(akun.dewi, assignPenugasan, { body: tugas })
    expect((await server.getJawaban(akun.hadi, listPenugasan)).penugasan).toMatchObject([{ id }])
    await server.getJawaban(akun.hadi, proposeFasilitator, { body: usulan })
    expect((await server.getJawaban(akun.hadi, listUsulanFasilitator)).usulan).toMatchObject([
      { nama: akun.wulan.nama, status: 'diajukan' },
    ])
    await server.getJawaban(akun.dewi, endPenugasan, {
      params: { penugasanId: id },
      body: { sampai: '2026-01-31' },
    })
    expect((await server.getJawaban(akun.hadi, listUsulanFasilitator)).usulan).toEqual([])
    const galat = await server.getPenolakan(akun.hadi, proposeFasilitator, { body: usulan })
    expect(galat.kode).toBe('tidak_ditemukan')
  })

  test('an administrator gives no task to the own account', async () => {
    const body = { ...tugas, akunId: akun.dewi.id }
    expect((await server.getPenolakan(akun.dewi, assignPenugasan, { body })).kode).toBe(
      'pengelola_lain_diperlukan',
    )
  })
})

describe('the decree names units', () => {
  test('searching and the tree of offices end at the units too', async () => {
    await appoint(['901.2'])
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
    await appoint(['901.2'])
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
    await appoint()
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
    const id = await appoint(['901.2'])
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
