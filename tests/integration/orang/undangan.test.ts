import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  invitePegawai,
  listPemulihan,
  listUndangan,
  printSurat,
  printSuratUnit,
  revokeUndangan,
  startPemulihan,
  witnessPemulihan,
} from '@meja/core/api/undangan.ts'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { akun, kataSandi, perangkatDaerah, type Akun } from '../../support/kantor.ts'
import { follow, startPortalServer, type PortalServer } from '../../support/portal.ts'
import { readPdf } from '../../support/read-pdf.ts'

let server: PortalServer
beforeAll(async () => {
  server = await startPortalServer({ SIGN_IN_PER_MINUTE: 6 })
})
afterAll(() => server.close())

const { unit } = perangkatDaerah.selatan
const sandiBaru = 'empat kata tak berhubungan'
let nomor = 500

/** An employee of the record without any account. */
async function addPegawai(nama: string) {
  nomor += 1
  const id = randomUUID()
  const nip = `199001022015031${String(nomor)}`
  await server.owner.query(
    `insert into pegawai (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
     values ($1, $2, $3, $4, $5, '{"tanggalLahir":"1990-01-02"}')`,
    [id, nip, nama, perangkatDaerah.selatan.kode, unit],
  )
  return { id, nip, nama, tanggalLahir: '1990-01-02' }
}

type Pegawai = Awaited<ReturnType<typeof addPegawai>>

async function invite(pegawai: Pegawai): Promise<string> {
  await server.getJawaban(akun.dewi, invitePegawai, { body: { pegawai: [pegawai.id] } })
  const { undangan } = await server.getJawaban(akun.dewi, listUndangan, { query: { unit } })
  return undangan.find(({ pegawaiId }) => pegawaiId === pegawai.id)?.kodeId ?? ''
}

