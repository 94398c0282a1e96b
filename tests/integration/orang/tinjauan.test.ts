import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listHakSaya, revokeHak } from '@meja/core/api/akses.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import {
  closeTinjauan,
  getTinjauan,
  getTinjauanCsv,
  judgeHak,
  listTinjauan,
  openTinjauan,
} from '@meja/core/api/tinjauan.ts'
import type { TemuanHak } from '@meja/core/domain/tinjauan-akses.ts'
import { giveHak, sendAs } from '../../support/akses.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { clearPenunjukan } from '../../support/penunjukan.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let tinjauanId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const isi = {
  nama: 'Tinjauan tahunan 2026',
  mulai: '2026-01-01',
  sampai: '2026-12-31',
  tenggat: '2099-12-31',
}
const alasan = 'Tidak bertugas lagi'

beforeEach(async () => {
  await clearPenunjukan(server)
  await server.owner.query('delete from tinjauan_hak')
  await server.owner.query('delete from tinjauan_akses')
  await giveHak(server, akun.hadi, { hak: 'tim', perangkatDaerah: '902' })
  tinjauanId = (await server.getJawaban(akun.dewi, openTinjauan, { body: isi })).id
})

const read = () => server.getJawaban(akun.dewi, getTinjauan, { params: { tinjauanId } })
const findBaris = async (siapa: Akun, hak: string) =>
  (await read()).baris.find((satu) => satu.namaPengguna === siapa.namaPengguna && satu.hak === hak)
    ?.id ?? ''

const judge = (siapa: Akun, baris: string[], temuan: TemuanHak, sebab: string | null = null) =>
  server.getJawaban(siapa, judgeHak, {
    params: { tinjauanId },
    body: { baris, temuan, alasan: sebab },
  })
const refuse = async (siapa: Akun, baris: string[], temuan: TemuanHak, sebab: string | null) =>
  (
    await server.getPenolakan(siapa, judgeHak, {
      params: { tinjauanId },
      body: { baris, temuan, alasan: sebab },
    })
  ).kode

/** Dewi judges what is not hers, Joko what is. */
async function judgeSemua(): Promise<void> {
  const { baris } = await read()
  const terbuka = baris.filter(({ temuan, masihAda }) => temuan === null && masihAda)
  const milikDewi = terbuka.filter(({ milikSaya }) => milikSaya).map(({ id }) => id)
  const lain = terbuka.filter(({ milikSaya }) => !milikSaya).map(({ id }) => id)
  if (lain.length > 0) await judge(akun.dewi, lain, 'tetap')
  if (milikDewi.length > 0) await judge(akun.joko, milikDewi, 'tetap')
}

