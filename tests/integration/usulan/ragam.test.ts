import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IsiRiwayat, JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { getRekam, openRekamRahasia } from '@meja/core/api/rekam.ts'
import { getUsulan, listUsulanPegawai, postUsulan, withdrawUsulan } from '@meja/core/api/usulan.ts'
import { getAntrean, getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  addDokumen,
  addRiwayat,
  addUsulan,
  buildKeputusanKasus,
  buildPengembalian,
  contohIsi,
} from '../../support/usulan.ts'

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

type Ubahan = {
  jenis?: JenisRiwayat
  aksi?: 'tambah' | 'koreksi' | 'akhiri' | 'cabut'
  riwayatId?: string | null
  sesudah?: IsiRiwayat
  alasan?: string
  memperbaiki?: string
  dokumenIds?: string[]
}

async function build(pemilik: Akun, ubah: Ubahan = {}) {
  return {
    transactionId: randomUUID(),
    pegawaiId: pemilik.pegawaiId,
    jenis: 'gaji' as JenisRiwayat,
    aksi: 'tambah' as const,
    riwayatId: null,
    sesudah: contohIsi.gaji,
    dokumenIds: [(await addDokumen(server, pemilik)).id],
    pernyataanBenar: true as const,
    ...ubah,
  }
}

async function propose(siapa: Akun, pemilik: Akun, ubah: Ubahan = {}) {
  return server.getJawaban(siapa, postUsulan, { body: await build(pemilik, ubah) })
}

/** "Sesuai" of everything, by somebody who opened the case. */
async function verify(siapa: Akun, usulanId: string) {
  const kasus = await server.getJawaban(siapa, getKasus, { params: { usulanId } })
  return server.getJawaban(siapa, postKeputusan, { body: buildKeputusanKasus(kasus) })
}

function readRekam(siapa: Akun, pemilik: Akun, query: { per?: string; semua?: string } = {}) {
  return server.getJawaban(siapa, getRekam, {
    params: { pegawaiId: pemilik.pegawaiId },
    query,
  })
}

