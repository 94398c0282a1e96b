import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeJsonKanonik } from '@meja/core/domain/json-kanonik.ts'
import { getKasus, postKeputusan, type Keputusan } from '@meja/core/api/verifikasi.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import {
  addRiwayat,
  addUsulan,
  buildKeputusan,
  buildPengembalian,
  readJejak,
} from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('a decision is written', () => {
  test('with its evidence, a receipt and an entry in the audit trail', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const keputusan = buildKeputusan(usulan)
    const resi = await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    expect(resi).toMatchObject({
      transactionId: keputusan.transactionId,
      usulanId: usulan.id,
      hasil: 'sesuai',
      status: 'valid',
      versi: 2,
    })
    const { rows } = await server.owner.query(
      'select akun_id, asli_tempat, isi, sidik from keputusan_verifikasi where id = $1',
      [resi.keputusanId],
    )
    expect(rows[0]).toMatchObject({
      akun_id: akun.rina.id,
      asli_tempat: 'Loket kepegawaian',
      isi: keputusan,
      sidik: resi.sidik,
    })
    const audit = await server.owner.query(
      "select akun_id, rincian from audit where aksi = 'keputusan.sesuai' and objek = $1",
      [`usulan:${usulan.id}`],
    )
    expect(audit.rows).toHaveLength(1)
    expect(audit.rows[0]).toMatchObject({ akun_id: akun.rina.id, rincian: { sidik: resi.sidik } })
  })

  test('and the receipt carries the fingerprint of the decision in canonical JSON', async () => {
    const keputusan = buildKeputusan(await addUsulan(server, akun.wulan))
    const resi = await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    const sidik = createHash('sha256').update(writeJsonKanonik(keputusan)).digest('hex')
    expect(resi.sidik).toBe(sidik)
  })

  test('a return keeps its reasons and leaves the record as it was', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const { rows: sebelum } = await server.owner.query('select versi from pegawai where id = $1', [
      akun.wulan.pegawaiId,
    ])
    const resi = await server.getJawaban(akun.rina, postKeputusan, {
      body: buildPengembalian(usulan),
    })
    expect(resi.status).toBe('dikembalikan')
    const { rows } = await server.owner.query('select versi from pegawai where id = $1', [
      akun.wulan.pegawaiId,
    ])
    expect(rows).toEqual(sebelum)
    const kasus = await server.getJawaban(akun.rina, getKasus, { params: { usulanId: usulan.id } })
    expect(kasus).toMatchObject({
      status: 'dikembalikan',
      keputusanTerakhir: { hasil: 'dikembalikan' },
    })
  })
})

describe('sent twice', () => {
  test('the same decision gets the same receipt and changes nothing', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const keputusan = buildKeputusan(usulan)
    const pertama = await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    const jejak = await readJejak(server, usulan)
    expect(await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })).toEqual(pertama)
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test('at the same moment it is written once, and both learn the same receipt', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const keputusan = buildKeputusan(usulan)
    const resi = await Promise.all(
      Array.from({ length: 5 }, () =>
        server.getJawaban(akun.rina, postKeputusan, { body: keputusan }),
      ),
    )
    expect(new Set(resi.map((satu) => satu.keputusanId)).size).toBe(1)
    expect(await readJejak(server, usulan)).toMatchObject({ versi: 2, keputusan: '1', audit: '1' })
  })

  test('another content under the same transaction id is refused', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const keputusan = buildKeputusan(usulan)
    await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    const jejak = await readJejak(server, usulan)
    const lain = { ...keputusan, asli: { metode: 'legalisir' as const, tempat: 'Loket lain' } }
    expect(await server.getPenolakan(akun.rina, postKeputusan, { body: lain })).toMatchObject({
      kode: 'transaksi_berbeda',
    })
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test('a transaction id of another office is refused without saying whose it is', async () => {
    const asing = buildKeputusan(await addUsulan(server, akun.hadi))
    await server.getJawaban(akun.sari, postKeputusan, { body: asing })
    const usulan = await addUsulan(server, akun.wulan)
    const jejak = await readJejak(server, usulan)
    const body = buildKeputusan(usulan, { transactionId: asing.transactionId })
    const penolakan = await server.getPenolakan(akun.rina, postKeputusan, { body })
    expect(penolakan).toMatchObject({ kode: 'transaksi_berbeda' })
    expect(penolakan.rincian).toBeUndefined()
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test("a colleague cannot fetch my receipt under my decision's id", async () => {
    const keputusan = buildKeputusan(await addUsulan(server, akun.wulan))
    await server.getJawaban(akun.rina, postKeputusan, { body: keputusan })
    expect(await server.getPenolakan(akun.bagus, postKeputusan, { body: keputusan })).toMatchObject(
      { kode: 'transaksi_berbeda' },
    )
  })
})

describe('two facilitators of one office', () => {
  test('the second one is refused and learns who decided, what and when', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const resi = await server.getJawaban(akun.rina, postKeputusan, { body: buildKeputusan(usulan) })
    const jejak = await readJejak(server, usulan)
    const body = buildPengembalian(usulan)
    expect(await server.getPenolakan(akun.bagus, postKeputusan, { body })).toMatchObject({
      kode: 'sudah_diputuskan',
      rincian: {
        hasil: 'sesuai',
        oleh: akun.rina.namaPengguna,
        pada: resi.diterimaPada,
        versi: 2,
      },
    })
    expect(await readJejak(server, usulan)).toEqual(jejak)
    const kasus = await server.getJawaban(akun.bagus, getKasus, { params: { usulanId: usulan.id } })
    expect(kasus.keputusanTerakhir).toMatchObject({ oleh: akun.rina.namaPengguna })
  })

  test('who decide at the same moment: exactly one wins', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const jawaban = await Promise.all(
      [akun.rina, akun.bagus, akun.rina, akun.bagus].map((satu) =>
        server.inject(satu, postKeputusan, { body: buildKeputusan(usulan) }),
      ),
    )
    const status = jawaban.map((satu) => satu.statusCode).toSorted()
    expect(status).toEqual([200, 409, 409, 409])
    expect(await readJejak(server, usulan)).toMatchObject({ versi: 2, keputusan: '1' })
  })
})

