import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  applyImpor,
  getBerkasDitolak,
  listBarisImpor,
  listImpor,
  postImpor,
  undoImpor,
} from '@meja/core/api/impor.ts'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { addDokumen, addRiwayat, buildKeputusanKasus, contohIsi } from '../../support/usulan.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const judul = [
  'NIP',
  'Nomor SK',
  'Tanggal SK',
  'Golongan/ruang',
  'Gaji pokok',
  'TMT gaji',
  'Catatan',
]
let nomorSk = 0

function buildBaris(pemilik: Akun, ubah: Record<string, string> = {}): string[] {
  nomorSk += 1
  const isi: Record<string, string> = {
    NIP: pemilik.nip,
    'Nomor SK': `822/${nomorSk}/UJI/2023`,
    'Tanggal SK': '10-02-2023',
    'Golongan/ruang': 'III b',
    'Gaji pokok': 'Rp 3.456.700,00',
    'TMT gaji': '1 Maret 2023',
    Catatan: 'diabaikan',
    ...ubah,
  }
  return judul.map((satu) => isi[satu] ?? '')
}

function writeCsv(baris: string[][], pemisah = ';', awal = ''): Uint8Array {
  const sel = (teks: string) => `"${teks.replaceAll('"', '""')}"`
  const teks = [judul, ...baris].map((satu) => satu.map(sel).join(pemisah)).join('\r\n')
  return new Uint8Array(Buffer.from(awal + teks))
}

type Isi = { type: StringConstructor | NumberConstructor; value: string | number }

async function writeXlsx(baris: Isi[][]): Promise<Uint8Array> {
  const kepala = judul.map((value) => ({ type: String, value }))
  return new Uint8Array(await writeXlsxFile([kepala, ...baris]).toBuffer())
}

const unggah = (bytes: Uint8Array, jenis: 'gaji' | 'kartu_keluarga' = 'gaji') => ({
  query: { jenis, namaBerkas: 'gaji-lama.csv' },
  body: bytes,
})

async function preview(bytes: Uint8Array) {
  const impor = await server.getJawaban(akun.dewi, postImpor, unggah(bytes))
  const { baris } = await server.getJawaban(akun.dewi, listBarisImpor, {
    params: { imporId: impor.id },
  })
  return { impor, baris }
}

async function applyAll(imporId: string) {
  let kali = 0
  for (;;) {
    kali += 1
    const { impor, sisa } = await server.getJawaban(akun.dewi, applyImpor, {
      params: { imporId },
      body: { batas: 2 },
    })
    if (sisa === 0) return { impor, kali }
  }
}

async function listRekam(pemilik: Akun) {
  const { rows } = await server.owner.query<{ isi: Record<string, string>; status: string }>(
    `select isi, status, sumber, alasan from riwayat
     where pegawai_id = $1 and sumber = 'impor' order by dibuat_pada, isi ->> 'nomorSk'`,
    [pemilik.pegawaiId],
  )
  return rows
}

