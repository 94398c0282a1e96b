import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFasilitator, proposeFasilitator } from '@meja/core/api/fasilitator.ts'
import { closeUnit, getOrganisasi, reopenUnit, searchPegawai } from '@meja/core/api/pegawai.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { addUnit, appointWulan, clearPenunjukan, usulanWulan } from '../../support/penunjukan.ts'
import { addBaris, fillIsi, isiPenempatan } from '../../support/riwayat.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { buildPermintaan } from '../../support/permintaan-usulan.ts'
import { addUsulan } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await addUnit(server)
})
afterAll(() => server.close())

const unit = '901.2'
const params = { unitKerja: unit }
const hari = (geser: number) => getTanggalJakarta(new Date(Date.now() + geser * 86_400_000))
const isi = (geser: number) => ({ mulai: hari(geser), nomorKeputusan: '188/7/KPTS/013/2026' })

beforeEach(() => setTutup(null))
afterEach(async () => {
  await clearPenunjukan(server)
  await server.owner.query("delete from riwayat where jenis = 'penempatan'")
  await server.owner.query('delete from usulan_dokumen; delete from usulan')
})

/** As if the administrator had closed it so many days from today on. */
async function setTutup(geser: number | null): Promise<void> {
  await server.owner.query(
    'update unit_kerja set ditutup_pada = $2, dasar_penutupan = $3 where kode = $1',
    [unit, geser === null ? null : hari(geser), geser === null ? null : 'Keputusan uji'],
  )
}

async function findUnit() {
  const { perangkatDaerah } = await server.getJawaban(akun.dewi, getOrganisasi)
  return perangkatDaerah.flatMap((satu) => satu.unit).find(({ kode }) => kode === unit)
}

const close = (geser: number) =>
  server.getPenolakan(akun.dewi, closeUnit, { params, body: isi(geser) })

/** Wulan works there, by the register and by a placement in force. */
async function placeWulan(): Promise<void> {
  await addBaris(server, akun.wulan, 'penempatan', isiPenempatan(unit, '2024-01-01'))
  await server.owner.query("update pegawai set unit_kerja = '901.2' where id = $1", [
    akun.wulan.pegawaiId,
  ])
}

const readSesi = (siapa: Akun) => server.getJawaban(siapa, getSesiSaya)

describe('a unit', () => {
  test('closes on a day by decree, and is reopened while that day has not come', async () => {
    await server.getJawaban(akun.dewi, closeUnit, { params, body: isi(30) })
    expect(await findUnit()).toMatchObject({
      ditutupPada: hari(30),
      dasarPenutupan: isi(30).nomorKeputusan,
    })
    expect((await close(40)).kode).toBe('unit_sudah_ditutup')
    await server.getJawaban(akun.dewi, reopenUnit, { params, body: { alasan: 'Ditunda' } })
    expect(await findUnit()).toMatchObject({ ditutupPada: null, dasarPenutupan: null })
    const { rows } = await server.owner.query(
      `select aksi, rincian from audit where objek = 'unit:901.2' order by urutan`,
    )
    const { mulai, nomorKeputusan } = isi(30)
    expect(rows).toEqual([
      { aksi: 'unit.tutup', rincian: { mulai, nomorKeputusan } },
      { aksi: 'unit.buka', rincian: { alasan: 'Ditunda' } },
    ])
  })

  test('that has closed stays closed', async () => {
    await setTutup(0)
    const body = { alasan: 'Terlambat' }
    const penolakan = await server.getPenolakan(akun.dewi, reopenUnit, { params, body })
    expect(penolakan.kode).toBe('unit_sudah_ditutup')
  })

  test('does not close on a day that is over, nor one that is nowhere', async () => {
    expect((await close(-1)).kode).toBe('isian_tidak_sah')
    const asing = { params: { unitKerja: '999.9' }, body: isi(3) }
    const penolakan = await server.getPenolakan(akun.dewi, closeUnit, asing)
    expect(penolakan.kode).toBe('tidak_ditemukan')
  })

  test('is closed by administrators alone', async () => {
    for (const siapa of [akun.rina, akun.wulan]) {
      const tutup = await server.getPenolakan(siapa, closeUnit, { params, body: isi(3) })
      expect(tutup.kode).toBe('tidak_berwenang')
    }
  })
})