describe('a change of a row that exists', () => {
  test('wants a reason, and names the row', async () => {
    const riwayatId = await addRiwayat(server, akun.wulan, 'gaji')
    const tanpa = await build(akun.wulan, { aksi: 'koreksi', riwayatId })
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body: tanpa })).toMatchObject({
      kode: 'isian_tidak_sah',
      rincian: { kunci: ['alasan'] },
    })
    for (const ubah of [
      { aksi: 'koreksi' as const, alasan: 'Salah ketik' },
      { aksi: 'tambah' as const, riwayatId },
    ]) {
      const body = await build(akun.wulan, ubah)
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
    const tanpa = await build(akun.wulan, { ...akhiri, sesudah: pernikahanLengkap({}) })
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body: tanpa })).toMatchObject({
      kode: 'isian_tidak_sah',
      rincian: { kunci: ['tanggalBerakhir'] },
    })
    const sesudah = pernikahanLengkap({ tanggalBerakhir: '2024-02-03' })
    const { id } = await propose(akun.wulan, akun.wulan, { ...akhiri, sesudah })
    await verify(akun.rina, id)
    const baris = (await readRekam(akun.wulan, akun.wulan)).baris.find(
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
    const { id } = await propose(akun.hadi, akun.hadi, {
      aksi: 'cabut',
      riwayatId,
      sesudah: {},
      alasan: 'Milik pegawai lain',
    })
    await verify(akun.sari, id)
    const kini = await readRekam(akun.hadi, akun.hadi)
    expect(kini.baris.map((satu) => satu.id)).not.toContain(riwayatId)
    const semua = await readRekam(akun.hadi, akun.hadi, { semua: 'true' })
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

test('the record as of any moment shows what was known then, each fact once', async () => {
  const riwayatId = await addRiwayat(server, akun.rina, 'gaji')
  const sebelum = new Date().toISOString()
  const sesudah = { ...contohIsi.gaji, gajiPokok: '3999900' }
  const { id } = await propose(akun.rina, akun.rina, {
    aksi: 'koreksi',
    riwayatId,
    sesudah,
    alasan: 'Salah ketik',
  })
  await verify(akun.bagus, id)
  const dahulu = (await readRekam(akun.rina, akun.rina, { per: sebelum })).baris
  const kini = (await readRekam(akun.rina, akun.rina)).baris
  expect(dahulu.map(({ isi, status }) => [isi['gajiPokok'], status])).toEqual([
    ['3456700', 'valid'],
  ])
  expect(kini.map(({ isi, status }) => [isi['gajiPokok'], status])).toEqual([['3999900', 'valid']])
  expect(kini[0]).toMatchObject({
    verifikasi: { oleh: akun.bagus.namaPengguna, metode: 'asli' },
    dokumen: [{ jenis: 'SK_KGB', kembar: expect.any(Number) as number }],
  })
})

describe('who writes what (record model, class)', () => {
  test('a fasilitator enters a rank on behalf, but no family row', async () => {
    const usulan = await propose(akun.rina, akun.wulan, {
      jenis: 'pangkat',
      sesudah: contohIsi.pangkat,
    })
    const kasus = await server.getJawaban(akun.bagus, getKasus, { params: { usulanId: usulan.id } })
    expect(kasus.sumber).toBe('fasilitator')
    const keluarga = await build(akun.wulan, {
      jenis: 'kartu_keluarga',
      sesudah: contohIsi.kartu_keluarga,
    })
    expect(await server.getPenolakan(akun.rina, postUsulan, { body: keluarga })).toMatchObject({
      kode: 'tidak_berwenang',
    })
  })

  test('what one entered on behalf is not in the own queue, and is refused by the database too', async () => {
    const { id } = await propose(akun.rina, akun.wulan)
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

describe('confidential kinds (P10.2c)', () => {
  const hukuman = { jenis: 'hukuman_disiplin' as const, sesudah: contohIsi.hukuman_disiplin }

  test('are written by administrators only, and another administrator looks', async () => {
    const dokumenIds = [(await addDokumen(server, akun.wulan)).id]
    for (const siapa of [akun.wulan, akun.rina]) {
      const body = await build(akun.wulan, { ...hukuman, dokumenIds })
      expect(await server.getPenolakan(siapa, postUsulan, { body })).toMatchObject({
        kode: 'tidak_berwenang',
      })
    }
    const { id } = await propose(akun.dewi, akun.wulan, hukuman)
    const antrean = await server.getJawaban(akun.joko, getAntrean)
    expect(antrean.usulan.map((satu) => satu.id)).toContain(id)
    expect(
      await server.getPenolakan(akun.rina, getKasus, { params: { usulanId: id } }),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
    expect((await verify(akun.joko, id)).status).toBe('valid')
  })

  test('are in nobody\u2019s open record; an administrator says what for, and it is logged', async () => {
    const { id } = await propose(akun.dewi, akun.hadi, hukuman)
    await verify(akun.joko, id)
    for (const siapa of [akun.hadi, akun.sari, akun.joko]) {
      const { baris } = await readRekam(siapa, akun.hadi, { semua: 'true' })
      expect(baris.map((satu) => satu.jenis)).not.toContain('hukuman_disiplin')
    }
    const tujuan = 'Pemeriksaan syarat kenaikan pangkat'
    const { baris } = await server.getJawaban(akun.joko, openRekamRahasia, {
      params: { pegawaiId: akun.hadi.pegawaiId },
      body: { tujuan },
    })
    expect(baris.map((satu) => satu.jenis)).toEqual(['hukuman_disiplin'])
    const { rows } = await server.owner.query(
      `select akun_id, rincian from audit where aksi = 'rahasia.baca' and objek = $1
       order by urutan desc limit 1`,
      [`pegawai:${akun.hadi.pegawaiId}`],
    )
    expect(rows).toEqual([{ akun_id: akun.joko.id, rincian: { tujuan } }])
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

    const baru = await propose(akun.wulan, akun.wulan, { memperbaiki: usulan.id })
    const kedua = await build(akun.wulan, { memperbaiki: usulan.id })
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
    const usulan = await propose(akun.wulan, akun.wulan)
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

    const diputus = await propose(akun.wulan, akun.wulan)
    await verify(akun.rina, diputus.id)
    expect(
      await server.getPenolakan(akun.wulan, withdrawUsulan, {
        params: { usulanId: diputus.id },
        body: { versi: 2 },
      }),
    ).toMatchObject({ kode: 'sudah_diputuskan' })
  })
})

test('a kind that needs proof is not proposed without', async () => {
  const body = await build(akun.wulan, { dokumenIds: [] })
  expect(await server.getPenolakan(akun.wulan, postUsulan, { body })).toMatchObject({
    kode: 'bukti_kurang',
  })
})

test('sensitive values are masked for a fasilitator outside the desk, not for their owner', async () => {
  await addRiwayat(server, akun.wulan, 'kartu_keluarga')
  const ambil = async (siapa: Akun) => {
    const { baris, disamarkan } = await readRekam(siapa, akun.wulan)
    const isi = baris.find((satu) => satu.jenis === 'kartu_keluarga')?.isi
    return { disamarkan, nik: isi?.['nik'] }
  }
  expect(await ambil(akun.rina)).toEqual({ disamarkan: true, nik: '•••••••••••••002' })
  expect(await ambil(akun.wulan)).toEqual({ disamarkan: false, nik: '3578000000000002' })
})