/** The code as it stands on the letter. */
async function readKode(siapa: Akun, kodeId: string): Promise<string> {
  const params = { kodeAkunId: kodeId }
  const pdf = await server.getJawaban(siapa, printSurat, { params })
  const kode = /\b([0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/.exec(await readTeks(new Uint8Array(pdf)))?.[0]
  if (kode === undefined) throw new Error('surat tanpa kode')
  return kode
}

async function readTeks(pdf: Uint8Array): Promise<string> {
  return (await readPdf(pdf)).halaman.join('\n')
}

const isiKode = (pegawai: { nip: string; tanggalLahir: string }, kode: string, kodeKedua = '') => ({
  nip: pegawai.nip,
  tanggalLahir: pegawai.tanggalLahir,
  kode,
  kodeKedua,
})

const post = (jalur: string, isi: Record<string, string>) => server.newBrowser().open(jalur, isi)

const setSandi = (isi: Record<string, string>, ubah: Record<string, string> = {}) =>
  post('/aktivasi/sandi', {
    ...isi,
    kataSandi: sandiBaru,
    ulang: sandiBaru,
    surel: 'saya@contoh.go.id',
    nomorHp: '081234567890',
    ...ubah,
  })

async function signIn(namaPengguna: string, sandi: string): Promise<number> {
  const browser = server.newBrowser()
  const mulai = await browser.open('/masuk')
  const formulir = (await browser.open(mulai.headers.get('location') ?? '')).headers.get('location')
  await follow(browser, await browser.open(formulir ?? '', { namaPengguna, kataSandi: sandi }))
  return (await browser.open(getSesiSaya.path)).status
}

describe('an account that a person opens alone', () => {
  test('from the letter to the portal: nobody else has seen or set the password (P30.2j)', async () => {
    const pegawai = await addPegawai('Citra Uji Maharani')
    const kode = await readKode(akun.dewi, await invite(pegawai))
    const langkah = await post('/aktivasi', isiKode(pegawai, kode.toLowerCase()))
    expect(await langkah.text()).toContain('Citra Uji Maharani')
    const selesai = await setSandi(isiKode(pegawai, kode))
    expect(await selesai.text()).toContain('Akun Anda siap')
    expect(await signIn(pegawai.nip, sandiBaru)).toBe(200)
    const { undangan } = await server.getJawaban(akun.dewi, listUndangan, { query: { unit } })
    expect(undangan.find(({ nip }) => nip === pegawai.nip)?.keadaan).toBe('aktif')
  })

  test('the code opens once', async () => {
    const pegawai = await addPegawai('Damar Uji Prasetya')
    const kode = await readKode(akun.dewi, await invite(pegawai))
    await setSandi(isiKode(pegawai, kode))
    const lagi = await setSandi(isiKode(pegawai, kode), { kataSandi: 'x'.repeat(5) })
    expect(lagi.status).toBe(422)
    expect(await lagi.text()).toContain(errorSentences.id.kode_tidak_sah.terjadi)
  })

  test.each([
    ['another date of birth', { tanggalLahir: '1990-01-03' }],
    ['another NIP', { nip: akun.wulan.nip }],
    ['no date at all', { tanggalLahir: '' }],
    ['another code', { kode: 'AAAA-BBBB-CCCC-DDDD' }],
  ])('the letter opens nothing with %s', async (_, ubah) => {
    const pegawai = await addPegawai('Eka Uji Wardana')
    const kode = await readKode(akun.dewi, await invite(pegawai))
    const jawaban = await post('/aktivasi', { ...isiKode(pegawai, kode), ...ubah })
    expect(jawaban.status).toBe(422)
    expect(await jawaban.text()).not.toContain('Eka Uji Wardana')
  })

  test('a weak password, two that differ and half an address are said, and the code is still good', async () => {
    const pegawai = await addPegawai('Fajar Uji Nugraha')
    const kode = isiKode(pegawai, await readKode(akun.dewi, await invite(pegawai)))
    for (const ubah of [
      { kataSandi: 'fajar' },
      { kataSandi: `${pegawai.nip}`, ulang: `${pegawai.nip}` },
      { ulang: 'empat kata yang lain sekali' },
      { surel: 'tanpa-alamat' },
      { nomorHp: '12' },
    ]) {
      expect((await setSandi(kode, ubah)).status).toBe(422)
    }
    expect((await setSandi(kode)).status).toBe(200)
  })

  test('a renewed letter kills the one before, a revoked one opens nothing, an old one neither', async () => {
    const pegawai = await addPegawai('Gita Uji Savitri')
    const lama = await readKode(akun.dewi, await invite(pegawai))
    const kodeId = await invite(pegawai)
    const baru = await readKode(akun.dewi, kodeId)
    expect((await post('/aktivasi', isiKode(pegawai, lama))).status).toBe(422)
    const params = { kodeAkunId: kodeId }
    await server.getJawaban(akun.joko, revokeUndangan, { params, body: { alasan: 'Surat hilang' } })
    expect((await post('/aktivasi', isiKode(pegawai, baru))).status).toBe(422)
    const terakhir = await invite(pegawai)
    const kode = await readKode(akun.dewi, terakhir)
    await server.owner.query(
      `update kode_akun set kedaluwarsa = now() - interval '1 second' where id = $1`,
      [terakhir],
    )
    expect((await post('/aktivasi', isiKode(pegawai, kode))).status).toBe(422)
    const { undangan } = await server.getJawaban(akun.dewi, listUndangan, { query: { unit } })
    expect(undangan.find(({ nip }) => nip === pegawai.nip)?.keadaan).toBe('kedaluwarsa')
  })

  test('attempts are counted for the NIP, also with the right code in the end', async () => {
    const pegawai = await addPegawai('Hana Uji Pertiwi')
    const kode = await readKode(akun.dewi, await invite(pegawai))
    const status: number[] = []
    for (let ke = 0; ke < 6; ke += 1) {
      status.push((await post('/aktivasi', isiKode(pegawai, '0000-0000-0000-0000'))).status)
    }
    expect(status).toEqual([422, 422, 422, 422, 422, 422])
    expect((await post('/aktivasi', isiKode(pegawai, kode))).status).toBe(429)
  })

  test('a closed account is no case for a letter', async () => {
    const body = { pegawai: [akun.yanti.pegawaiId] }
    const hasil = await server.getJawaban(akun.dewi, invitePegawai, { body })
    expect(hasil).toMatchObject({ dibuat: 0, dilewati: 1 })
    const { undangan } = await server.getJawaban(akun.dewi, listUndangan, { query: { unit } })
    expect(undangan.find(({ nip }) => nip === akun.yanti.nip)?.keadaan).toBe('tertutup')
  })

  test('whoever has an account of their own is left alone, and nobody invites oneself', async () => {
    const body = { pegawai: [akun.wulan.pegawaiId] }
    const hasil = await server.getJawaban(akun.dewi, invitePegawai, { body })
    expect(hasil).toMatchObject({ dibuat: 0, dilewati: 1 })
    const sendiri = { pegawai: [akun.dewi.pegawaiId] }
    const penolakan = await server.getPenolakan(akun.dewi, invitePegawai, { body: sendiri })
    expect(penolakan.kode).toBe('pengelola_lain_diperlukan')
  })

  test('the letters of a unit are one file, a page each, and each print is in the trail', async () => {
    const dua = [await addPegawai('Indra Uji Kusuma'), await addPegawai('Juwita Uji Ramadhani')]
    await server.getJawaban(akun.dewi, invitePegawai, {
      body: { pegawai: dua.map(({ id }) => id) },
    })
    const pdf = await server.getJawaban(akun.dewi, printSuratUnit, { query: { unit } })
    const teks = await readTeks(new Uint8Array(pdf))
    for (const { nama } of dua) expect(teks).toContain(nama)
    const { rows } = await server.owner.query(
      `select rincian ? 'surat' as surat from audit where aksi = 'akun.kode_cetak' order by urutan desc limit 1`,
    )
    expect(rows).toEqual([{ surat: true }])
  })

  test('no code stands in the database, in whatever form it could be typed', async () => {
    const pegawai = await addPegawai('Kirana Uji Dewanti')
    const kode = await readKode(akun.dewi, await invite(pegawai))
    const { rows } = await server.owner.query<{ isi: string }>(
      `select string_agg(k::text, ' ') || (select string_agg(a::text, ' ') from audit a) as isi from kode_akun k`,
    )
    expect(rows[0]?.isi).not.toContain(kode.replaceAll('-', ''))
    expect(rows[0]?.isi).not.toContain(kode)
  })
})

describe('recovery', () => {
  const body = { pegawaiId: akun.wulan.pegawaiId, identitas: 'ktp' as const }
  const pemilik = { nip: akun.wulan.nip, tanggalLahir: '1985-03-17' }

  test('needs two pengelola, each with half of the code; then all sessions have ended (P30.2j)', async () => {
    const browser = server.newBrowser()
    const mulai = await browser.open('/masuk')
    const formulir = (await browser.open(mulai.headers.get('location') ?? '')).headers.get(
      'location',
    )
    const { namaPengguna } = akun.wulan
    await follow(browser, await browser.open(formulir ?? '', { namaPengguna, kataSandi }))
    expect((await browser.open(getSesiSaya.path)).status).toBe(200)

    const { kodeId } = await server.getJawaban(akun.rina, startPemulihan, { body })
    const pertama = await readKode(akun.rina, kodeId)
    // One half opens nothing, nor does the same half twice.
    expect((await post('/aktivasi', isiKode(pemilik, pertama))).status).toBe(422)
    expect((await post('/aktivasi', isiKode(pemilik, pertama, pertama))).status).toBe(422)
    const params = { kodeAkunId: kodeId }
    const sendiri = await server.getPenolakan(akun.rina, witnessPemulihan, { params })
    expect(sendiri.kode).toBe('pengelola_lain_diperlukan')
    await server.getJawaban(akun.dewi, witnessPemulihan, { params })
    const kedua = await readKode(akun.dewi, kodeId)
    expect(kedua).not.toBe(pertama)
    // Whoever has no hand in it prints nothing.
    const lain = await server.getPenolakan(akun.bagus, printSurat, { params })
    expect(lain.kode).toBe('tidak_ditemukan')

    const kode = isiKode(pemilik, pertama, kedua)
    expect((await setSandi(kode, { surel: '', nomorHp: '' })).status).toBe(200)
    expect((await browser.open(getSesiSaya.path)).status).toBe(401)
    expect(await signIn(namaPengguna, kataSandi)).toBe(401)
    expect(await signIn(namaPengguna, sandiBaru)).toBe(200)
  })

  test('ends the second factor, which a pengelola then sets up anew', async () => {
    await server.owner.query(
      `insert into faktor_totp (akun_id, rahasia, langkah_terakhir) values ($1, 'lama', 0)`,
      [akun.bagus.id],
    )
    const { kodeId } = await server.getJawaban(akun.joko, startPemulihan, {
      body: { pegawaiId: akun.bagus.pegawaiId, identitas: 'kartu_pegawai' },
    })
    await server.getJawaban(akun.dewi, witnessPemulihan, { params: { kodeAkunId: kodeId } })
    const [satu, dua] = [await readKode(akun.joko, kodeId), await readKode(akun.dewi, kodeId)]
    const diri = { nip: akun.bagus.nip, tanggalLahir: '1985-03-17' }
    await setSandi(isiKode(diri, satu, dua), { surel: '', nomorHp: '' })
    const { rows } = await server.owner.query('select from faktor_totp where akun_id = $1', [
      akun.bagus.id,
    ])
    expect(rows).toEqual([])
  })

  test('a fasilitator logs it for the own units only, and nobody for oneself', async () => {
    const asing = { ...body, pegawaiId: akun.hadi.pegawaiId }
    const luar = await server.getPenolakan(akun.rina, startPemulihan, { body: asing })
    expect(luar.kode).toBe('tidak_ditemukan')
    const diri = { ...body, pegawaiId: akun.rina.pegawaiId }
    const sendiri = await server.getPenolakan(akun.rina, startPemulihan, { body: diri })
    expect(sendiri.kode).toBe('pengelola_lain_diperlukan')
  })

  test('of an account that was never opened is an invitation instead', async () => {
    const pegawai = await addPegawai('Laras Uji Setyawati')
    await invite(pegawai)
    const belum = { ...body, pegawaiId: pegawai.id }
    const penolakan = await server.getPenolakan(akun.dewi, startPemulihan, { body: belum })
    expect(penolakan.kode).toBe('akun_belum_aktif')
  })

  test('who waits for a second pengelola is listed with who logged it, and can be called off', async () => {
    const { kodeId } = await server.getJawaban(akun.rina, startPemulihan, { body })
    const { pemulihan } = await server.getJawaban(akun.dewi, listPemulihan)
    const satu = pemulihan.find((baris) => baris.kodeId === kodeId)
    expect(satu).toMatchObject({
      dicatatOleh: akun.rina.nama,
      disaksikanOleh: null,
      bagianSaya: null,
    })
    const params = { kodeAkunId: kodeId }
    const alasan = { alasan: 'Identitasnya tidak cocok' }
    await server.getJawaban(akun.dewi, revokeUndangan, { params, body: alasan })
    const kini = await server.getJawaban(akun.rina, listPemulihan)
    expect(kini.pemulihan.map((baris) => baris.kodeId)).not.toContain(kodeId)
  })
})
