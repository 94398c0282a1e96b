import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IsiRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { getUsulan, listUsulanPegawai, postUsulan, withdrawUsulan } from '@meja/core/api/usulan.ts'
import { getAntrean, getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { buildPermintaan, propose, readRekam, verify } from '../../support/permintaan-usulan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addRiwayat, addUsulan, buildPengembalian, contohIsi } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const pernikahan = {
  nama: 'Pasangan Uji',
  tanggalLahir: '1986-01-02',
  tanggalNikah: '2011-05-06',
  nomorAkta: '11/UJI/2011',
}

describe('a change of a row that exists', () => {
  test('wants a reason, and names the row', async () => {
    const riwayatId = await addRiwayat(server, akun.wulan, 'gaji')
    const tanpa = await buildPermintaan(server, akun.wulan, { aksi: 'koreksi', riwayatId })
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body: tanpa })).toMatchObject({
      kode: 'isian_tidak_sah',
      rincian: { kunci: ['alasan'] },
    })
    for (const ubah of [
      { aksi: 'koreksi' as const, alasan: 'Salah ketik' },
      { aksi: 'tambah' as const, riwayatId },
    ]) {
      const body = await buildPermintaan(server, akun.wulan, ubah)
      expect(await server.getPenolakan(akun.wulan, postUsulan, { body })).toMatchObject({
        kode: 'permintaan_tidak_sah',
      })
    }
  })

  test('ends it on a day, which then stands in the record; without the day it is refused', async () => {
    const riwayatId = await addRiwayat(server, akun.wulan, 'pasangan', pernikahan)
    const akhiri = {
      jenis: 'pasangan' as const,
      aksi: 'akhiri' as const,
      riwayatId,
      alasan: 'Cerai',
    }
    const tanpa = await buildPermintaan(server, akun.wulan, {
      ...akhiri,
      sesudah: pernikahanLengkap({}),
    })
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body: tanpa })).toMatchObject({
      kode: 'isian_tidak_sah',
      rincian: { kunci: ['tanggalBerakhir'] },
    })
    const sesudah = pernikahanLengkap({ tanggalBerakhir: '2024-02-03' })
    const { id } = await propose(server, akun.wulan, akun.wulan, { ...akhiri, sesudah })
    await verify(server, akun.rina, id)
    const baris = (await readRekam(server, akun.wulan, akun.wulan)).baris.find(
      (satu) => satu.menggantikan === riwayatId,
    )
    expect(baris).toMatchObject({
      berlakuDari: '2011-05-06',
      berlakuSampai: '2024-02-03',
      alasan: 'Cerai',
      sumber: 'ess',
    })
  })

  test('withdraws it: gone from the present record, kept with its reason in the whole one', async () => {
    const riwayatId = await addRiwayat(server, akun.hadi, 'gaji')
    const { id } = await propose(server, akun.hadi, akun.hadi, {
      aksi: 'cabut',
      riwayatId,
      sesudah: {},
      alasan: 'Milik pegawai lain',
    })
    await verify(server, akun.sari, id)
    const kini = await readRekam(server, akun.hadi, akun.hadi)
    expect(kini.baris.map((satu) => satu.id)).not.toContain(riwayatId)
    const semua = await readRekam(server, akun.hadi, akun.hadi, { semua: 'true' })
    expect(semua.baris.find((satu) => satu.id === riwayatId)).toMatchObject({
      status: 'dicabut',
      isi: contohIsi.gaji,
      alasan: 'Milik pegawai lain',
    })
  })
})

function pernikahanLengkap(ubah: IsiRiwayat): IsiRiwayat {
  return { ...pernikahan, pekerjaan: null, tanggalBerakhir: null, ...ubah }
}

