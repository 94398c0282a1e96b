import { afterAll, beforeAll, expect, test } from 'vitest'
import { getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, signPaktaAs, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addRiwayat, addUsulan, buildKeputusan, contohIsi } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function readVersiPegawai(satu: Akun): Promise<number> {
  const { rows } = await server.owner.query<{ versi: number }>(
    'select versi from pegawai where id = $1',
    [satu.pegawaiId],
  )
  return rows[0]?.versi ?? 0
}

async function listRiwayat(satu: Akun, jenis: string) {
  const { rows } = await server.owner.query(
    `select id, isi, status, sumber, versi, menggantikan, usulan_id from riwayat
     where pegawai_id = $1 and jenis = $2 order by dibuat_pada, id`,
    [satu.pegawaiId, jenis],
  )
  return rows
}

test('an addition of an ordinary kind is in the record at the decision of the facilitator', async () => {
  const versi = await readVersiPegawai(akun.wulan)
  const usulan = await addUsulan(server, akun.wulan, { jenis: 'gaji' })
  const resi = await server.getJawaban(akun.rina, postKeputusan, { body: buildKeputusan(usulan) })
  expect(resi.status).toBe('valid')
  const riwayat = await listRiwayat(akun.wulan, 'gaji')
  expect(riwayat).toHaveLength(1)
  expect(riwayat[0]).toMatchObject({
    isi: usulan.sesudah,
    status: 'valid',
    sumber: 'ess',
    usulan_id: usulan.id,
    menggantikan: null,
  })
  expect(await readVersiPegawai(akun.wulan)).toBe(versi + 1)
})

test('a correction replaces the row, and the old row stays readable as replaced', async () => {
  const riwayatId = await addRiwayat(server, akun.hadi, 'gaji')
  const usulan = await addUsulan(server, akun.hadi, { jenis: 'gaji', riwayatId })
  await server.getJawaban(akun.sari, postKeputusan, { body: buildKeputusan(usulan) })
  const riwayat = await listRiwayat(akun.hadi, 'gaji')
  expect(riwayat).toHaveLength(2)
  expect(riwayat.find((satu) => satu.id === riwayatId)).toMatchObject({
    isi: contohIsi.gaji,
    status: 'digantikan',
    versi: 2,
  })
  expect(riwayat.find((satu) => satu.id !== riwayatId)).toMatchObject({
    isi: usulan.sesudah,
    status: 'valid',
    menggantikan: riwayatId,
  })
})

test('a key kind changes the record only after an administrator has looked too', async () => {
  const usulan = await addUsulan(server, akun.wulan, { jenis: 'pangkat' })
  const versi = await readVersiPegawai(akun.wulan)
  const pertama = await server.getJawaban(akun.rina, postKeputusan, {
    body: buildKeputusan(usulan),
  })
  expect(pertama.status).toBe('terverifikasi_1')
  expect(await listRiwayat(akun.wulan, 'pangkat')).toEqual([])
  expect(await readVersiPegawai(akun.wulan)).toBe(versi)

  const { versi: versiKini } = await server.getJawaban(akun.dewi, getKasus, {
    params: { usulanId: usulan.id },
  })
  const body = buildKeputusan({ ...usulan, versi: versiKini })
  const kedua = await server.getJawaban(akun.dewi, postKeputusan, { body })
  expect(kedua).toMatchObject({ status: 'valid', versi: 3 })
  expect(await listRiwayat(akun.wulan, 'pangkat')).toMatchObject([
    { isi: usulan.sesudah, status: 'valid', sumber: 'ess' },
  ])
  expect(await readVersiPegawai(akun.wulan)).toBe(versi + 1)
})

test('one person with two accounts is not two pairs of eyes', async () => {
  const kedua: Akun = {
    ...akun.rina,
    id: '00000000-0000-4000-8000-000000009001',
    peran: 'administrator',
  }
  await server.owner.query(
    `insert into akun (id, pegawai_id, nama_pengguna, kata_sandi_hash, peran)
     values ($1, $2, 'administrator.rina', '$argon2id$', 'administrator')`,
    [kedua.id, kedua.pegawaiId],
  )
  await signPaktaAs(server.owner, kedua)
  const usulan = await addUsulan(server, akun.wulan, {
    jenis: 'pangkat',
    sesudah: { ...contohIsi.pangkat, golongan: 'III/b', tmtGolongan: '2021-10-01' },
  })
  await server.getJawaban(akun.rina, postKeputusan, { body: buildKeputusan(usulan) })
  const body = buildKeputusan({ ...usulan, versi: 2 })
  expect(await server.getPenolakan(kedua, postKeputusan, { body })).toMatchObject({
    kode: 'tidak_berwenang',
  })
  expect((await server.getJawaban(akun.dewi, postKeputusan, { body })).status).toBe('valid')
})

test('a decision on a row that was replaced in the meantime is refused and changes nothing', async () => {
  const riwayatId = await addRiwayat(server, akun.hadi, 'gaji')
  const pertama = await addUsulan(server, akun.hadi, { jenis: 'gaji', riwayatId })
  const kedua = await addUsulan(server, akun.hadi, { jenis: 'gaji', riwayatId })
  await server.getJawaban(akun.sari, postKeputusan, { body: buildKeputusan(pertama) })
  const sebelum = await listRiwayat(akun.hadi, 'gaji')
  const body = buildKeputusan(kedua)
  expect(await server.getPenolakan(akun.sari, postKeputusan, { body })).toMatchObject({
    kode: 'keputusan_usang',
  })
  expect(await listRiwayat(akun.hadi, 'gaji')).toEqual(sebelum)
})

test('of a kind with one row only one stays valid, also when two are decided at the same moment', async () => {
  const usulan = await Promise.all(
    Array.from({ length: 4 }, () => addUsulan(server, akun.wulan, { jenis: 'kartu_keluarga' })),
  )
  await Promise.all(
    usulan.map((satu, nol) =>
      server.getJawaban(nol % 2 === 0 ? akun.rina : akun.bagus, postKeputusan, {
        body: buildKeputusan(satu),
      }),
    ),
  )
  const riwayat = await listRiwayat(akun.wulan, 'kartu_keluarga')
  expect(riwayat).toHaveLength(4)
  expect(riwayat.filter((satu) => satu.status === 'valid')).toHaveLength(1)
})