describe('the preview says of every row what would happen, and touches nothing', () => {
  test.each([
    ['a semicolon', ';', ''],
    ['a comma', ',', ''],
    ['a tab and a byte-order mark', '\t', '\uFEFF'],
  ])('in a CSV with %s', async (_, pemisah, awal) => {
    const sebelum = await listRekam(akun.wulan)
    const { impor, baris } = await preview(writeCsv([buildBaris(akun.wulan)], pemisah, awal))
    expect(impor).toMatchObject({
      status: 'pratinjau',
      kolomLain: ['Catatan'],
      jumlah: { siap: 1, peringatan: 0, ditolak: 0, masuk: 0 },
    })
    expect(baris).toMatchObject([
      {
        nomor: 2,
        nip: akun.wulan.nip,
        nama: akun.wulan.nama,
        vonis: 'siap',
        isi: {
          tanggalSk: '2023-02-10',
          golongan: 'III/b',
          gajiPokok: '3456700',
          tmtGaji: '2023-03-01',
        },
      },
    ])
    expect(await listRekam(akun.wulan)).toEqual(sebelum)
  })

  test.each([
    ['a NIP that a spreadsheet rounded', { NIP: '1.98503E+17' }, ['IMP-02'], 'ditolak'],
    ['a NIP that nobody has', { NIP: '198001012005011999' }, ['IMP-01'], 'ditolak'],
    ['a NIP with a letter', { NIP: '19850317201001A001' }, ['IMP-11'], 'ditolak'],
    ['no NIP', { NIP: '' }, ['IMP-10'], 'ditolak'],
    ['a date that does not exist', { 'Tanggal SK': '30-02-2023' }, ['IMP-04'], 'ditolak'],
    ['a year of two digits', { 'Tanggal SK': '10/02/23' }, ['IMP-05'], 'ditolak'],
    ['a grade that does not exist', { 'Golongan/ruang': 'V/z' }, ['IMP-03'], 'ditolak'],
    ['a formula in place of a number', { 'Gaji pokok': '=1+1' }, ['IMP-03'], 'ditolak'],
    ['a required field left empty', { 'Nomor SK': '' }, ['IMP-06'], 'peringatan'],
  ])('%s', async (_, ubah, kode, vonis) => {
    const { baris } = await preview(writeCsv([buildBaris(akun.wulan, ubah)]))
    expect(baris[0]).toMatchObject({ vonis })
    expect(baris[0]?.temuan.map((satu) => satu.kode)).toEqual(kode)
  })

  test('a row that is in the record already, and one that stands twice in the file', async () => {
    await addRiwayat(server, akun.hadi, 'gaji', {
      nomorSk: '822/SAMA/2023',
      tanggalSk: '2023-02-10',
      golongan: 'III/b',
      gajiPokok: '3456700',
      tmtGaji: '2023-03-01',
    })
    const sama = buildBaris(akun.hadi, { 'Nomor SK': '822/SAMA/2023' })
    const ganda = buildBaris(akun.hadi)
    const { baris } = await preview(writeCsv([sama, ganda, ganda]))
    expect(baris.map(({ temuan }) => temuan.map((satu) => satu.kode))).toEqual([
      ['IMP-07'],
      [],
      ['IMP-08'],
    ])
  })

  test('a kind of which one row holds at a time does not come in beside it', async () => {
    await addRiwayat(server, akun.yanti, 'kartu_keluarga')
    const baris = ['NIP;Nomor KK;NIK;Alamat', `${akun.yanti.nip};3578010101100009;;Jalan Uji 9`]
    const bytes = new Uint8Array(Buffer.from(baris.join('\r\n')))
    const impor = await server.getJawaban(akun.dewi, postImpor, unggah(bytes, 'kartu_keluarga'))
    const hasil = await server.getJawaban(akun.dewi, listBarisImpor, {
      params: { imporId: impor.id },
    })
    expect(hasil.baris[0]).toMatchObject({ vonis: 'ditolak' })
    expect(hasil.baris[0]?.temuan.map(({ kode }) => kode)).toContain('IMP-09')
  })

  test('an XLSX keeps 18 digits as text, and names the row where they are a number', async () => {
    const teks = buildBaris(akun.wulan).map((value): Isi => ({ type: String, value }))
    const angka: Isi[] = [{ type: Number, value: Number(akun.wulan.nip) }, ...teks.slice(1)]
    const { baris } = await preview(await writeXlsx([teks, angka]))
    expect(baris.map(({ nip, vonis }) => [nip, vonis])).toEqual([
      [akun.wulan.nip, 'siap'],
      [null, 'ditolak'],
    ])
    expect(baris[1]?.temuan[0]?.kode).toBe('IMP-02')
  })

  test('a cell of a megabyte and one with hidden characters cost their rows, not the file', async () => {
    const { baris } = await preview(
      writeCsv([
        buildBaris(akun.wulan, { 'Nomor SK': 'A'.repeat(1_048_576) }),
        buildBaris(akun.wulan, { 'Nomor SK': '822/\u0007/UJI' }),
        buildBaris(akun.wulan),
      ]),
    )
    expect(baris.map(({ vonis, temuan }) => [vonis, temuan.map(({ kode }) => kode)])).toEqual([
      ['ditolak', ['IMP-16']],
      ['ditolak', ['IMP-15']],
      ['siap', []],
    ])
  })

  test.each([
    ['an empty file', '', 'berkas_kosong'],
    ['a file without a column for the NIP', 'Nama;Gaji pokok\r\nA;1', 'impor_tanpa_kolom'],
    ['a ZIP that is no workbook', 'PK\u0003\u0004bukan', 'berkas_rusak'],
    ['bytes that are no text', 'NIP;\0\0\0', 'berkas_rusak'],
  ])('%s is refused with its sentence', async (_, isi, kode) => {
    const bytes = new Uint8Array(Buffer.from(isi, 'latin1'))
    expect(await server.getPenolakan(akun.dewi, postImpor, unggah(bytes))).toMatchObject({ kode })
  })
})

