import { describe, expect, it } from 'vitest'
import { compareIsian } from '@meja/core/domain/perbandingan/bandingkan.ts'
import type { TipeBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import { buildHalaman, isi, type Sel } from './halaman-contoh.ts'

type Isian = Readonly<Record<string, readonly [TipeBanding, string]>>

function compare(baris: readonly (string | readonly Sel[])[], isian: Isian) {
  const daftar = Object.entries(isian).map(([kunci, [tipe, nilai]]) => ({ kunci, tipe, nilai }))
  const hasil = compareIsian([buildHalaman(baris)], daftar)
  return Object.fromEntries(hasil.map(({ kunci, status }) => [kunci, status]))
}

const kolom = [200, 400, 1100, 1700, 2300, 2700] as const
const row = (...sel: readonly string[]): readonly Sel[] =>
  sel.flatMap((teks, i) => (teks === '' ? [] : [[kolom[i] ?? 0, teks] as const]))

describe('a list whose cells hold two lines', () => {
  const daftar = [
    row('NO', 'NAMA / NIP', 'TEMPAT TANGGAL LAHIR', 'PANGKAT / GOL. RUANG', 'MASA KERJA'),
    row('1', 'AGUS PRAKOSO', 'Kota Malang,', 'Pembina', '15 tahun 04 bulan'),
    row('', '19700101 199503 1 001', '01-01-1970', 'IV/a'),
    row('2', 'SITI AMINAH', 'Kota Kediri,', 'Penata Tk. I', '12 tahun 02 bulan'),
    row('', '19660801 198803 2 001', '01-08-1966', 'III/d'),
    row('3', 'DEWI LESTARI', 'Kota Batu,', 'Penata Muda', '09 tahun 11 bulan'),
    row('', '19800202 200501 2 003', '02-02-1980', 'III/a'),
  ]

  it('has one person in both lines', () => {
    expect(
      compare(daftar, {
        nama: ['nama', 'Siti Aminah'],
        nip: ['nip', '196608011988032001'],
        tempat_lahir: ['teks', 'Kota Kediri'],
        tanggal_lahir: ['tanggal', '1966-08-01'],
        pangkat: ['pangkat', 'Penata Tingkat I'],
        golongan: ['golongan', 'III/d'],
        masa_kerja: ['masa', '146'],
      }),
    ).toEqual({
      nama: 'sama',
      nip: 'sama',
      tempat_lahir: 'sama',
      tanggal_lahir: 'sama',
      pangkat: 'sama',
      golongan: 'sama',
      masa_kerja: 'sama',
    })
  })

  it('does not lend a name the number of the row below', () => {
    const hasil = compare(daftar, {
      nama: ['nama', 'Agus Prakoso'],
      nip: ['nip', '196608011988032001'],
    })
    expect(Object.values(hasil)).not.toContain('sama')
  })
})

describe('a name without a label', () => {
  const sertifikat = (nip: string) => [
    'SURAT TANDA TAMAT PELATIHAN',
    [[1000, 'Siti Aminah']] as const,
    [[1000, `NIP ${nip}`]] as const,
    'lahir di Kediri pada tanggal 1 Agustus 1966',
  ]

  it('is the person’s where the person’s own number stands below it', () => {
    const hasil = compare(sertifikat('196608011988032001'), {
      nama: ['nama', 'Siti Aminah, S.T.'],
      nip: ['nip', '196608011988032001'],
    })
    expect(hasil).toEqual({ nama: 'sama', nip: 'sama' })
  })

  it('is left to the eye where that number is another one', () => {
    const hasil = compare(sertifikat('198002022005012003'), {
      nama: ['nama', 'Siti Aminah, S.T.'],
      nip: ['nip', '196608011988032001'],
    })
    expect(hasil['nama']).toBe('periksa_mata')
  })
})

describe('what belongs to another paper', () => {
  it('is not looked for at the date and the number of this one', () => {
    const surat = [isi('Nomor', '823.3/12/2019'), 'Ditetapkan di Surabaya', 'pada tanggal 12 Maret 2019'] // prettier-ignore
    expect(
      compare(surat, {
        tanggal_sk: ['tanggal', '2019-03-12'],
        tanggal_pertek: ['tanggal', '2018-07-22'],
        nomor_karpeg: ['nomor', 'N 123456'],
      }),
    ).toEqual({
      tanggal_sk: 'sama',
      tanggal_pertek: 'periksa_mata',
      nomor_karpeg: 'periksa_mata',
    })
  })
})

describe('what the reader makes of a page', () => {
  it('may run the words of a label together, or read one of its letters wrongly', () => {
    expect(
      compare([isi('Pangkatlgolongan', 'Pembina / IV/a'), isi('Terhitung mufai tanggal', '1 Oktober 2008')], {
        pangkat: ['pangkat', 'Pembina'],
        golongan: ['golongan', 'IV/a'],
        tmt: ['tanggal', '2008-10-01'],
      }), // prettier-ignore
    ).toEqual({ pangkat: 'sama', golongan: 'sama', tmt: 'sama' })
  })

  it('does not add the rule of a table or the numeral of a rank to a value', () => {
    expect(
      compare(
        [
          [
            [200, 'Gaji pokok'],
            [900, ': Rp4.760.100,00'],
            [1260, 'I'],
          ],
          isi('Pangkat/gol.', 'Pengatur Tingkat I (II/d)'),
        ],
        { gaji: ['uang', '4760100'], golongan: ['golongan', 'II/d'] },
      ),
    ).toEqual({ gaji: 'sama', golongan: 'sama' })
  })

  it('does not doubt an amount for a stroke behind it that was hardly read', () => {
    const hasil = compare(
      [
        [
          [200, 'Gaji pokok'],
          [900, ': Rp. 3.229.300,'],
          [1230, '-', 3],
        ],
      ],
      { gaji: ['uang', '3229030'] },
    )
    expect(hasil).toEqual({ gaji: 'beda' })
  })

  it('does not call a value another one for glyphs that look alike, or for half a word', () => {
    expect(
      compare([isi('Jabatan', 'Penata Keloia Perizinan'), isi('Nama', 'Suryani Dwi Pu')], {
        jabatan: ['teks', 'Penata Kelola Perizinan'],
        nama: ['nama', 'Suryani Dwi Purwanti'],
      }),
    ).toEqual({ jabatan: 'periksa_mata', nama: 'periksa_mata' })
  })

  it('ends a label at its colon', () => {
    const hasil = compare([isi('Nama', 'PEGAWAI SATU')], { nama: ['nama', 'Pegawai Satu, S.Pd.'] })
    expect(hasil).toEqual({ nama: 'sama' })
  })

  it('takes no sentence for a name', () => {
    const hasil = compare(['Bahwa di Surabaya pada tanggal tujuh bulan Juli tahun dua ribu dua'], {
      nama: ['nama', 'Siti Aminah'],
    })
    expect(hasil).toEqual({ nama: 'periksa_mata' })
  })

  it('may lose the year of a date behind a picture: that is still where the date stands', () => {
    const [hasil] = compareIsian(
      [buildHalaman([isi('Tanggal lahir', '24-07-')])],
      [{ kunci: 'tanggal_lahir', tipe: 'tanggal', nilai: '1991-07-24' }],
    )
    expect(hasil).toMatchObject({ status: 'periksa_mata', terbaca: '24-07-' })
  })
})

describe('a form with its labels above the boxes', () => {
  const formulir = [
    row('Nama lengkap', '', 'NIP'),
    row('Siti Aminah', '', '196608011988032001'),
    row('NIK', '', 'Tempat lahir', 'Tanggal lahir'),
    row('3578014108660003', '', 'Kediri', '01/08/1966'),
    row('Jabatan', '', 'Unit kerja'),
    row('Arsiparis', '', 'Dinas Sosial'),
  ]
  const isian = {
    nama: ['nama', 'Siti Aminah'],
    nip: ['nip', '196608011988032001'],
    nik: ['nik', '3578014108660003'],
    tempat_lahir: ['teks', 'Kediri'],
    tanggal_lahir: ['tanggal', '1966-08-01'],
    jabatan: ['teks', 'Arsiparis'],
    unit_kerja: ['teks', 'Dinas Sosial'],
  } as const

  it('is read box by box', () => {
    expect(compare(formulir, isian)).toEqual(
      Object.fromEntries(Object.keys(isian).map((kunci) => [kunci, 'sama'])),
    )
  })

  it('does not take the next label for a value', () => {
    const hasil = compare(formulir, { ...isian, jabatan: ['teks', 'Unit Kerja'] })
    expect(hasil['jabatan']).not.toBe('sama')
  })
})

describe('two people on one page', () => {
  const akta = [
    'telah dilangsungkan perkawinan antara:',
    [[1000, 'AGUS PRAKOSO']] as const,
    'NIK 3578010101700001, lahir di Malang pada tanggal 1 Januari 1970, dengan',
    [[1000, 'SITI AMINAH']] as const,
    'NIK 3578014108660003, lahir di Kediri pada tanggal 1 Agustus 1966.',
  ]
  const isian = {
    nama: ['nama', 'Agus Prakoso'],
    nik: ['nik', '3578010101700001'],
    nama_pasangan: ['nama', 'Siti Aminah'],
  } as const

  it('own what stands behind their names', () => {
    const hasil = compare(akta, {
      ...isian,
      tanggal_lahir: ['tanggal', '1970-01-01'],
      tanggal_lahir_pasangan: ['tanggal', '1966-08-01'],
    })
    expect(new Set(Object.values(hasil))).toEqual(new Set(['sama']))
  })

  it('do not own each other’s', () => {
    const hasil = compare(akta, {
      ...isian,
      tanggal_lahir: ['tanggal', '1966-08-01'],
      tanggal_lahir_pasangan: ['tanggal', '1970-01-01'],
    })
    expect(hasil).toMatchObject({ tanggal_lahir: 'beda', tanggal_lahir_pasangan: 'beda' })
  })

  it('have columns of their own under one row of names', () => {
    const buku = [
      row('', 'SUAMI', 'ISTRI'),
      row('Nama', 'AGUS PRAKOSO', 'SITI AMINAH'),
      row('Tanggal lahir', '1 Januari 1970', '1 Agustus 1966'),
    ]
    const benar = compare(buku, {
      nama: ['nama', 'Siti Aminah'],
      nama_pasangan: ['nama', 'Agus Prakoso'],
      tanggal_lahir: ['tanggal', '1966-08-01'],
    })
    expect(benar['tanggal_lahir']).toBe('sama')
    const salah = compare(buku, {
      nama: ['nama', 'Siti Aminah'],
      nama_pasangan: ['nama', 'Agus Prakoso'],
      tanggal_lahir: ['tanggal', '1970-01-01'],
    })
    expect(salah['tanggal_lahir']).not.toBe('sama')
  })

  it('leave a value of few glyphs to the eye when nothing tells whose it is', () => {
    const hasil = compare([isi('Golongan', 'III/a'), isi('Golongan', 'IV/b')], {
      golongan: ['golongan', 'IV/b'],
    })
    expect(hasil).toEqual({ golongan: 'periksa_mata' })
  })
})

it('a number of which half was lost is not another number', () => {
  expect(
    compare([isi('Nomor', '816/21')], { nomor_sk: ['nomor', '816/21/KPTS/013/2018'] }),
  ).toEqual({ nomor_sk: 'periksa_mata' })
})