describe('a review of access', () => {
  test('takes every right in force as it stands, one review at a time', async () => {
    const { tinjauan, baris } = await read()
    expect(tinjauan).toMatchObject({ ...isi, selesai: 0, jumlah: baris.length, ditutupPada: null })
    expect(baris.map(({ namaPengguna, hak }) => `${namaPengguna} ${hak}`).toSorted()).toEqual([
      'administrator.dewi administrator',
      'administrator.joko administrator',
      'fasilitator.bagus fasilitator',
      'fasilitator.rina fasilitator',
      'fasilitator.sari fasilitator',
      'fasilitator.yanti fasilitator',
      'pegawai.hadi tim',
    ])
    expect((await server.getPenolakan(akun.joko, openTinjauan, { body: isi })).kode).toBe(
      'tinjauan_usang',
    )
    const salah = { ...isi, tenggat: '2020-01-01' }
    expect((await server.getPenolakan(akun.joko, openTinjauan, { body: salah })).kode).toBe(
      'isian_tidak_sah',
    )
  })

  test('closes only when each right has a finding, and then keeps what was found', async () => {
    const tutup = { params: { tinjauanId } }
    expect((await server.getPenolakan(akun.dewi, closeTinjauan, tutup)).kode).toBe(
      'tinjauan_belum_lengkap',
    )
    await judgeSemua()
    await server.getJawaban(akun.dewi, closeTinjauan, tutup)
    const { tinjauan } = await server.getJawaban(akun.joko, listTinjauan)
    expect(tinjauan).toMatchObject([
      { id: tinjauanId, jumlah: 7, selesai: 7, namaPenutup: akun.dewi.nama },
    ])
    expect((await server.getPenolakan(akun.joko, closeTinjauan, tutup)).kode).toBe('tinjauan_usang')
    const baris = await findBaris(akun.rina, 'fasilitator')
    expect(await refuse(akun.joko, [baris], 'ubah', 'Terlambat')).toBe('tinjauan_usang')
    // The database says the same, whoever writes it.
    await expect(
      server.owner.query("update tinjauan_hak set pegawai_peninjau = pegawai_id where hak = 'tim'"),
    ).rejects.toThrow(/tinjauan_hak_orang_lain/)
  })

  test('is judged by nobody about the own right, and writes nothing when one of several is', async () => {
    const milik = await findBaris(akun.dewi, 'administrator')
    const lain = await findBaris(akun.rina, 'fasilitator')
    expect(await refuse(akun.dewi, [lain, milik], 'tetap', null)).toBe('pengelola_lain_diperlukan')
    expect((await read()).tinjauan.selesai).toBe(0)
    await judge(akun.joko, [milik], 'tetap')
    expect((await read()).tinjauan.selesai).toBe(1)
  })

  test('withdraws a right with the finding, with a reason, and does not take that back', async () => {
    const baris = await findBaris(akun.hadi, 'tim')
    expect(await refuse(akun.dewi, [baris], 'cabut', null)).toBe('isian_tidak_sah')
    await judge(akun.dewi, [baris], 'cabut', alasan)
    expect((await server.getJawaban(akun.hadi, listHakSaya)).hak).toEqual([])
    expect(await refuse(akun.joko, [baris], 'tetap', null)).toBe('penunjukan_usang')
    expect((await read()).baris.find(({ id }) => id === baris)).toMatchObject({
      temuan: 'cabut',
      alasan,
      namaPeninjau: akun.dewi.nama,
    })
    const { rows } = await server.owner.query('select alasan_akhir from penugasan')
    expect(rows).toEqual([{ alasan_akhir: alasan }])
  })

  test('withdraws the right of an administrator too: it is gone at the next request', async () => {
    await giveHak(server, akun.wulan, { hak: 'administrator', perangkatDaerah: null })
    await server.owner.query('delete from tinjauan_hak')
    await server.owner.query('delete from tinjauan_akses')
    tinjauanId = (await server.getJawaban(akun.dewi, openTinjauan, { body: isi })).id
    await judge(akun.joko, [await findBaris(akun.wulan, 'administrator')], 'cabut', alasan)
    expect((await server.getJawaban(akun.wulan, getSesiSaya)).peran).toBe('user_personal')
  })

  test('marks a right that ended meanwhile by itself, and asks nobody about it', async () => {
    const hakId = (await server.getJawaban(akun.hadi, listHakSaya)).hak[0]?.hakId ?? ''
    await server.getJawaban(akun.dewi, revokeHak, {
      params: { hakId },
      body: { hak: 'tim', alasan },
    })
    const baris = await findBaris(akun.hadi, 'tim')
    expect((await read()).baris.find(({ id }) => id === baris)).toMatchObject({
      temuan: null,
      masihAda: false,
    })
    expect((await read()).tinjauan.selesai).toBe(1)
    expect(await refuse(akun.dewi, [baris], 'tetap', null)).toBe('penunjukan_usang')
    await judgeSemua()
    await server.getJawaban(akun.dewi, closeTinjauan, { params: { tinjauanId } })
    expect((await read()).baris.find(({ id }) => id === baris)).toMatchObject({
      temuan: 'berakhir',
      namaPeninjau: null,
    })
  })

  test('leaves a report as a file, with every finding and its reviewer', async () => {
    await judge(akun.dewi, [await findBaris(akun.rina, 'fasilitator')], 'ubah', 'Kurangi unitnya')
    const csv = await server.inject(akun.dewi, getTinjauanCsv, { params: { tinjauanId } })
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body).toMatch(/^\uFEFFNama,Nama pengguna,Hak,/)
    expect(csv.body).toMatch(/Rina Uji Lestari,.*,ubah,Kurangi unitnya,Dewi Uji Anggraini,/)
    const { rows } = await server.owner.query(
      'select aksi from audit where objek = $1 order by urutan',
      [`tinjauan_akses:${tinjauanId}`],
    )
    expect(rows.map(({ aksi }: { aksi: string }) => aksi)).toEqual([
      'tinjauan.buka',
      'tinjauan.temuan',
      'tinjauan.ekspor',
    ])
  })
})

describe('the database itself', () => {
  test('shows a review to nobody but administrators', async () => {
    for (const tabel of ['tinjauan_akses', 'tinjauan_hak']) {
      for (const siapa of [akun.rina, akun.hadi]) {
        const { rowCount } = await sendAs(server, siapa, `select from ${tabel}`)
        expect(rowCount, `${tabel} as ${siapa.peran}`).toBe(0)
      }
      expect((await sendAs(server, akun.dewi, `select from ${tabel}`)).rowCount).toBeGreaterThan(0)
    }
  })

  test('closes no review with a row that waits, and writes over no withdrawal', async () => {
    await expect(
      sendAs(
        server,
        akun.dewi,
        "update tinjauan_akses set ditutup_oleh = $1, nama_penutup = 'Dewi', ditutup_pada = now()",
        [akun.dewi.id],
      ),
    ).rejects.toThrow(/row-level security/)
    const baris = await findBaris(akun.hadi, 'tim')
    await judge(akun.dewi, [baris], 'cabut', alasan)
    const { rowCount } = await sendAs(
      server,
      akun.dewi,
      "update tinjauan_hak set temuan = 'tetap', ditemukan_oleh = $1, pegawai_peninjau = $2 where id = $3",
      [akun.dewi.id, akun.dewi.pegawaiId, baris],
    )
    expect(rowCount).toBe(0)
  })
})
