import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getHakCsv, listHak } from '@meja/core/api/akses.ts'
import { listAkunPegawai, setAktifAkun } from '@meja/core/api/akun.ts'
import { changeUnitFasilitator, listFasilitator } from '@meja/core/api/fasilitator.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { invitePegawai, printSurat } from '@meja/core/api/undangan.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.owner.query(
    `insert into unit_kerja (kode, perangkat_daerah, nama)
     values ('901.2', '901', 'Bidang Uji Selatan')`,
  )
})
afterAll(() => server.close())

const alasan = 'Uji coba'

describe('an account', () => {
  test('that nobody has opened shows the letter of its one person, and none once it is opened', async () => {
    const id = randomUUID()
    await server.owner.query(
      `insert into pegawai (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
       values ($1, '199001022015031777', 'Mega Uji Lazuardi', '901', '901.1', '{}')`,
      [id],
    )
    const read = async () => {
      const params = { pegawaiId: id }
      return (await server.getJawaban(akun.dewi, listAkunPegawai, { params })).akun
    }
    expect(await read()).toEqual([])
    await server.getJawaban(akun.dewi, invitePegawai, { body: { pegawai: [id] } })
    const [satu] = await read()
    expect(satu).toMatchObject({ diaktifkan: false, aktif: true })
    const params = { kodeAkunId: satu?.undangan?.kodeId ?? '' }
    await server.getJawaban(akun.dewi, printSurat, { params })
    await server.owner.query('begin')
    await server.owner.query(`select set_config('meja.akun_id', $1, true)`, [satu?.id])
    await server.owner.query(
      `update akun set kata_sandi_hash = (select kata_sandi_hash from akun where id = $2) where id = $1`,
      [satu?.id, akun.wulan.id],
    )
    await server.owner.query(`update kode_akun set dipakai_pada = now() where akun_id = $1`, [
      satu?.id,
    ])
    await server.owner.query('commit')
    expect(await read()).toMatchObject([{ diaktifkan: true, undangan: null }])
  })

  test('is closed with a reason, acts at once, and is opened again', async () => {
    const params = { akunId: akun.hadi.id }
    await server.getJawaban(akun.dewi, setAktifAkun, { params, body: { aktif: false, alasan } })
    expect((await server.getPenolakan(akun.hadi, getSesiSaya)).kode).toBe('sesi_berakhir')
    await server.getJawaban(akun.dewi, setAktifAkun, { params, body: { aktif: true, alasan } })
    await server.getJawaban(akun.hadi, getSesiSaya)
    const { rows } = await server.owner.query(
      "select aksi, rincian ->> 'alasan' as alasan from audit where objek = $1 order by urutan",
      [`akun:${akun.hadi.id}`],
    )
    expect(rows).toEqual([
      { aksi: 'akun.tutup', alasan },
      { aksi: 'akun.buka', alasan },
    ])
  })

  test('of oneself is nobody’s to close', async () => {
    const tutup = { params: { akunId: akun.dewi.id }, body: { aktif: false, alasan } }
    expect((await server.getPenolakan(akun.dewi, setAktifAkun, tutup)).kode).toBe(
      'pengelola_lain_diperlukan',
    )
  })

  test('is listed with its employee, for administrators only', async () => {
    const params = { pegawaiId: akun.rina.pegawaiId }
    const { akun: daftar } = await server.getJawaban(akun.dewi, listAkunPegawai, { params })
    expect(daftar).toMatchObject([{ namaPengguna: akun.rina.namaPengguna, peran: 'fasilitator' }])
    expect((await server.getPenolakan(akun.rina, listAkunPegawai, { params })).kode).toBe(
      'tidak_berwenang',
    )
  })
})

describe('the units of an assignment', () => {
  test('change from a day on; until then everything stays as it was', async () => {
    const findTugas = async () =>
      (await server.getJawaban(akun.dewi, listFasilitator)).fasilitator.filter(
        ({ akunId }) => akunId === akun.sari.id || akunId === akun.bagus.id,
      )
    const lama = (await findTugas()).find(({ akunId }) => akunId === akun.bagus.id)
    const params = { penugasanId: lama?.id ?? '' }
    const body = { unit: ['901.2'], mulai: '2026-01-01', alasan }
    await server.getJawaban(akun.dewi, changeUnitFasilitator, { params, body })
    const tugas = (await findTugas()).filter(({ akunId }) => akunId === akun.bagus.id)
    expect(tugas).toMatchObject([
      {
        unit: ['901.2'],
        mulai: '2026-01-01',
        keadaan: 'aktif',
        nomorKeputusan: lama?.nomorKeputusan,
      },
      { unit: null, sampai: '2025-12-31', keadaan: 'berakhir', alasanAkhir: alasan },
    ])
    const lagi = await server.getPenolakan(akun.dewi, changeUnitFasilitator, { params, body })
    expect(lagi.kode).toBe('penunjukan_usang')
    const asing = { ...body, unit: ['902.1'], mulai: '2026-02-01' }
    const salah = { params: { penugasanId: tugas[0]?.id ?? '' }, body: asing }
    expect((await server.getPenolakan(akun.dewi, changeUnitFasilitator, salah)).kode).toBe(
      'unit_tidak_sah',
    )
  })

  test('a closed account suspends the assignment, and the list says why', async () => {
    const { fasilitator } = await server.getJawaban(akun.dewi, listFasilitator)
    expect(fasilitator.find(({ akunId }) => akunId === akun.yanti.id)).toMatchObject({
      keadaan: 'ditangguhkan',
      sebabGugur: 'akun_ditutup',
    })
    expect(fasilitator.find(({ akunId }) => akunId === akun.tono.id)?.keadaan).toBe('berakhir')
  })
})

test('the review names every right that has not ended, with its basis, as a file too', async () => {
  const { hak } = await server.getJawaban(akun.dewi, listHak)
  expect(hak.find(({ akunId }) => akunId === akun.rina.id)).toMatchObject({
    hak: 'fasilitator',
    perangkatDaerah: 'Dinas Uji Selatan',
    dasar: '188/1/UJI/2020',
    mulai: '2020-01-01',
  })
  expect(hak.find(({ akunId }) => akunId === akun.joko.id)?.hak).toBe('administrator')
  expect(hak.map(({ akunId }) => akunId)).not.toContain(akun.tono.id)
  const csv = await server.inject(akun.dewi, getHakCsv)
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.body).toMatch(/^\uFEFFNama,Nama pengguna,Hak,/)
  expect(csv.body.split('\r\n')).toHaveLength(hak.length + 2)
})

test('no cell of the file begins a formula, whatever the record holds', async () => {
  await server.owner.query('update pegawai set nama = $1 where id = $2', [
    '=HYPERLINK("//contoh")',
    akun.rina.pegawaiId,
  ])
  const { body } = await server.inject(akun.dewi, getHakCsv)
  expect(body).toContain(`"'=HYPERLINK(""//contoh"")"`)
  expect(body).not.toMatch(/(^|,)"?[=+@]/m)
})
