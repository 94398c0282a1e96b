import { describe, expect, it } from 'vitest'
import { getSchemaIsi } from '@meja/core/domain/isi-riwayat.ts'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'

const contoh = {
  pangkat: {
    nomorSk: '823.3/1234/204.3/2019',
    tanggalSk: '2019-03-12',
    golongan: 'III/d',
    tmtGolongan: '2019-04-01',
    masaKerjaGolongan: '130',
    gajiPokok: '4181300',
    jenisKp: 'REGULER',
    pejabatPenetap: 'Gubernur Jawa Timur',
  },
  cpns: {
    nomorSk: '813/7/2010',
    tanggalSk: '2010-02-20',
    tmtCpns: '2010-03-01',
    golongan: 'IX',
    gajiPokok: null,
    unitKerja: null,
  },
  gaji: {
    nomorSk: '822/10143/042/1991',
    tanggalSk: '1991-01-02',
    golongan: 'II/a',
    masaKerjaGolongan: '0',
    gajiPokok: '85000',
    tmtGaji: '1991-03-01',
    tmtBerikutnya: '1993-03-01',
  },
  pendidikan: {
    tingkat: '40',
    programStudi: "Pendidikan Al-Qur'an",
    namaSekolah: 'Universitas Contoh',
    nomorIjazah: 'PINN 0123456789',
    tanggalLulus: null,
    tahunLulus: '1999',
    gelarBelakang: 'S.Pd.',
  },
  pasangan: {
    nama: "Nur'aini, S.Pd.",
    tanggalLahir: null,
    tanggalNikah: '2000-02-29',
    nomorAkta: null,
    pekerjaan: null,
  },
  kartu_keluarga: {
    nomorKk: '3578012203120004',
    nik: '3578015708900001',
    jalan: 'Jl. Contoh No. 1',
    rtRw: '003/011',
    kelurahan: null,
    kecamatan: null,
    kabkota: null,
    kodePos: '60231',
  },
  kinerja: {
    tahun: '2025',
    predikat: 'BAIK',
    hasilKerja: null,
    perilaku: null,
    penilaiNama: null,
    penilaiNip: '196608011988031001',
  },
  diklat: {
    jenisDiklat: 'LATSAR',
    nama: 'Latsar',
    penyelenggara: null,
    tanggalMulai: '2011-01-10',
    tanggalSelesai: '2011-02-10',
    jumlahJp: '511',
    nomorSertifikat: null,
  },
} as const satisfies Partial<Record<JenisRiwayat, IsiRiwayat>>
type JenisContoh = keyof typeof contoh

function isAccepted(jenis: JenisContoh, ubahan: Record<string, unknown> = {}): boolean {
  return getSchemaIsi(jenis).safeParse({ ...contoh[jenis], ...ubahan }).success
}

describe('the values of a row', () => {
  it.each(Object.keys(contoh) as JenisContoh[])('of %s are accepted as on paper', (jenis) => {
    const hasil = getSchemaIsi(jenis).safeParse(contoh[jenis])
    expect(hasil.error?.issues).toBeUndefined()
    const kosong = getDeskripsi(jenis).isian.map(({ kunci }) => [kunci, null])
    expect(hasil.data).toEqual({ ...Object.fromEntries(kosong), ...contoh[jenis] })
  })

  it('lose the blanks around and between words that nobody sees', () => {
    const hasil = getSchemaIsi('pasangan').parse({ ...contoh.pasangan, nama: '  SITI   AMINAH ' })
    expect(hasil['nama']).toBe('SITI AMINAH')
  })

  it('keep a letter with its accent and money with all its digits', () => {
    expect(isAccepted('pasangan', { nama: 'Andrée Nuñez' })).toBe(true)
    expect(getSchemaIsi('gaji').parse({ ...contoh.gaji, gajiPokok: '999999999999' })).toMatchObject(
      { gajiPokok: '999999999999' },
    )
  })

  it('have every field of the description and no other', () => {
    const { nomorSk: _, ...tanpaNomor } = contoh.pangkat
    expect(getSchemaIsi('pangkat').safeParse(tanpaNomor).success).toBe(false)
    expect(isAccepted('pangkat', { status: 'valid' })).toBe(false)
    const berproto: unknown = JSON.parse(
      `{"__proto__":{"x":1},${JSON.stringify(contoh.pangkat).slice(1)}`,
    )
    expect(getSchemaIsi('pangkat').safeParse(berproto).success).toBe(false)
  })

  it('may miss what is optional, never what is required', () => {
    expect(isAccepted('pangkat', { jenisKp: null })).toBe(true)
    expect(isAccepted('pangkat', { nomorSk: null })).toBe(false)
    expect(isAccepted('pangkat', { nomorSk: '' })).toBe(false)
    expect(isAccepted('pangkat', { nomorSk: '   ' })).toBe(false)
  })
})

