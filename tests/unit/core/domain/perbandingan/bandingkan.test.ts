import { describe, expect, it } from 'vitest'
import { compareIsian } from '@meja/core/domain/perbandingan/bandingkan.ts'
import type { TipeBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import { buildHalaman, isi, type Sel } from './halaman-contoh.ts'

type Isian = Readonly<Record<string, readonly [TipeBanding, string]>>

function compare(baris: readonly (string | readonly Sel[])[], isian: Isian) {
  const daftar = Object.entries(isian).map(([kunci, [tipe, nilai]]) => ({ kunci, tipe, nilai }))
  const hasil = compareIsian([buildHalaman(baris)], daftar)
  return Object.fromEntries(hasil.map((satu) => [satu.kunci, satu]))
}

const status = (hasil: ReturnType<typeof compare>) =>
  Object.fromEntries(Object.entries(hasil).map(([kunci, satu]) => [kunci, satu?.status]))

const keputusan = [
  'KEPUTUSAN GUBERNUR',
  isi('NOMOR', '823.3/1234/204.3/2019'),
  isi('Nama', 'Ir. SITI AMINAH, S.T., M.T.'),
  isi('NIP', '19660801 198803 1 001'),
  isi('Tempat, Tanggal Lahir', 'Kediri, 1 Agustus 1966'),
  isi('Pangkat/Gol. Ruang lama', 'Penata Muda, III/a'),
  isi('Unit Kerja', 'Dinas Pendidikan Kab. Kediri'),
  'terhitung mulai tanggal 1 April 2019 dinaikkan pangkatnya menjadi',
  isi('Pangkat/Gol. Ruang baru', 'Penata Muda Tk. I, III/b'),
  isi('Masa kerja golongan', '05 tahun 03 bulan'),
  isi('Gaji pokok', 'Rp. 3.123.400,-'),
  'Ditetapkan di Surabaya',
  'pada tanggal 12 Maret 2019',
  'BUDI SANTOSO',
  'NIP. 19600101 198503 1 002',
] as const

describe('a decree', () => {
  it('says every value that stands behind its label', () => {
    const hasil = compare(keputusan, {
      nomor_sk: ['nomor', '823.3/1234/204.3/2019'],
      nama: ['nama', 'Siti Aminah, S.T.'],
      nip: ['nip', '196608011988031001'],
      tempat_lahir: ['teks', 'Kediri'],
      tanggal_lahir: ['tanggal', '1966-08-01'],
      tmt: ['tanggal', '2019-04-01'],
      tanggal_sk: ['tanggal', '2019-03-12'],
      pangkat: ['pangkat', 'Penata Muda Tingkat I'],
      golongan: ['golongan', 'III/b'],
      unit_kerja: ['teks', 'Dinas Pendidikan Kabupaten Kediri'],
      masa_kerja: ['masa', '63'],
      gaji: ['uang', '3123400'],
    })
    expect(new Set(Object.values(status(hasil)))).toEqual(new Set(['sama']))
  })

  it('does not call a right text in a wrong place equal', () => {
    const hasil = compare(keputusan, {
      nama: ['nama', 'Siti Aminah'],
      nip: ['nip', '196001011985031002'],
      tanggal_sk: ['tanggal', '2019-04-01'],
      golongan: ['golongan', 'III/a'],
      pangkat: ['pangkat', 'Penata Muda'],
    })
    expect(status(hasil)).toEqual({
      // A number of one person beside the name of another: neither is called equal.
      nama: 'periksa_mata',
      nip: 'beda',
      tanggal_sk: 'beda',
      golongan: 'beda',
      pangkat: 'beda',
    })
  })

  it('marks what was typed wrongly, and where', () => {
    const hasil = compare(keputusan, {
      nip: ['nip', '196608011988031010'],
      tmt: ['tanggal', '2019-01-04'],
      gaji: ['uang', '3132400'],
      masa_kerja: ['masa', '51'],
      nama: ['nama', 'Siti Aminha'],
    })
    expect(new Set(Object.values(status(hasil)))).toEqual(new Set(['beda']))
    expect(hasil['nip']).toMatchObject({
      terbaca: '19660801 198803 1 001',
      alasan: { label: 'nip', hubungan: 'kiri' },
    })
    expect(hasil['nip']?.kotak[0]?.kotak[0]).toBeGreaterThan(900)
  })

  it('leaves what the paper does not have to the eye', () => {
    const hasil = compare(keputusan, {
      nomor_karpeg: ['nomor', 'A 123456'],
      ipk: ['angka', '3,45'],
      agama: ['teks', 'Islam'],
    })
    expect(new Set(Object.values(status(hasil)))).toEqual(new Set(['periksa_mata']))
  })

  it('leaves to the eye what the reader was not sure of', () => {
    const baris = [
      isi('NIP', '19660801 198803 1 007', 40),
      isi('Gaji pokok', 'Rp. 3.128.400,-', 30),
    ]
    const hasil = compare(baris, {
      nip: ['nip', '196608011988031001'],
      gaji: ['uang', '3123400'],
    })
    expect(status(hasil)).toEqual({ nip: 'periksa_mata', gaji: 'periksa_mata' })
  })
})

describe('a list of many people', () => {
  const kolom = [200, 400, 1000, 1600] as const
  const row = (...sel: readonly string[]): readonly Sel[] =>
    sel.map((teks, i) => [kolom[i] ?? 0, teks] as const)
  const daftar = [
    row('NO', 'NAMA', 'NIP', 'TANGGAL LAHIR'),
    row('1', 'AGUS PRAKOSO', '197001011995031001', '01-01-1970'),
    row('2', 'SITI AMINAH', '196608011988032001', '01-08-1966'),
    row('3', 'DEWI LESTARI', '198002022005012003', '02-02-1980'),
  ]

  it('is read in the row of the person', () => {
    const hasil = compare(daftar, {
      nama: ['nama', 'Siti Aminah'],
      nip: ['nip', '196608011988032001'],
      tanggal_lahir: ['tanggal', '1966-08-01'],
    })
    expect(new Set(Object.values(status(hasil)))).toEqual(new Set(['sama']))
  })

  it('does not take the date of the row above for this person’s', () => {
    const hasil = compare(daftar, {
      nama: ['nama', 'Siti Aminah'],
      nip: ['nip', '196608011988032001'],
      tanggal_lahir: ['tanggal', '1970-01-01'],
    })
    expect(hasil['tanggal_lahir']).toMatchObject({ status: 'beda', terbaca: '01-08-1966' })
  })
})

it('finds the person of a statement that names its signer first', () => {
  const hasil = compare(
    [
      'Yang bertanda tangan di bawah ini',
      isi('Nama', 'BUDI SANTOSO'),
      isi('NIP', '19600101 198503 1 002'),
      isi('Jabatan', 'Kepala Dinas'),
      'menerangkan dengan sesungguhnya',
      isi('Nama', 'SITI AMINAH'),
      isi('NIP', '19660801 198803 1 001'),
      isi('Jabatan', 'Guru Ahli Madya'),
    ],
    {
      nama: ['nama', 'Siti Aminah'],
      nip: ['nip', '196608011988031001'],
      jabatan: ['teks', 'Guru Ahli Muda'],
    },
  )
  expect(status(hasil)).toEqual({ nama: 'sama', nip: 'sama', jabatan: 'beda' })
})

it('reads a sentence that runs on into the next line', () => {
  const hasil = compare(
    ['lahir di Tebing Tinggi pada tanggal', '25 September 1985, telah menyelesaikan'],
    { tempat_lahir: ['teks', 'Tebing Tinggi'], tanggal_lahir: ['tanggal', '1985-09-25'] },
  )
  expect(status(hasil)).toEqual({ tempat_lahir: 'sama', tanggal_lahir: 'sama' })
})