describe('a decision is refused', () => {
  const salah: [string, string, (benar: Keputusan) => Keputusan][] = [
    [
      'when a page was not shown',
      'halaman_belum_dilihat',
      (benar) => ({
        ...benar,
        bukti: benar.bukti.map((satu) => ({ ...satu, halamanDilihat: [1] })),
      }),
    ],
    [
      'when the shown bytes were others',
      'pindaian_berubah',
      (benar) => ({
        ...benar,
        bukti: benar.bukti.map((satu) => ({ ...satu, sha256: 'a'.repeat(64) })),
      }),
    ],
    [
      'when a field was not judged',
      'penilaian_belum_lengkap',
      (benar) => ({ ...benar, penilaian: benar.penilaian.slice(1) }),
    ],
    [
      'when a field differs and it still says sesuai',
      'ada_yang_tidak_sesuai',
      (benar) => ({
        ...benar,
        penilaian: benar.penilaian.map((satu, nol) =>
          nol === 1 ? { ...satu, nilai: 'tidak_sesuai' as const } : satu,
        ),
      }),
    ],
    [
      'when the paper original was seen nowhere',
      'asli_belum_dinyatakan',
      (benar) => ({ ...benar, asli: null }),
    ],
    [
      'when a return gives no reason',
      'alasan_belum_lengkap',
      (benar) => ({
        ...benar,
        hasil: 'dikembalikan',
        penilaian: [{ kunci: 'nomorSk', nilai: 'tidak_sesuai' }],
      }),
    ],
    [
      'when it saw a version that this server does not have yet',
      'server_tertinggal',
      (benar) => ({ ...benar, versiDilihat: { usulan: 7, riwayat: null } }),
    ],
    [
      'when the proposal does not exist',
      'tidak_ditemukan',
      (benar) => ({ ...benar, usulanId: randomUUID() }),
    ],
    [
      'when a judged key carries a control character',
      'permintaan_tidak_sah',
      (benar) => ({
        ...benar,
        penilaian: [...benar.penilaian, { kunci: 'a\0b', nilai: 'sesuai' }],
      }),
    ],
    [
      'when one field is judged twice, once each way',
      'permintaan_tidak_sah',
      (benar) => ({
        ...benar,
        penilaian: [{ kunci: 'nomorSk', nilai: 'tidak_sesuai' }, ...benar.penilaian],
      }),
    ],
  ]
  test('when it saw an older version (keputusan_usang)', async () => {
    const riwayatId = await addRiwayat(server, akun.wulan, 'gaji')
    const usulan = await addUsulan(server, akun.wulan, { riwayatId })
    await server.owner.query('update riwayat set versi = 2 where id = $1', [riwayatId])
    const body = buildKeputusan(usulan)
    expect(await server.getPenolakan(akun.rina, postKeputusan, { body })).toMatchObject({
      kode: 'keputusan_usang',
    })
  })

  test.each(salah)('%s (%s)', async (_, kode, ubah) => {
    const usulan = await addUsulan(server, akun.wulan, { berkas: 'tiff' })
    const jejak = await readJejak(server, usulan)
    const body = ubah(buildKeputusan(usulan))
    expect(await server.getPenolakan(akun.rina, postKeputusan, { body })).toMatchObject({ kode })
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test('about oneself (invariant 8)', async () => {
    const usulan = await addUsulan(server, akun.rina)
    const jejak = await readJejak(server, usulan)
    const body = buildKeputusan(usulan)
    expect(await server.getPenolakan(akun.rina, postKeputusan, { body })).toMatchObject({
      kode: 'milik_sendiri',
    })
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test('about what oneself entered on behalf of the employee', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    await server.owner.query('update usulan set diajukan_oleh = $2 where id = $1', [
      usulan.id,
      akun.rina.id,
    ])
    const jejak = await readJejak(server, usulan)
    const body = buildKeputusan(usulan)
    expect(await server.getPenolakan(akun.rina, postKeputusan, { body })).toMatchObject({
      kode: 'milik_sendiri',
    })
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test('by another office, which does not even learn that the case exists', async () => {
    const usulan = await addUsulan(server, akun.wulan)
    const jejak = await readJejak(server, usulan)
    const body = buildKeputusan(usulan)
    expect(await server.getPenolakan(akun.sari, postKeputusan, { body })).toMatchObject({
      kode: 'tidak_ditemukan',
    })
    expect(await readJejak(server, usulan)).toEqual(jejak)
  })

  test('by an employee', async () => {
    const body = buildKeputusan(await addUsulan(server, akun.wulan))
    expect(await server.getPenolakan(akun.wulan, postKeputusan, { body })).toMatchObject({
      kode: 'tidak_berwenang',
    })
  })

  test('by an administrator before the facilitator has looked', async () => {
    const usulan = await addUsulan(server, akun.wulan, { jenis: 'pangkat' })
    const body = buildKeputusan(usulan)
    expect(await server.getPenolakan(akun.dewi, postKeputusan, { body })).toMatchObject({
      kode: 'keputusan_usang',
    })
  })
})
