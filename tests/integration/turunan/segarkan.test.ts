import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase, type Database } from '../../../api-server/database/connection.ts'
import { refreshTurunan } from '../../../api-server/turunan/refresh-turunan.ts'
import { akun } from '../../support/kantor.ts'
import {
  addBaris,
  fillIsi,
  isiFungsional,
  isiPangkat,
  isiPenempatan,
  readTurunan,
} from '../../support/riwayat.ts'
import { getOwnerUrl, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let database: Database
beforeAll(async () => {
  server = await startTestServer()
  database = connectDatabase(getOwnerUrl(server), 1)
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

const listKualitas = async () => {
  const { rows } = await server.owner.query<{
    rahasia: Record<string, number>
    terbuka: Record<string, number>
  }>(
    `select r.ukuran as rahasia, q.ukuran as terbuka from kualitas_rahasia r
     join kualitas_pegawai q using (pegawai_id) where pegawai_id = $1`,
    [akun.wulan.pegawaiId],
  )
  return rows[0]
}

test('the first run derives everybody; a second finds nothing to do', async () => {
  await addBaris(server, akun.wulan, 'pangkat', isiPangkat('III/c', '2022-04-01'))
  expect(await refreshTurunan(database)).toBe(Object.keys(akun).length)
  expect((await readTurunan(server, akun.wulan)).nilai['golongan']).toBe('III/c')
  expect(await refreshTurunan(database)).toBe(0)
})

test('whose day is over is derived anew, and the placement of today moves the person', async () => {
  await addBaris(server, akun.wulan, 'penempatan', isiPenempatan('902.1', '2024-01-01'))
  await server.owner.query(
    `update pegawai set turunan_per = '2023-12-30', turunan_sampai = '2023-12-31' where id = $1`,
    [akun.wulan.pegawaiId],
  )
  expect(await refreshTurunan(database)).toBe(1)
  expect((await readTurunan(server, akun.wulan)).unit).toBe('902.1')
})

test('a new program version derives everybody, and counts nobody twice', async () => {
  const hitung = `select unit_kerja, ukuran, jumlah from hitungan_unit where jumlah <> 0 order by 1, 2`
  const sebelum = (await server.owner.query(hitung)).rows
  expect(await refreshTurunan(database, { semua: true })).toBe(Object.keys(akun).length)
  expect((await server.owner.query(hitung)).rows).toEqual(sebelum)
})

test('indicators on confidential rows stand apart from those that a fasilitator reads (P10.2c)', async () => {
  const cltn = {
    nomorSk: '850/1/UJI/2020',
    tanggalMulai: '2020-01-01',
    tanggalSelesai: '2021-01-01',
  }
  await addBaris(server, akun.wulan, 'cltn', fillIsi('cltn', cltn))
  await addBaris(
    server,
    akun.wulan,
    'jabatan',
    isiFungsional('Analis Ahli Muda', 'MUDA', '2015-01-01'),
  )
  await server.owner.query('update pegawai set versi = versi + 1 where id = $1', [
    akun.wulan.pegawaiId,
  ])
  await refreshTurunan(database)
  const kualitas = await listKualitas()
  expect(kualitas?.rahasia).toEqual({ TIM_6: 1 })
  expect(Object.keys(kualitas?.terbuka ?? {})).not.toContain('TIM_6')
})