describe('who writes what (record model, class)', () => {
  test('a fasilitator enters a rank on behalf, but no family row', async () => {
    const usulan = await propose(server, akun.rina, akun.wulan, {
      jenis: 'pangkat',
      sesudah: contohIsi.pangkat,
    })
    const kasus = await server.getJawaban(akun.bagus, getKasus, { params: { usulanId: usulan.id } })
    expect(kasus.sumber).toBe('fasilitator')
    const keluarga = await buildPermintaan(server, akun.wulan, {
      jenis: 'kartu_keluarga',
      sesudah: contohIsi.kartu_keluarga,
    })
    expect(await server.getPenolakan(akun.rina, postUsulan, { body: keluarga })).toMatchObject({
      kode: 'tidak_berwenang',
    })
  })

  test('what one entered on behalf is not in the own queue, and is refused by the database too', async () => {
    const { id } = await propose(server, akun.rina, akun.wulan)
    const idAntrean = async (siapa: Akun) =>
      (await server.getJawaban(siapa, getAntrean)).usulan.map((satu) => satu.id)
    expect(await idAntrean(akun.rina)).not.toContain(id)
    expect(await idAntrean(akun.bagus)).toContain(id)
    await expect(
      server.owner.query(
        `insert into keputusan_verifikasi (id, transaction_id, usulan_id, versi_usulan,
           perangkat_daerah, akun_id, pegawai_pemutus, pegawai_pengusul, hasil, isi, sidik, resi,
           diputuskan_pada, diterima_pada)
         values (gen_random_uuid(), gen_random_uuid(), $1, 1, '901', $2, $3, $4, 'dikembalikan',
           '{}', repeat('0', 64), '{}', now(), now())`,
        [id, akun.rina.id, akun.rina.pegawaiId, akun.wulan.pegawaiId],
      ),
    ).rejects.toThrow(/pengusul tidak memutus/)
  })
})

describe('a returned proposal', () => {
  test('tells the employee field, reason and spot, and is mended once', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const pin = { dokumenId: usulan.dokumen[0]?.id ?? '', halaman: 1, x: 0.2, y: 0.4 }
    const penilaian = [
      {
        kunci: 'nomorSk',
        nilai: 'tidak_sesuai' as const,
        alasan: 'berbeda_dengan_pindaian' as const,
        pin,
      },
    ]
    const body = buildPengembalian(usulan, { penilaian })
    await server.getJawaban(akun.rina, postKeputusan, { body })
    const dibaca = await server.getJawaban(akun.wulan, getUsulan, {
      params: { usulanId: usulan.id },
    })
    expect(dibaca.keputusan).toMatchObject([{ hasil: 'dikembalikan', penilaian }])

    const baru = await propose(server, akun.wulan, akun.wulan, { memperbaiki: usulan.id })
    const kedua = await buildPermintaan(server, akun.wulan, { memperbaiki: usulan.id })
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body: kedua })).toMatchObject({
      kode: 'keputusan_usang',
    })
    const daftar = await server.getJawaban(akun.wulan, listUsulanPegawai, {
      params: { pegawaiId: akun.wulan.pegawaiId },
    })
    expect(daftar.usulan.find((satu) => satu.id === usulan.id)).toMatchObject({
      status: 'dikembalikan',
      diperbaikiOleh: baru.id,
    })
  })
})

describe('taking a proposal back', () => {
  test('is for the employee or whoever entered it, once, and before it is verified', async () => {
    const usulan = await propose(server, akun.wulan, akun.wulan)
    const masukan = { params: { usulanId: usulan.id }, body: { versi: 1 } }
    expect(await server.getPenolakan(akun.rina, withdrawUsulan, masukan)).toMatchObject({
      kode: 'tidak_ditemukan',
    })
    const pertama = await server.getJawaban(akun.wulan, withdrawUsulan, masukan)
    expect(pertama).toEqual({ id: usulan.id, versi: 2, status: 'dicabut' })
    expect(await server.getJawaban(akun.wulan, withdrawUsulan, masukan)).toEqual(pertama)
    expect(
      await server.getPenolakan(akun.wulan, withdrawUsulan, { ...masukan, body: { versi: 2 } }),
    ).toMatchObject({ kode: 'sudah_diputuskan' })

    const diputus = await propose(server, akun.wulan, akun.wulan)
    await verify(server, akun.rina, diputus.id)
    expect(
      await server.getPenolakan(akun.wulan, withdrawUsulan, {
        params: { usulanId: diputus.id },
        body: { versi: 2 },
      }),
    ).toMatchObject({ kode: 'sudah_diputuskan' })
  })
})

test('a kind that needs proof is not proposed without', async () => {
  const body = await buildPermintaan(server, akun.wulan, { dokumenIds: [] })
  expect(await server.getPenolakan(akun.wulan, postUsulan, { body })).toMatchObject({
    kode: 'bukti_kurang',
  })
})
