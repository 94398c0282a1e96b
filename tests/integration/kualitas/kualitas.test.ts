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
