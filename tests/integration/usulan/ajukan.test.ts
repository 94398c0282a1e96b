import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getAntrean, getKasus } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen, addRiwayat, contohIsi } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function buildUsulan(pemilik: Akun) {
  return {
    transactionId: randomUUID(),
    pegawaiId: pemilik.pegawaiId,
    jenis: 'gaji' as const,
    aksi: 'tambah' as 'tambah' | 'koreksi',
    riwayatId: null as string | null,
    sesudah: contohIsi.gaji as Record<string, string | null>,
    dokumenIds: [(await addDokumen(server, pemilik)).id],
    pernyataanBenar: true as const,
  }
}

async function countUsulan(): Promise<string> {
  const { rows } = await server.owner.query<{ n: string }>('select count(*) as n from usulan')
  return rows[0]?.n ?? ''
}

describe('a proposal is made', () => {
  test('by the employee and waits at the desk of the own office', async () => {
    const body = await buildUsulan(akun.wulan)
    const usulan = await server.getJawaban(akun.wulan, postUsulan, { body })
    expect(usulan).toMatchObject({ status: 'diajukan', aksi: 'tambah', versi: 1, jumlahDokumen: 1 })
    const antrean = await server.getJawaban(akun.rina, getAntrean)
    expect(antrean.usulan.map((satu) => satu.id)).toContain(usulan.id)
  })

  test('by a facilitator on behalf, as a correction that keeps the old values beside the new', async () => {
    const riwayatId = await addRiwayat(server, akun.wulan, 'gaji')
    const sesudah = { ...contohIsi.gaji, gajiPokok: '3999900' }
    const body = {
      ...(await buildUsulan(akun.wulan)),
      aksi: 'koreksi' as const,
      alasan: 'Gaji pokok salah ketik',
      riwayatId,
      sesudah,
    }
    const { id } = await server.getJawaban(akun.rina, postUsulan, { body })
    const kasus = await server.getJawaban(akun.rina, getKasus, { params: { usulanId: id } })
    expect(kasus).toMatchObject({ aksi: 'koreksi', sebelum: contohIsi.gaji, sesudah })
  })
})

describe('sent twice', () => {
  test('it is one proposal, also at the same moment', async () => {
    const sebelum = Number(await countUsulan())
    const semua = await Promise.all(Array.from({ length: 4 }, () => buildUsulan(akun.wulan)))
    const jawaban = await Promise.all(
      semua.flatMap((body) =>
        [1, 2, 3].map(() => server.getJawaban(akun.wulan, postUsulan, { body })),
      ),
    )
    expect(new Set(jawaban.map((satu) => satu.id)).size).toBe(4)
    expect(Number(await countUsulan())).toBe(sebelum + 4)
  })

  test.each([
    ['values', { sesudah: { ...contohIsi.gaji, gajiPokok: '1' } }],
    ['documents', { dokumenIds: null }],
  ])('with other %s it is refused', async (_, ubah) => {
    const body = await buildUsulan(akun.wulan)
    await server.getJawaban(akun.wulan, postUsulan, { body })
    const dokumenIds = [(await addDokumen(server, akun.wulan)).id]
    const lain = 'sesudah' in ubah ? { ...body, ...ubah } : { ...body, dokumenIds }
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body: lain })).toMatchObject({
      kode: 'transaksi_berbeda',
    })
  })

  test('with a transaction id of another office it is refused without saying whose', async () => {
    const asing = await buildUsulan(akun.hadi)
    await server.getJawaban(akun.hadi, postUsulan, { body: asing })
    const body = { ...(await buildUsulan(akun.wulan)), transactionId: asing.transactionId }
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body })).toMatchObject({
      kode: 'transaksi_berbeda',
    })
  })
})

describe('a proposal is refused', () => {
  test.each([
    ['a date that does not exist', { tanggalSk: '2025-02-30' }, ['tanggalSk']],
    ['pay that is no number', { gajiPokok: 'tiga juta' }, ['gajiPokok']],
    ['a control character', { nomorSk: '822\u0007/1' }, ['nomorSk']],
    ['half a surrogate pair', { nomorSk: '822/\uD83D' }, ['nomorSk']],
  ])('with %s, naming the field', async (_, ubah, kunci) => {
    const sebelum = await countUsulan()
    const body = { ...(await buildUsulan(akun.wulan)), sesudah: { ...contohIsi.gaji, ...ubah } }
    expect(await server.getPenolakan(akun.wulan, postUsulan, { body })).toMatchObject({
      kode: 'isian_tidak_sah',
      rincian: { kunci },
    })
    expect(await countUsulan()).toBe(sebelum)
  })

  test('with a field that the kind does not have, or without one that it needs', async () => {
    const { nomorSk: _nomorSk, ...kurang } = contohIsi.gaji
    for (const sesudah of [{ ...contohIsi.gaji, diamDiam: 'x' }, kurang]) {
      const body = { ...(await buildUsulan(akun.wulan)), sesudah }
      expect(await server.getPenolakan(akun.wulan, postUsulan, { body })).toMatchObject({
        kode: 'isian_tidak_sah',
      })
    }
  })

  test('with a document or a row of somebody else', async () => {
    const body = await buildUsulan(akun.wulan)
    const dokumenIds = [(await addDokumen(server, akun.rina)).id]
    const riwayatId = await addRiwayat(server, akun.rina, 'gaji')
    const koreksi = { aksi: 'koreksi' as const, alasan: 'Salah ketik', riwayatId }
    for (const ubah of [{ dokumenIds }, koreksi]) {
      expect(
        await server.getPenolakan(akun.rina, postUsulan, { body: { ...body, ...ubah } }),
      ).toMatchObject({ kode: 'tidak_ditemukan' })
    }
  })

  test('for somebody of another office, or for another person', async () => {
    for (const [siapa, pemilik] of [
      [akun.rina, akun.hadi],
      [akun.wulan, akun.rina],
    ] as const) {
      const body = await buildUsulan(pemilik)
      expect(await server.getPenolakan(siapa, postUsulan, { body })).toMatchObject({
        kode: 'tidak_ditemukan',
      })
    }
  })
})
