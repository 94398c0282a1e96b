import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyImpor, listBarisImpor, postImpor, undoImpor } from '@meja/core/api/impor.ts'
import { getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import { getRekam } from '@meja/core/api/rekam.ts'
import { akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addRiwayat } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

let nomor = 100
/** Somebody born on 1 August 1990, candidate since March 2015. */
function buildOrang(ubah: Record<string, string> = {}): Record<string, string> {
  nomor += 1
  return {
    NIP: `199008012015031${nomor}`,
    'Nama (tanpa gelar)': `Calon Uji ${String.fromCodePoint(65 + (nomor % 26))}`,
    'Tempat lahir': 'Malang',
    'Tanggal lahir': '01-08-1990',
    'Jenis kelamin': 'Laki-laki',
    Agama: 'Islam',
    'Status perkawinan': 'Belum Menikah',
    'Jenis pegawai': 'PNS',
    'Unit kerja': '901.1',
    'Gelar belakang': 'S.Kom.',
    'Nomor SK CPNS': '813/7/UJI/2015',
    'Tanggal SK CPNS': '20-02-2015',
    'TMT CPNS': '01-03-2015',
    'Golongan/ruang CPNS': 'III/a',
    'TMT PNS': '01-03-2016',
    'Nomor SK PNS': '821/7/UJI/2016',
    'Tanggal SK PNS': '20-02-2016',
    ...ubah,
  }
}

function writeCsv(orang: Record<string, string>[]): Uint8Array {
  const judul = [...new Set(orang.flatMap((satu) => Object.keys(satu)))]
  const sel = (teks: string) => `"${teks.replaceAll('"', '""')}"`
  const baris = [judul, ...orang.map((satu) => judul.map((nama) => satu[nama] ?? ''))]
  return new Uint8Array(Buffer.from(baris.map((satu) => satu.map(sel).join(';')).join('\r\n')))
}

async function preview(orang: Record<string, string>[]) {
  const impor = await server.getJawaban(akun.dewi, postImpor, {
    query: { jenis: 'identitas', pegawaiBaru: 'true', namaBerkas: 'pegawai-baru.csv' },
    body: writeCsv(orang),
  })
  const { baris } = await server.getJawaban(akun.dewi, listBarisImpor, {
    params: { imporId: impor.id },
  })
  return { impor, baris, kode: baris.map(({ temuan }) => temuan.map((satu) => satu.kode)) }
}

async function applyAll(imporId: string, batas = 2) {
  for (;;) {
    const jawaban = await server.getJawaban(akun.dewi, applyImpor, {
      params: { imporId },
      body: { batas },
    })
    if (jawaban.sisa === 0) return jawaban.impor
  }
}

async function findByNip(nip: string) {
  const { pegawai } = await server.getJawaban(akun.dewi, searchPegawai, { body: { teks: nip } })
  return pegawai[0]
}

async function countUnit(): Promise<number> {
  const { perangkatDaerah } = await server.getJawaban(akun.dewi, getOrganisasi)
  const unit = perangkatDaerah.flatMap((satu) => satu.unit)
  return unit.find(({ kode }) => kode === '901.1')?.jumlah ?? 0
}

test('a file makes new employees in steps, each with the rows of the record that it tells', async () => {
  const orang = [buildOrang(), buildOrang(), buildOrang()]
  const sebelum = await countUnit()
  const { impor, baris, kode } = await preview(orang)
  expect(impor).toMatchObject({ pegawaiBaru: true, kolomLain: [], jumlah: { siap: 3 } })
  expect(kode).toEqual([[], [], []])
  expect(baris[0]).toMatchObject({ nama: orang[0]?.['Nama (tanpa gelar)'] })
  expect(await findByNip(orang[0]?.['NIP'] ?? '')).toBeUndefined()

  const selesai = await applyAll(impor.id)
  expect(selesai).toMatchObject({ status: 'selesai', jumlah: { masuk: 3 } })
  const satu = await findByNip(orang[2]?.['NIP'] ?? '')
  expect(satu?.nip).toBe(orang[2]?.['NIP'])
  expect(await countUnit()).toBe(sebelum + 3)
  const rekam = await server.getJawaban(akun.rina, getRekam, {
    params: { pegawaiId: satu?.id ?? '' },
    query: {},
  })
  expect(rekam.pegawai.nama).toContain('S.Kom.')
  expect(rekam.baris.map(({ jenis, sumber }) => [jenis, sumber]).toSorted()).toEqual([
    ['cpns', 'impor'],
    ['gelar', 'impor'],
    ['identitas', 'impor'],
    ['kepegawaian', 'impor'],
    ['pns', 'impor'],
  ])
  expect(rekam.kini).toMatchObject({ jenisPegawai: 'PNS', usia: expect.any(Number) as number })
})

describe('each row is judged by the rules of the numbers (nip.md)', () => {
  test.each([
    ['NIP-02', 'a NIP that a spreadsheet rounded', { NIP: '1.99008E+17' }, ['IMP-02']],
    ['NIP-03', 'a birth date that is none', { NIP: '199013012015031001' }, ['IMP-11']],
    ['NIP-08', 'a NIP that somebody has', { NIP: akun.wulan.nip }, ['NIP-08']],
    ['NIP-09', 'a PNS number on a PPPK', { 'Jenis pegawai': 'PPPK' }, ['NIP-09']],
    ['NIP-10', 'another birth date than the number', { 'Tanggal lahir': '02-08-1990' }, ['NIP-10']],
    ['NIP-11', 'another first appointment', { 'TMT CPNS': '01-04-2015' }, ['NIP-11']],
    ['NIP-12', 'another sex', { 'Jenis kelamin': 'Perempuan' }, ['NIP-12']],
    ['NIP-16', 'a PNS before a CPNS', { 'TMT PNS': '01-03-2014' }, ['NIP-16']],
    ['a unit', 'that is not there', { 'Unit kerja': '999.9' }, ['IMP-12']],
    ['an identity', 'without a name', { 'Nama (tanpa gelar)': '' }, ['IMP-14']],
    ['a name', 'that is a formula', { 'Nama (tanpa gelar)': '=cmd()' }, ['IMP-03']],
  ])('%s: %s', async (_, __, ubah, kode) => {
    const hasil = await preview([buildOrang(ubah)])
    expect(hasil.kode[0]).toEqual(expect.arrayContaining(kode))
  })

  test('the same number twice in the file, and a NIK that somebody has (NIK-07)', async () => {
    const nik = '3573010108900001'
    await addRiwayat(server, akun.hadi, 'kartu_keluarga', { nik, nomorKk: '3573011502100001' })
    const kembar = buildOrang()
    const { kode, baris } = await preview([
      kembar,
      { ...kembar, 'Nama (tanpa gelar)': 'Orang Lain' },
      buildOrang({ NIK: nik, 'Nomor KK': '3573011502100002', Alamat: 'Jalan Uji 1' }),
    ])
    expect(kode).toEqual([[], ['IMP-08'], ['NIK-07']])
    expect(baris.map(({ vonis }) => vonis)).toEqual(['siap', 'ditolak', 'ditolak'])
  })

  test('somebody of the same name and birth date is shown, not refused', async () => {
    const { impor } = await preview([buildOrang({ 'Nama (tanpa gelar)': 'Nama Sama Uji' })])
    await applyAll(impor.id)
    const { baris } = await preview([buildOrang({ 'Nama (tanpa gelar)': 'NAMA SAMA UJI' })])
    expect(baris[0]).toMatchObject({ vonis: 'peringatan', temuan: [{ kode: 'IMP-13' }] })
  })
})

test('a number that came to somebody else since is refused when the rows go in, and says so', async () => {
  const kembar = buildOrang()
  const lambat = await preview([kembar, buildOrang()])
  await applyAll((await preview([kembar])).impor.id)
  const selesai = await applyAll(lambat.impor.id)
  expect(selesai).toMatchObject({ status: 'selesai', jumlah: { masuk: 1, ditolak: 1 } })
  const { baris } = await server.getJawaban(akun.dewi, listBarisImpor, {
    params: { imporId: lambat.impor.id },
  })
  expect(baris[0]).toMatchObject({ status: 'ditolak', temuan: [{ kode: 'NIP-08' }] })
})

describe('taken out again', () => {
  const undo = (imporId: string) => ({ params: { imporId }, body: { alasan: 'Berkas keliru' } })

  test('all of them in one step, and what the file said stays', async () => {
    const sebelum = await countUnit()
    const orang = [buildOrang(), buildOrang()]
    const { impor } = await preview(orang)
    await applyAll(impor.id)
    await server.getJawaban(akun.dewi, undoImpor, undo(impor.id))
    expect(await findByNip(orang[0]?.['NIP'] ?? '')).toBeUndefined()
    expect(await countUnit()).toBe(sebelum)
    const { baris } = await server.getJawaban(akun.dewi, listBarisImpor, {
      params: { imporId: impor.id },
    })
    expect(baris.map(({ status, nip }) => [status, nip])).toEqual(
      orang.map((satu) => ['dibatalkan', satu['NIP']]),
    )
    // The same file comes in again.
    await applyAll((await preview(orang)).impor.id)
    expect((await findByNip(orang[0]?.['NIP'] ?? ''))?.nip).toBe(orang[0]?.['NIP'])
  })

  test('none of them, once one has an account', async () => {
    const orang = buildOrang()
    const { impor } = await preview([orang, buildOrang()])
    await applyAll(impor.id)
    const id = (await findByNip(orang['NIP'] ?? ''))?.id
    await server.owner.query(
      `insert into akun (id, pegawai_id, nama_pengguna, peran)
       values (gen_random_uuid(), $1, 'uji.baru', 'user_personal')`,
      [id],
    )
    const galat = await server.getPenolakan(akun.dewi, undoImpor, undo(impor.id))
    expect(galat.kode).toBe('impor_sudah_dipakai')
    expect((await findByNip(orang['NIP'] ?? ''))?.id).toBe(id)
  })
})

test('nobody enters the register past an open import, not even for an administrator', async () => {
  await server.owner.query('begin')
  try {
    await server.owner.query('set local role meja_app')
    await server.owner.query(
      `select set_config('meja.akun_id', $1, true), set_config('meja.peran', 'administrator', true)`,
      [akun.dewi.id],
    )
    await expect(
      server.owner.query(
        `insert into pegawai (id, nip, nama, perangkat_daerah, unit_kerja, data_utama)
         values (gen_random_uuid(), '199001012015031999', 'Selundupan', '901', '901.1', '{}')`,
      ),
    ).rejects.toThrow(/row-level security/)
  } finally {
    await server.owner.query('rollback')
  }
})
