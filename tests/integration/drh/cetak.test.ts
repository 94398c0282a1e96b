import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printDrh } from '@meja/core/api/drh.ts'
import { giveRekomendasi } from '@meja/core/api/rekomendasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { buildRekomendasi } from '../../support/rekomendasi.ts'
import { addRiwayat, contohIsi } from '../../support/usulan.ts'

let server: TestServer
let rekomendasiId: string
beforeAll(async () => {
  server = await startTestServer()
  for (const jenis of [
    'kartu_keluarga',
    'pangkat',
    'gaji',
    'pasangan',
    'hukuman_disiplin',
  ] as const) {
    await addRiwayat(server, akun.wulan, jenis)
  }
  const body = buildRekomendasi()
  rekomendasiId = (await server.getJawaban(akun.dewi, giveRekomendasi, { body })).id
})
afterAll(() => server.close())

async function print(siapa: Akun, pemilik: Akun) {
  const jawaban = await server.inject(siapa, printDrh, {
    params: { pegawaiId: pemilik.pegawaiId },
    query: siapa === pemilik ? {} : { rekomendasiId },
  })
  expect(jawaban.statusCode).toBe(200)
  const { halaman, ...sisa } = await readPdf(jawaban.rawPayload)
  return { jawaban, halaman, teks: halaman.join('\n'), ...sisa }
}

async function listCetak() {
  const { rows } = await server.owner.query<{
    akun_id: string
    rincian: { nomorCetak: string; versi: number; disamarkan: boolean }
  }>(`select akun_id, rincian from audit where aksi = 'drh.cetak' and objek = $1 order by urutan`, [
    `pegawai:${akun.wulan.pegawaiId}`,
  ])
  return rows
}

describe('a printed daftar riwayat hidup (P16.2a)', () => {
  test('says what the record says, in the words of paper', async () => {
    const { teks, jawaban } = await print(akun.wulan, akun.wulan)
    expect(jawaban.headers['content-type']).toBe('application/pdf')
    for (const kalimat of [
      'DAFTAR RIWAYAT HIDUP',
      `${akun.wulan.nama}, S.AP.`,
      'I. KETERANGAN PERORANGAN',
      '3578 0000 0000 0002',
      '1 Oktober 2025',
      'III/c',
      'Rp3.602.400',
      'Gubernur Jawa Timur',
      'Pasangan Uji',
      '6 Mei 2011',
    ]) {
      expect(teks).toContain(kalimat)
    }
  })

  test('numbers its pages, and says on each when and by whom it was printed', async () => {
    for (let ke = 0; ke < 40; ke += 1) await addRiwayat(server, akun.hadi, 'pangkat')
    const { halaman } = await print(akun.dewi, akun.hadi)
    expect(halaman.length).toBeGreaterThan(1)
    for (const [nol, teks] of halaman.entries()) {
      expect(teks).toContain(`hal. ${nol + 1} dari ${halaman.length}`)
      expect(teks).toMatch(/Dicetak pada \d{1,2} \p{L}+ \d{4} pukul \d\d\.\d\d WIB oleh/u)
      expect(teks).toContain(`${akun.dewi.nama} (administrator)`)
      expect(teks).toContain('TERBATAS')
    }
    // The head of a table stands above its rows on the next sheet too.
    expect(halaman[1]).toContain('TMT golongan')
  })

  test('carries its fonts, its language and a structure for screen readers, and no name outside', async () => {
    const { judul, bahasa, fonts, tag, jawaban } = await print(akun.wulan, akun.wulan)
    expect(judul).toBe('Daftar Riwayat Hidup')
    expect(bahasa).toBe('id-ID')
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.every(({ disematkan }) => disematkan)).toBe(true)
    expect(tag).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD']))
    expect(jawaban.headers['content-disposition']).toBe(
      'attachment; filename="daftar-riwayat-hidup.pdf"',
    )
    expect(jawaban.headers['cache-control']).toContain('no-store')
  })

  test('masks for a fasilitator what the screen masks, and asks nobody to sign it', async () => {
    const { teks } = await print(akun.rina, akun.wulan)
    expect(teks).toContain('disamarkan')
    for (const peka of [contohIsi.kartu_keluarga.nik, '3578 0000 0000 0002', '3.602.400']) {
      expect(teks).not.toContain(peka)
    }
    expect(teks).toContain('823/4/UJI/2025')
    expect(teks).not.toContain('Yang bersangkutan')
    expect((await print(akun.wulan, akun.wulan)).teks).toContain('Yang bersangkutan')
  })

  test('holds nothing confidential, whoever prints (P10.2c)', async () => {
    for (const siapa of [akun.wulan, akun.rina, akun.dewi]) {
      const { teks } = await print(siapa, akun.wulan)
      expect(teks).not.toContain('862/1/UJI/2024')
      expect(teks).not.toMatch(/hukuman disiplin/i)
    }
  })

  test('leaves an entry with its number, which stands on the paper', async () => {
    const sebelum = (await listCetak()).length
    const { teks } = await print(akun.rina, akun.wulan)
    const cetak = await listCetak()
    expect(cetak).toHaveLength(sebelum + 1)
    const { akun_id, rincian } = cetak.at(-1) ?? {}
    expect(akun_id).toBe(akun.rina.id)
    expect(rincian).toMatchObject({ disamarkan: true, versi: 1 })
    expect(teks).toContain(`nomor cetak ${rincian?.nomorCetak}`)
  })

  test('shows what is valid now: a replaced or withdrawn row is not printed', async () => {
    const id = await addRiwayat(server, akun.wulan, 'pangkat', {
      ...contohIsi.pangkat,
      nomorSk: '800/DICABUT/UJI',
    })
    expect((await print(akun.wulan, akun.wulan)).teks).toContain('800/DICABUT/UJI')
    await server.owner.query(
      `update riwayat set status = 'dicabut', dicabut_pada = now(), alasan = 'keliru' where id = $1`,
      [id],
    )
    expect((await print(akun.wulan, akun.wulan)).teks).not.toContain('800/DICABUT/UJI')
  })

  test('of another office is not found, and no entry is left', async () => {
    const sebelum = await listCetak()
    const params = { pegawaiId: akun.wulan.pegawaiId }
    expect((await server.getPenolakan(akun.sari, printDrh, { params })).kode).toBe(
      'tidak_ditemukan',
    )
    expect((await server.getPenolakan(akun.hadi, printDrh, { params })).kode).toBe(
      'tidak_ditemukan',
    )
    expect(await listCetak()).toEqual(sebelum)
  })

  test('many at once come out whole', async () => {
    const semua = await Promise.all(Array.from({ length: 8 }, () => print(akun.wulan, akun.wulan)))
    const nomor = semua.map(({ teks }) => /nomor cetak (\S+)/.exec(teks)?.[1])
    expect(new Set(nomor).size).toBe(8)
  })
})
