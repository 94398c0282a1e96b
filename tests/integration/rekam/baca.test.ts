import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRekamRahasia } from '@meja/core/api/rekam.ts'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getAntrean, getKasus } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { buildPermintaan, propose, readRekam, verify } from '../../support/permintaan-usulan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen, addRiwayat, contohIsi } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the record as of any moment shows what was known then, each fact once', async () => {
  const riwayatId = await addRiwayat(server, akun.rina, 'gaji')
  const sebelum = new Date().toISOString()
  const sesudah = { ...contohIsi.gaji, gajiPokok: '3999900' }
  const { id } = await propose(server, akun.rina, akun.rina, {
    aksi: 'koreksi',
    riwayatId,
    sesudah,
    alasan: 'Salah ketik',
  })
  await verify(server, akun.bagus, id)
  const dahulu = (await readRekam(server, akun.rina, akun.rina, { per: sebelum })).baris
  const kini = (await readRekam(server, akun.rina, akun.rina)).baris
  expect(dahulu.map(({ isi, status }) => [isi['gajiPokok'], status])).toEqual([
    ['3456700', 'valid'],
  ])
  expect(kini.map(({ isi, status }) => [isi['gajiPokok'], status])).toEqual([['3999900', 'valid']])
  expect(kini[0]).toMatchObject({
    verifikasi: { oleh: akun.bagus.namaPengguna, metode: 'asli' },
    dokumen: [{ jenis: 'SK_KGB', kembar: expect.any(Number) as number }],
  })
})

describe('confidential kinds (P10.2c)', () => {
  const hukuman = { jenis: 'hukuman_disiplin' as const, sesudah: contohIsi.hukuman_disiplin }

  test('are written by administrators only, and another administrator looks', async () => {
    const dokumenIds = [(await addDokumen(server, akun.wulan)).id]
    for (const siapa of [akun.wulan, akun.rina]) {
      const body = await buildPermintaan(server, akun.wulan, { ...hukuman, dokumenIds })
      expect(await server.getPenolakan(siapa, postUsulan, { body })).toMatchObject({
        kode: 'tidak_berwenang',
      })
    }
    const { id } = await propose(server, akun.dewi, akun.wulan, hukuman)
    const antrean = await server.getJawaban(akun.joko, getAntrean)
    expect(antrean.usulan.map((satu) => satu.id)).toContain(id)
    expect(
      await server.getPenolakan(akun.rina, getKasus, { params: { usulanId: id } }),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
    expect((await verify(server, akun.joko, id)).status).toBe('valid')
  })

  test('are in nobody\u2019s open record; an administrator says what for, and it is logged', async () => {
    const { id } = await propose(server, akun.dewi, akun.hadi, hukuman)
    await verify(server, akun.joko, id)
    for (const siapa of [akun.hadi, akun.sari, akun.joko]) {
      const { baris } = await readRekam(server, siapa, akun.hadi, { semua: 'true' })
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

  test('are corrected, ended and withdrawn the same way, and nothing of them is lost', async () => {
    const open = async () =>
      (
        await server.getJawaban(akun.joko, openRekamRahasia, {
          params: { pegawaiId: akun.tono.pegawaiId },
          body: { tujuan: 'Pemeriksaan berkas perkara' },
        })
      ).baris
    const { id } = await propose(server, akun.dewi, akun.tono, hukuman)
    await verify(server, akun.joko, id)
    const riwayatId = (await open())[0]?.id ?? ''
    const koreksi = { ...hukuman.sesudah, pelanggaran: 'Uraian yang benar' }
    const ubah = await propose(server, akun.dewi, akun.tono, {
      ...hukuman,
      aksi: 'koreksi',
      riwayatId,
      sesudah: koreksi,
      alasan: 'Salah ketik',
    })
    // Whoever entered it does not decide on it.
    expect((await server.getJawaban(akun.dewi, getAntrean)).usulan.map((u) => u.id)).not.toContain(
      ubah.id,
    )
    await verify(server, akun.joko, ubah.id)
    const baru = (await open()).find(({ status }) => status === 'valid')
    expect(baru?.isi['pelanggaran']).toBe('Uraian yang benar')
    const tarik = await propose(server, akun.dewi, akun.tono, {
      ...hukuman,
      aksi: 'cabut',
      riwayatId: baru?.id ?? '',
      sesudah: {},
      alasan: 'Milik pegawai lain',
    })
    await verify(server, akun.joko, tarik.id)
    expect((await open()).map(({ status }) => status).toSorted()).toEqual(['dicabut', 'digantikan'])
  })
})

test('sensitive values are masked for a fasilitator outside the desk, not for their owner', async () => {
  await addRiwayat(server, akun.wulan, 'kartu_keluarga')
  const ambil = async (siapa: Akun) => {
    const { baris, disamarkan } = await readRekam(server, siapa, akun.wulan)
    const isi = baris.find((satu) => satu.jenis === 'kartu_keluarga')?.isi
    return { disamarkan, nik: isi?.['nik'] }
  }
  expect(await ambil(akun.rina)).toEqual({ disamarkan: true, nik: '•••••••••••••002' })
  expect(await ambil(akun.wulan)).toEqual({ disamarkan: false, nik: '3578000000000002' })
})
