import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getAntrean, getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, perangkatDaerah } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  addRiwayat,
  addUsulan,
  buildKeputusan,
  contohIsi,
  type UsulanUji,
} from '../../support/usulan.ts'

let server: TestServer
let menunggu: UsulanUji[]
let asing: UsulanUji
beforeAll(async () => {
  server = await startTestServer()
  // Two share an instant, so that paging cannot lean on the time alone.
  const saat = ['2026-10-03', '2026-10-01', '2026-10-02', '2026-10-02', '2026-10-04']
  menunggu = []
  for (const hari of saat) {
    const diajukanPada = `${hari}T09:00:00+07:00`
    menunggu.push(await addUsulan(server, akun.wulan, { diajukanPada }))
  }
  asing = await addUsulan(server, akun.hadi, { diajukanPada: '2026-09-01T09:00:00+07:00' })
})
afterAll(() => server.close())

describe('the queue', () => {
  test('holds what waits in the own office, oldest first, with the count of all', async () => {
    const { usulan, jumlah } = await server.getJawaban(akun.rina, getAntrean)
    expect(jumlah).toBe(5)
    expect(usulan.map((satu) => satu.diajukanPada.slice(0, 10))).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
    ])
    expect(usulan[0]).toMatchObject({
      versi: 1,
      status: 'diajukan',
      jenis: 'gaji',
      aksi: 'tambah',
      jumlahDokumen: 1,
      perangkatDaerah: perangkatDaerah.selatan.nama,
      pegawai: { nip: akun.wulan.nip, nama: `${akun.wulan.nama}, S.AP.` },
    })
  })

  test('turns its pages without losing or repeating anybody', async () => {
    const terkumpul: string[] = []
    for (let setelah: string | undefined; ;) {
      const query = { batas: 2, ...(setelah !== undefined && { setelah }) }
      const { usulan } = await server.getJawaban(akun.rina, getAntrean, { query })
      if (usulan.length === 0) break
      terkumpul.push(...usulan.map((satu) => satu.id))
      setelah = terkumpul.at(-1)
    }
    expect(terkumpul).toHaveLength(5)
    expect(new Set(terkumpul)).toEqual(new Set(menunggu.map((satu) => satu.id)))
  })

  test('of one kind holds only that kind', async () => {
    const query = { jenis: 'pangkat' as const }
    expect((await server.getJawaban(akun.rina, getAntrean, { query })).usulan).toEqual([])
  })

  test('of another office is not mine: a foreign id as a page mark shows nothing', async () => {
    const query = { setelah: asing.id }
    expect((await server.getJawaban(akun.rina, getAntrean, { query })).usulan).toEqual([])
    const milikSari = await server.getJawaban(akun.sari, getAntrean)
    expect(milikSari.usulan.map((satu) => satu.id)).toEqual([asing.id])
  })

  test('of an administrator holds what a facilitator has verified, of every office', async () => {
    const usulan = await addUsulan(server, akun.hadi, { jenis: 'pangkat' })
    const sebelum = await server.getJawaban(akun.dewi, getAntrean)
    expect(sebelum.usulan.map((satu) => satu.id)).not.toContain(usulan.id)
    await server.getJawaban(akun.sari, postKeputusan, { body: buildKeputusan(usulan) })
    const sesudah = await server.getJawaban(akun.dewi, getAntrean)
    expect(sesudah.usulan.map((satu) => satu.id)).toEqual([usulan.id])
  })

  test.each([['0'], ['201'], ['1.5'], ['semua']])('refuses a page of %s rows', async (batas) => {
    const jawaban = await server.inject(akun.rina, getAntrean, { query: { batas } })
    expect(jawaban.json()).toMatchObject({ kode: 'permintaan_tidak_sah' })
  })
})

describe('a case', () => {
  test('shows old and new values, the version of the corrected row and its documents', async () => {
    const riwayatId = await addRiwayat(server, akun.wulan, 'gaji')
    const usulan = await addUsulan(server, akun.wulan, { riwayatId, berkas: 'tiff' })
    const kasus = await server.getJawaban(akun.rina, getKasus, { params: { usulanId: usulan.id } })
    expect(kasus).toMatchObject({
      id: usulan.id,
      aksi: 'koreksi',
      versiRiwayat: 1,
      sebelum: contohIsi.gaji,
      sesudah: usulan.sesudah,
      pegawai: { jabatan: 'Analis', golongan: 'III/b' },
      dokumen: [{ id: usulan.dokumen[0]?.id, halaman: 2, tipeMedia: 'image/tiff' }],
      keputusanTerakhir: null,
    })
  })

  test('of another office is not found', async () => {
    expect(
      await server.getPenolakan(akun.rina, getKasus, { params: { usulanId: asing.id } }),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
  })

  test('with an id that is none is refused', async () => {
    expect(
      await server.getPenolakan(akun.rina, getKasus, { params: { usulanId: "1' or 1=1" } }),
    ).toMatchObject({ kode: 'permintaan_tidak_sah' })
  })
})
