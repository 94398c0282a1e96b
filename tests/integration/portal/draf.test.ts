import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batasDraf, deleteDraf, listDraf, postDraf } from '@meja/core/api/draf.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

function buildDraf(pegawaiId: string = akun.wulan.pegawaiId) {
  return {
    id: randomUUID(),
    pegawaiId,
    jenis: 'diklat' as const,
    aksi: 'tambah' as const,
    riwayatId: null,
    memperbaiki: null,
    sesudah: { nama: 'Pelatihan', tanggalMulai: '2025-' },
    alasan: '',
    dokumenIds: [] as string[],
  }
}

describe('a draft', () => {
  test('is kept however incomplete, and found again with its documents', async () => {
    const dokumen = await addDokumen(server, akun.wulan)
    const draf = { ...buildDraf(), dokumenIds: [dokumen.id] }
    await server.getJawaban(akun.wulan, postDraf, { body: draf })
    const { draf: daftar } = await server.getJawaban(akun.wulan, listDraf)
    expect(daftar[0]).toMatchObject({ id: draf.id, sesudah: draf.sesudah })
    expect(daftar[0]?.dokumen.map(({ id }) => id)).toEqual([dokumen.id])
  })

  test('written twice is one draft with the newer words', async () => {
    const draf = buildDraf()
    await server.getJawaban(akun.wulan, postDraf, { body: draf })
    const baru = { ...draf, sesudah: { nama: 'Pelatihan lain' } }
    await server.getJawaban(akun.wulan, postDraf, { body: baru })
    const { draf: daftar } = await server.getJawaban(akun.wulan, listDraf)
    expect(daftar.filter(({ id }) => id === draf.id)).toMatchObject([{ sesudah: baru.sesudah }])
  })

  test('is nobody else’s to read, change or throw away', async () => {
    const draf = buildDraf()
    await server.getJawaban(akun.wulan, postDraf, { body: draf })
    for (const lain of [akun.rina, akun.sari, akun.hadi]) {
      const { draf: daftar } = await server.getJawaban(lain, listDraf)
      expect(daftar.map(({ id }) => id)).not.toContain(draf.id)
      const { kode } = await server.getPenolakan(lain, postDraf, {
        body: { ...draf, sesudah: { nama: 'diubah' } },
      })
      expect(kode).toBe('tidak_ditemukan')
      await server.getJawaban(lain, deleteDraf, { params: { drafId: draf.id } })
    }
    const { draf: daftar } = await server.getJawaban(akun.wulan, listDraf)
    expect(daftar.find(({ id }) => id === draf.id)?.sesudah).toEqual(draf.sesudah)
  })

  test('cannot be about somebody whom the writer does not see', async () => {
    const { kode } = await server.getPenolakan(akun.wulan, postDraf, {
      body: buildDraf(akun.hadi.pegawaiId),
    })
    expect(kode).toBe('tidak_ditemukan')
  })

  test('is never of a confidential kind: reading it again would leave no trace (P10.2c)', async () => {
    const body = {
      ...buildDraf(),
      jenis: 'hukuman_disiplin' as const,
      sesudah: { pelanggaran: 'Contoh' },
    }
    expect((await server.getPenolakan(akun.dewi, postDraf, { body })).kode).toBe('tidak_berwenang')
  })

  test('thrown away twice is gone', async () => {
    const draf = buildDraf()
    await server.getJawaban(akun.wulan, postDraf, { body: draf })
    for (const _ of [1, 2]) {
      const jawaban = await server.getJawaban(akun.wulan, deleteDraf, {
        params: { drafId: draf.id },
      })
      expect(jawaban).toEqual({ id: draf.id })
    }
    const { draf: daftar } = await server.getJawaban(akun.wulan, listDraf)
    expect(daftar.map(({ id }) => id)).not.toContain(draf.id)
  })

  test('one too many is refused, and those that are there stay', async () => {
    for (let nomor = 0; nomor < batasDraf; nomor += 1) {
      await server.getJawaban(akun.hadi, postDraf, { body: buildDraf(akun.hadi.pegawaiId) })
    }
    const { kode } = await server.getPenolakan(akun.hadi, postDraf, {
      body: buildDraf(akun.hadi.pegawaiId),
    })
    expect(kode).toBe('draf_terlalu_banyak')
    const { draf: daftar } = await server.getJawaban(akun.hadi, listDraf)
    expect(daftar).toHaveLength(batasDraf)
  })
})