describe('refused is', () => {
  it.each<[string, JenisContoh, Record<string, unknown>]>([
    ['a number where text stands', 'gaji', { gajiPokok: 4181300 }],
    ['money with dots', 'gaji', { gajiPokok: '4.181.300' }],
    ['negative money', 'gaji', { gajiPokok: '-1' }],
    ['a huge number', 'gaji', { gajiPokok: '9'.repeat(13) }],
    ['months in words', 'gaji', { masaKerjaGolongan: '5 tahun' }],
    ['a day that never was', 'gaji', { tanggalSk: '2023-02-29' }],
    ['a date as in tables', 'gaji', { tanggalSk: '12-03-2019' }],
    ['an instant for a date', 'gaji', { tanggalSk: '2019-03-12T00:00:00Z' }],
    ['a grade III/e', 'gaji', { golongan: 'III/e' }],
    ['a grade XVIII', 'gaji', { golongan: 'XVIII' }],
    ['a grade in small letters', 'gaji', { golongan: 'iii/d' }],
    ['a code that its table does not know', 'kinerja', { predikat: 'LUAR_BIASA' }],
    ['a label for a code', 'kinerja', { predikat: 'Baik' }],
    ['a code named like an inherited member', 'kinerja', { predikat: 'constructor' }],
    ['a year of two digits', 'kinerja', { tahun: '25' }],
    ['half a year', 'kinerja', { tahun: '20,5' }],
    ['a NIP left by a spreadsheet', 'kinerja', { penilaiNip: '1,96608E+17' }],
    ['a NIP rounded by a spreadsheet', 'kinerja', { penilaiNip: '196608011988031000' }],
    ['a NIP with an impossible birth date', 'kinerja', { penilaiNip: '196613011988031001' }],
    ['a NIK of 15 digits', 'kartu_keluarga', { nik: '357801570890001' }],
    ['a postcode of 4 digits', 'kartu_keluarga', { kodePos: '6023' }],
    ['half an hour of training', 'diklat', { jumlahJp: '1,5' }],
    ['a name with digits', 'pasangan', { nama: 'S1TI' }],
    ['markup in a name', 'pasangan', { nama: '<img src=x onerror=alert(1)>' }],
    ['a spreadsheet formula in a name', 'pasangan', { nama: '=1+1' }],
    ['a network path in a name', 'pasangan', { nama: '\\\\server\\berkas' }],
    ['a script address in a name', 'pasangan', { nama: 'javascript:alert(1)' }],
    ['a NUL', 'pasangan', { pekerjaan: 'Guru\0' }],
    ['a line feed that would forge a log line', 'pasangan', { pekerjaan: 'Guru\nlevel=error' }],
    ['a line separator', 'pasangan', { pekerjaan: 'Guru\u2028' }],
    ['a direction override', 'pasangan', { pekerjaan: '\u202Eurug' }],
    ['a lone surrogate', 'pasangan', { pekerjaan: 'Guru \uD800' }],
    ['a field of a megabyte', 'pasangan', { pekerjaan: 'a'.repeat(1_048_576) }],
    ['a list for a text', 'pasangan', { pekerjaan: ['Guru'] }],
    ['an object for a text', 'pasangan', { pekerjaan: { $ne: null } }],
  ])('%s', (_, jenis, ubahan) => {
    expect(isAccepted(jenis)).toBe(true)
    expect(isAccepted(jenis, ubahan)).toBe(false)
  })
})