test('rows come into the record in steps, a break between them loses nothing, once more is refused', async () => {
  const bytes = writeCsv([1, 2, 3, 4, 5].map(() => buildBaris(akun.rina)))
  const { impor } = await preview(bytes)
  await server.getJawaban(akun.dewi, applyImpor, {
    params: { imporId: impor.id },
    body: { batas: 2 },
  })
  expect(await listRekam(akun.rina)).toHaveLength(2)
  const selesai = await applyAll(impor.id)
  expect(selesai).toMatchObject({ kali: 2, impor: { status: 'selesai', jumlah: { masuk: 5 } } })
  expect(await listRekam(akun.rina)).toHaveLength(5)
  expect(
    await server.getPenolakan(akun.dewi, applyImpor, {
      params: { imporId: impor.id },
      body: { batas: 2 },
    }),
  ).toMatchObject({ kode: 'impor_selesai' })
  const { impor: daftar } = await server.getJawaban(akun.dewi, listImpor)
  expect(daftar.map((satu) => satu.id)).toContain(impor.id)
})

test('an import goes out again in one step, and its rows stay with the reason', async () => {
  const { impor } = await preview(writeCsv([buildBaris(akun.bagus), buildBaris(akun.bagus)]))
  await applyAll(impor.id)
  const masukan = { params: { imporId: impor.id }, body: { alasan: 'Berkas tahun lalu' } }
  await server.getJawaban(akun.dewi, undoImpor, masukan)
  expect(await listRekam(akun.bagus)).toMatchObject([
    { status: 'dicabut', alasan: 'Impor dibatalkan: Berkas tahun lalu' },
    { status: 'dicabut' },
  ])
  expect(await server.getPenolakan(akun.dewi, undoImpor, masukan)).toMatchObject({
    kode: 'impor_selesai',
  })
})

test('once somebody has built on a row, the import stays as it is', async () => {
  const { impor } = await preview(writeCsv([buildBaris(akun.wulan), buildBaris(akun.wulan)]))
  await applyAll(impor.id)
  const { rows } = await server.owner.query<{ id: string }>(
    `select riwayat_id as id from impor_baris where impor_id = $1 order by nomor limit 1`,
    [impor.id],
  )
  const { id } = await server.getJawaban(akun.wulan, postUsulan, {
    body: {
      transactionId: crypto.randomUUID(),
      pegawaiId: akun.wulan.pegawaiId,
      jenis: 'gaji',
      aksi: 'koreksi',
      riwayatId: rows[0]?.id ?? '',
      alasan: 'Salah ketik',
      sesudah: contohIsi.gaji,
      dokumenIds: [(await addDokumen(server, akun.wulan)).id],
      pernyataanBenar: true,
    },
  })
  const kasus = await server.getJawaban(akun.rina, getKasus, { params: { usulanId: id } })
  await server.getJawaban(akun.rina, postKeputusan, { body: buildKeputusanKasus(kasus) })
  expect(
    await server.getPenolakan(akun.dewi, undoImpor, {
      params: { imporId: impor.id },
      body: { alasan: 'Berkas salah' },
    }),
  ).toMatchObject({ kode: 'impor_sudah_dipakai', rincian: { jumlah: 1 } })
})

test('rejected rows come back as a file to mend, every digit as it was', async () => {
  const rusak = buildBaris(akun.wulan, { NIP: '198001012005011999', 'Nomor SK': '=SUM(A1)' })
  const { impor } = await preview(writeCsv([rusak, buildBaris(akun.wulan)]))
  const jawaban = await server.inject(akun.dewi, getBerkasDitolak, {
    params: { imporId: impor.id },
  })
  const lembar = await readSheet(jawaban.rawPayload)
  expect(lembar).toHaveLength(2)
  expect(lembar[0]).toEqual([...judul, 'Baris', 'Sebab ditolak'])
  expect(lembar[1]?.slice(0, 2)).toEqual(['198001012005011999', '=SUM(A1)'])
  expect(lembar[1]?.at(-1)).toBe('NIP tidak terdaftar')
})

test('no row enters the record by the import door that no open import has judged', async () => {
  await server.owner.query('begin')
  try {
    await server.owner.query('set local role meja_app')
    await server.owner.query(
      `select set_config('meja.akun_id', $1, true), set_config('meja.pegawai_id', $2, true),
         set_config('meja.peran', 'administrator', true)`,
      [akun.dewi.id, akun.dewi.pegawaiId],
    )
    await expect(
      server.owner.query(
        `insert into riwayat (id, pegawai_id, jenis, isi, status, sumber)
         values (gen_random_uuid(), $1, 'gaji', '{}', 'valid', 'impor')`,
        [akun.wulan.pegawaiId],
      ),
    ).rejects.toThrow(/row-level security/)
  } finally {
    await server.owner.query('rollback')
  }
})
