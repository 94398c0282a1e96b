import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getBerkas, listDokumen, postDokumen } from '@meja/core/api/dokumen.ts'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getKasus } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen, contohIsi, readFixture } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function upload(pemilik: Akun, berkas: string, menggantikan?: string, jenis = 'SK_KP') {
  return {
    query: {
      pegawaiId: pemilik.pegawaiId,
      jenis,
      namaBerkas: 'sk.pdf',
      ...(menggantikan && { menggantikan }),
    },
    body: new Uint8Array(await readFixture(berkas)),
  }
}

function readArsip(siapa: Akun, pemilik: Akun, query: { semua?: string; jenis?: string } = {}) {
  return server.getJawaban(siapa, listDokumen, {
    params: { pegawaiId: pemilik.pegawaiId },
    query,
  })
}

describe('a better scan takes the place of an earlier one', () => {
  test('which stays, byte for byte, and is named', async () => {
    const satu = await server.getJawaban(
      akun.wulan,
      postDokumen,
      await upload(akun.wulan, 'pdf-jbig2.pdf'),
    )
    const dua = await server.getJawaban(
      akun.rina,
      postDokumen,
      await upload(akun.wulan, 'pdf-jpeg.pdf', satu.id),
    )
    expect(satu).toMatchObject({ versi: 1, menggantikan: null, digantikanOleh: null })
    expect(dua).toMatchObject({ versi: 2, menggantikan: satu.id })
    const kini = await readArsip(akun.wulan, akun.wulan)
    expect(kini.dokumen.map(({ id }) => id)).toEqual([dua.id])
    const semua = await readArsip(akun.wulan, akun.wulan, { semua: 'true' })
    expect(semua.dokumen.find(({ id }) => id === satu.id)).toMatchObject({ digantikanOleh: dua.id })
    const lama = await server.inject(akun.wulan, getBerkas, { params: { dokumenId: satu.id } })
    expect(lama.rawPayload.equals(Buffer.from(await readFixture('pdf-jbig2.pdf')))).toBe(true)

    // Two people with a new scan at once: the second learns that it is no longer the newest.
    expect(
      await server.getPenolakan(
        akun.wulan,
        postDokumen,
        await upload(akun.wulan, 'halaman.png', satu.id),
      ),
    ).toMatchObject({ kode: 'pindaian_sudah_digantikan' })
  })

  test('only of the same person and kind, in the interface and in the database', async () => {
    const milikHadi = await addDokumen(server, akun.hadi)
    const lain = await addDokumen(server, akun.wulan)
    for (const lama of [milikHadi.id, randomUUID()]) {
      expect(
        await server.getPenolakan(
          akun.wulan,
          postDokumen,
          await upload(akun.wulan, 'halaman.png', lama, 'SK_KGB'),
        ),
      ).toMatchObject({ kode: 'tidak_ditemukan' })
    }
    // addDokumen stores SK_KGB.
    expect(
      await server.getPenolakan(
        akun.wulan,
        postDokumen,
        await upload(akun.wulan, 'halaman.png', lain.id, 'IJAZAH'),
      ),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
    await expect(
      server.owner.query(
        `insert into dokumen (id, pegawai_id, jenis, nama_berkas, tipe_media, ukuran, sha256, halaman,
           menggantikan) select gen_random_uuid(), $1, jenis, nama_berkas, tipe_media, ukuran, sha256,
           halaman, id from dokumen where id = $2`,
        [akun.wulan.pegawaiId, milikHadi.id],
      ),
    ).rejects.toThrow(/dokumen_menggantikan_fkey/)
  })
})

test('one document proves several facts, and the archive says which', async () => {
  const sk = await server.getJawaban(
    akun.hadi,
    postDokumen,
    await upload(akun.hadi, 'pdf-jpeg.pdf'),
  )
  for (const jenis of ['pangkat', 'gaji'] as const) {
    await server.getJawaban(akun.sari, postUsulan, {
      body: {
        transactionId: randomUUID(),
        pegawaiId: akun.hadi.pegawaiId,
        jenis,
        aksi: 'tambah',
        riwayatId: null,
        sesudah: contohIsi[jenis],
        dokumenIds: [sk.id],
        pernyataanBenar: true,
      },
    })
  }
  const { dokumen } = await readArsip(akun.hadi, akun.hadi, { jenis: 'SK_KP' })
  expect(dokumen[0]?.membuktikan).toMatchObject([
    { jenis: 'pangkat', status: 'diajukan', riwayatId: null },
    { jenis: 'gaji', status: 'diajukan', riwayatId: null },
  ])
})

test('the archive of another office or person is not found', async () => {
  for (const siapa of [akun.rina, akun.wulan]) {
    expect(
      await server.getPenolakan(siapa, listDokumen, {
        params: { pegawaiId: akun.hadi.pegawaiId },
      }),
    ).toMatchObject({ kode: 'tidak_ditemukan' })
  }
})

test('a confidential paper is in no archive but the administrators’, and its reading is logged', async () => {
  const rahasia = await addDokumen(server, akun.hadi)
  await server.owner.query("update dokumen set jenis = 'SK_HUKDIS' where id = $1", [rahasia.id])
  const tampak = async (siapa: Akun) =>
    (await readArsip(siapa, akun.hadi)).dokumen.some(({ id }) => id === rahasia.id)
  expect(await Promise.all([akun.hadi, akun.sari, akun.dewi].map(tampak))).toEqual([
    false,
    false,
    true,
  ])
  const params = { dokumenId: rahasia.id }
  await server.getJawaban(akun.dewi, getBerkas, { params })
  const { rows } = await server.owner.query(
    "select akun_id from audit where aksi = 'rahasia.baca' and objek = $1",
    [`dokumen:${rahasia.id}`],
  )
  expect(rows).toEqual([{ akun_id: akun.dewi.id }])
})

test('how legible a scan is stands with it from the upload to the desk', async () => {
  const dokumen = await server.getJawaban(
    akun.wulan,
    postDokumen,
    await upload(akun.wulan, 'pdf-jpeg.pdf', undefined, 'SK_KGB'),
  )
  expect(dokumen.mutu).toMatchObject({ dpi: 200, halamanKosong: [], halamanTerukur: 1 })
  const usulan = await server.getJawaban(akun.wulan, postUsulan, {
    body: {
      transactionId: randomUUID(),
      pegawaiId: akun.wulan.pegawaiId,
      jenis: 'gaji',
      aksi: 'tambah',
      riwayatId: null,
      sesudah: contohIsi.gaji,
      dokumenIds: [dokumen.id],
      pernyataanBenar: true,
    },
  })
  const kasus = await server.getJawaban(akun.rina, getKasus, { params: { usulanId: usulan.id } })
  expect(kasus.dokumen[0]?.mutu).toEqual(dokumen.mutu)
})

test('the application cannot change a document that is stored', async () => {
  const { rows } = await server.owner.query(
    `select has_table_privilege('meja_app', 'dokumen', 'UPDATE') or
       has_any_column_privilege('meja_app', 'dokumen', 'UPDATE') or
       has_table_privilege('meja_app', 'dokumen', 'DELETE') as boleh`,
  )
  expect(rows).toEqual([{ boleh: false }])
})