describe('a unit stays while it is needed after that day', () => {
  test('by people who work there; how many is said', async () => {
    await placeWulan()
    const penolakan = await close(10)
    expect(penolakan.kode).toBe('unit_masih_dipakai')
    expect(penolakan.rincian).toEqual({ pegawai: 1, usulan: 0, penunjukan: 0 })
    expect((await findUnit())?.ditutupPada).toBeNull()
  })

  test('not by people who will have moved by then, or will have left', async () => {
    await placeWulan()
    await addBaris(server, akun.wulan, 'penempatan', isiPenempatan('901.1', hari(10)))
    expect((await close(9)).rincian).toMatchObject({ pegawai: 1 })
    await server.getJawaban(akun.dewi, closeUnit, { params, body: isi(10) })
    await setTutup(null)
    await server.owner.query('delete from riwayat where pegawai_id = $1', [akun.wulan.pegawaiId])
    const berhenti = fillIsi('pemberhentian', { tmt: hari(5) })
    await addBaris(server, akun.wulan, 'pemberhentian', berhenti)
    await server.getJawaban(akun.dewi, closeUnit, { params, body: isi(10) })
  })

  test('by people who will be placed there later', async () => {
    await addBaris(server, akun.wulan, 'penempatan', isiPenempatan(unit, hari(20)))
    expect((await close(10)).rincian).toMatchObject({ pegawai: 1 })
  })

  test('by an open proposal to place somebody there, and by an open nomination', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    await server.owner.query(
      `update usulan set jenis = 'penempatan', aksi = 'tambah', riwayat_id = null, sebelum = null,
         sesudah = $2 where id = $1`,
      [usulan.id, JSON.stringify(isiPenempatan(unit, hari(1)))],
    )
    await server.getJawaban(akun.dewi, proposeFasilitator, {
      body: { ...usulanWulan, unit: [unit] },
    })
    expect((await close(10)).rincian).toEqual({ pegawai: 0, usulan: 1, penunjukan: 1 })
  })
})

test('nobody is proposed into a unit for days on which it will be gone', async () => {
  await setTutup(20)
  const build = (dari: number, sampai: number | null) =>
    buildPermintaan(server, akun.wulan, {
      jenis: 'penempatan',
      sesudah: isiPenempatan(unit, hari(dari), sampai === null ? {} : { selesai: hari(sampai) }),
    })
  for (const [dari, sampai] of [
    [20, 30],
    [10, null],
    [10, 20],
  ] as const) {
    const body = await build(dari, sampai)
    const penolakan = await server.getPenolakan(akun.wulan, postUsulan, { body })
    expect(penolakan).toMatchObject({ kode: 'isian_tidak_sah', rincian: { kunci: ['unit'] } })
  }
  await server.getJawaban(akun.wulan, postUsulan, { body: await build(10, 19) })
})

describe('who looks after a unit', () => {
  test('does so until the day it closes, and then for the others of the same decree', async () => {
    await appointWulan(server, ['901.1', unit])
    await server.owner.query("update pegawai set unit_kerja = '901.2' where id = $1", [
      akun.bagus.pegawaiId,
    ])
    const cari = async () => {
      const body = { teks: akun.bagus.nama }
      return (await server.getJawaban(akun.wulan, searchPegawai, { body })).pegawai.length
    }
    await setTutup(1)
    expect(await cari()).toBe(1)
    await setTutup(0)
    expect(await cari()).toBe(0)
    expect((await readSesi(akun.wulan)).peran).toBe('fasilitator')
    // Taken back: nothing of the task was rewritten.
    await setTutup(1)
    expect(await cari()).toBe(1)
    await server.owner.query("update pegawai set unit_kerja = '901.1' where id = $1", [
      akun.bagus.pegawaiId,
    ])
  })

  test('of this unit alone is an employee like any other from that day on', async () => {
    await appointWulan(server, [unit])
    await setTutup(0)
    expect((await readSesi(akun.wulan)).peran).toBe('user_personal')
    const { fasilitator } = await server.getJawaban(akun.dewi, listFasilitator)
    const tugas = fasilitator.find(({ akunId }) => akunId === akun.wulan.id)
    expect(tugas?.keadaan).toBe('berakhir')
  })

  test('is not looked for any more once its closing is known', async () => {
    await setTutup(20)
    const body = { ...usulanWulan, unit: [unit] }
    const penolakan = await server.getPenolakan(akun.dewi, proposeFasilitator, { body })
    expect(penolakan.kode).toBe('unit_tidak_sah')
  })
})
