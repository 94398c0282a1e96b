import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getKelengkapan, getKualitas, listKualitasPegawai } from '@meja/core/api/kualitas.ts'
import { connectDatabase, type Database } from '../../../api-server/database/connection.ts'
import { refreshTurunan } from '../../../api-server/turunan/refresh-turunan.ts'
import { akun, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { propose, verify } from '../../support/permintaan-usulan.ts'
import { addBaris, fillIsi, isiFungsional } from '../../support/riwayat.ts'
import { getOwnerUrl, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let database: Database
beforeAll(async () => {
  server = await startTestServer()
  database = connectDatabase(getOwnerUrl(server), 1)
  await refreshTurunan(database)
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const kartu = fillIsi('kartu_keluarga', {
  nomorKk: '3578000000000001',
  nik: '3578000000000002',
  jalan: 'Jalan Uji 1',
})
const readLengkap = (siapa: Akun, pemilik: Akun) =>
  server.getJawaban(siapa, getKelengkapan, { params: { pegawaiId: pemilik.pegawaiId } })

const readKantor = async (siapa: Akun) => {
  const { bagian } = await server.getJawaban(siapa, getKualitas, { query: {} })
  return new Map(bagian.map((satu) => [satu.kode, satu]))
}

describe('completeness of one record', () => {
  test('says what is missing in each group, and grows when it is verified', async () => {
    const sebelum = await readLengkap(akun.wulan, akun.wulan)
    const kurang = sebelum.kekurangan.filter(({ jenis }) => jenis === 'kartu_keluarga')
    expect(kurang.map(({ apa, kunci }) => [apa, kunci])).toEqual([
      ['isian', 'nomorKk'],
      ['isian', 'nik'],
      ['isian', 'jalan'],
      ['bukti', null],
    ])
    const { id } = await propose(server, akun.wulan, akun.wulan, {
      jenis: 'kartu_keluarga',
      sesudah: kartu,
    })
    await verify(server, akun.rina, id)
    const sesudah = await readLengkap(akun.wulan, akun.wulan)
    expect(sesudah.kelompok.pribadi).toBeGreaterThan(sebelum.kelompok.pribadi)
    expect(sesudah.total).toBeGreaterThan(sebelum.total)
    // The scan of the test is of another kind of paper: the row stands, its proof is still wanted.
    expect(sesudah.kekurangan.filter(({ jenis }) => jenis === 'kartu_keluarga')).toMatchObject([
      { apa: 'bukti', kunci: null, riwayatId: expect.any(String) },
    ])
  })

  test('marks what only administrators enter, and counts a confidential row without telling of it', async () => {
    const kurang = (await readLengkap(akun.wulan, akun.wulan)).kekurangan
    expect(kurang.filter(({ jenis }) => jenis === 'kedudukan')).toMatchObject([
      { olehAdministrator: true, kunci: 'kedudukanHukum', riwayatId: null },
      { olehAdministrator: true, kunci: 'tmt', riwayatId: null },
      { olehAdministrator: true, apa: 'bukti', riwayatId: null },
    ])
    await addBaris(
      server,
      akun.wulan,
      'kedudukan',
      fillIsi('kedudukan', { kedudukanHukum: '02', tmt: '2024-01-01' }),
    )
    const sesudah = (await readLengkap(akun.rina, akun.wulan)).kekurangan
    expect(sesudah.filter(({ jenis }) => jenis === 'kedudukan')).toMatchObject([
      { apa: 'bukti', riwayatId: null },
    ])
  })

  test('is nobody else’s business: not a colleague’s, not another office’s', async () => {
    for (const [siapa, pemilik] of [
      [akun.wulan, akun.rina],
      [akun.sari, akun.wulan],
    ] as const) {
      expect(
        await server.getPenolakan(siapa, getKelengkapan, {
          params: { pegawaiId: pemilik.pegawaiId },
        }),
      ).toMatchObject({ kode: 'tidak_ditemukan' })
    }
  })

  test('tells of unpaid leave that has run out to administrators only, as of the daily run', async () => {
    const cltn = {
      nomorSk: '850/1/UJI/2020',
      tanggalMulai: '2020-01-01',
      tanggalSelesai: '2021-01-01',
    }
    await addBaris(server, akun.tono, 'cltn', fillIsi('cltn', cltn))
    await server.owner.query('update pegawai set versi = versi + 1 where id = $1', [
      akun.tono.pegawaiId,
    ])
    await refreshTurunan(database)
    const { kualitas } = await readLengkap(akun.dewi, akun.tono)
    expect(kualitas.rahasia?.gagal).toEqual(['TIM_6'])
    expect((await readLengkap(akun.rina, akun.tono)).kualitas.rahasia).toBeNull()
    const gagal = async (siapa: Akun, kode: string) =>
      (await readKantor(siapa)).get(kode)?.gagal.map((satu) => satu.kode)
    expect(await gagal(akun.dewi, '901')).toContain('TIM_6')
    expect(await gagal(akun.rina, '901.1')).not.toContain('TIM_6')
  })
})

describe('of offices and units', () => {
  test('a decision changes the sums of its unit at once, by exactly one person', async () => {
    const sebelum = (await readKantor(akun.dewi)).get('902')
    const kurang = (satu: typeof sebelum) =>
      satu?.gagal.find(({ kode }) => kode === 'COM_2')?.jumlah ?? 0
    const { id } = await propose(server, akun.hadi, akun.hadi, {
      jenis: 'jabatan',
      sesudah: isiFungsional('Analis Ahli Muda', 'MUDA', '2020-01-01'),
    })
    await verify(server, akun.sari, id)
    await verify(server, akun.dewi, id)
    const sesudah = (await readKantor(akun.dewi)).get('902')
    expect(kurang(sesudah)).toBe(kurang(sebelum) - 1)
    expect(sesudah?.dinilai).toBe(sebelum?.dinilai)
    expect(sesudah?.kelengkapan?.total).toBeGreaterThan(sebelum?.kelengkapan?.total ?? 100)
  })

  test('an administrator sees offices and their units, a fasilitator the units of the own office', async () => {
    expect([...(await readKantor(akun.dewi)).keys()]).toEqual(['901', '902'])
    expect([...(await readKantor(akun.sari)).keys()]).toEqual(['902.1'])
    const query = { perangkatDaerah: perangkatDaerah.selatan.kode }
    expect(await server.getPenolakan(akun.sari, getKualitas, { query })).toMatchObject({
      kode: 'tidak_ditemukan',
    })
    const { induk, bagian } = await server.getJawaban(akun.dewi, getKualitas, { query })
    expect(induk).toMatchObject({ kode: '901', pegawai: bagian[0]?.pegawai })
  })

  test('people of a unit come worst first, in pages, and by one indicator', async () => {
    const params = { unitKerja: perangkatDaerah.selatan.unit }
    const semua = await server.getJawaban(akun.rina, listKualitasPegawai, { params, query: {} })
    const skor = semua.pegawai.map(({ kualitas }) => kualitas)
    expect(skor).toEqual(skor.toSorted((a, b) => a - b))
    const halaman = []
    let setelah: string | undefined
    for (;;) {
      const satu = await server.getJawaban(akun.rina, listKualitasPegawai, {
        params,
        query: { batas: 2, ...(setelah !== undefined && { setelah }) },
      })
      halaman.push(...satu.pegawai)
      setelah = satu.pegawai.at(-1)?.id
      if (!satu.berlanjut) break
    }
    expect(halaman).toEqual(semua.pegawai)
    const { pegawai } = await server.getJawaban(akun.rina, listKualitasPegawai, {
      params,
      query: { indikator: 'COM_2' },
    })
    expect(pegawai.length).toBeGreaterThan(0)
    expect(pegawai.every(({ gagal }) => gagal.includes('COM_2'))).toBe(true)
    expect(
      await server.getPenolakan(akun.sari, listKualitasPegawai, { params, query: {} }),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
  })
})

describe('what no history says', () => {
  const gagal = async (pemilik: Akun) => (await readLengkap(akun.dewi, pemilik)).kualitas.gagal

  test('an e-mail and a number count once their owner brought them; nobody reads which', async () => {
    expect(await gagal(akun.bagus)).toEqual(expect.arrayContaining(['COM_6', 'COM_7']))
    const kurang = (await readLengkap(akun.rina, akun.bagus)).kekurangan
    expect(kurang.filter(({ jenis }) => jenis === 'akun').map(({ kunci }) => kunci)).toEqual([
      'surel',
      'nomorHp',
    ])
    const { owner } = server
    await refreshTurunan(database)
    await owner.query('begin')
    await owner.query("select set_config('meja.akun_id', $1, true)", [akun.bagus.id])
    await owner.query("update akun set surel = 'bagus@contoh.invalid' where id = $1", [
      akun.bagus.id,
    ])
    await owner.query('commit')
    expect(await gagal(akun.bagus)).not.toContain('COM_6')
    // The sums follow with the daily run, which knows whom it has to look at.
    expect(await refreshTurunan(database)).toBe(1)
    const jawaban = await server.inject(akun.rina, getKelengkapan, {
      params: { pegawaiId: akun.bagus.pegawaiId },
    })
    expect(jawaban.body).not.toContain('bagus@contoh.invalid')
  })

  test('people of a unit that was closed are flagged TIM_1, and not moved (invariant 7)', async () => {
    const { owner } = server
    expect(await gagal(akun.sari)).not.toContain('TIM_1')
    await owner.query("update unit_kerja set ditutup_pada = '2026-01-01' where kode = '902.1'")
    expect(await gagal(akun.sari)).toContain('TIM_1')
    expect(await refreshTurunan(database)).toBeGreaterThan(0)
    const kantor = (await readKantor(akun.dewi)).get('902')
    expect(kantor?.gagal.find(({ kode }) => kode === 'TIM_1')?.jumlah).toBe(kantor?.pegawai)
    const { rows } = await owner.query('select unit_kerja as unit from pegawai where id = $1', [
      akun.sari.pegawaiId,
    ])
    expect(rows).toEqual([{ unit: '902.1' }])
    await owner.query("update unit_kerja set ditutup_pada = null where kode = '902.1'")
    await refreshTurunan(database)
  })

  test('a NIK that is there and sound is valid until Dukcapil says otherwise (ACC_5)', async () => {
    expect(await gagal(akun.joko)).toContain('ACC_5')
    await addBaris(
      server,
      akun.joko,
      'kartu_keluarga',
      fillIsi('kartu_keluarga', {
        nomorKk: '3578010101100001',
        nik: '3578011703850001',
        jalan: 'Jalan Uji 2',
      }),
    )
    expect(await gagal(akun.joko)).not.toContain('ACC_5')
  })
})

describe('a fasilitator bound to units', () => {
  test('sees the sums of these units alone, and their people', async () => {
    const { owner } = server
    await owner.query(
      "insert into unit_kerja (kode, perangkat_daerah, nama) values ('901.9', '901', 'Bidang Lain')",
    )
    await owner.query("update pegawai set unit_kerja = '901.9' where id = $1", [
      akun.tono.pegawaiId,
    ])
    await refreshTurunan(database, { semua: true })
    const luas = await readKantor(akun.rina)
    expect([...luas.keys()].toSorted()).toEqual(['901.1', '901.9'])
    await owner.query("update penugasan_fasilitator set unit = '{901.9}' where akun_id = $1", [
      akun.bagus.id,
    ])
    const sempit = await server.getJawaban(akun.bagus, getKualitas, { query: {} })
    expect(sempit.bagian.map(({ kode }) => kode)).toEqual(['901.9'])
    expect(sempit.bagian[0]).toEqual(luas.get('901.9'))
    // The whole is the sum of what is seen, never of the office.
    expect(sempit.induk.pegawai).toBe(1)
    const params = { unitKerja: '901.1' }
    const lain = await server.getJawaban(akun.bagus, listKualitasPegawai, { params, query: {} })
    // Nobody there but oneself, who is an employee like any other.
    expect(lain.pegawai.map(({ id }) => id)).toEqual([akun.bagus.pegawaiId])
    const { pegawai } = await server.getJawaban(akun.bagus, listKualitasPegawai, {
      params: { unitKerja: '901.9' },
      query: {},
    })
    expect(pegawai.map(({ id }) => id)).toEqual([akun.tono.pegawaiId])
  })
})
