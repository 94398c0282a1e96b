import { describe, expect, it } from 'vitest'
import {
  filterAntrean,
  findTemuanCari,
} from '../../../../renderer/features/verifikasi/saring-antrean.ts'
import { getWaktuTunggu } from '../../../../renderer/features/verifikasi/waktu-tunggu.ts'
import { markBeda } from '../../../../renderer/features/verifikasi/beda-teks.ts'
import { listBarisIsian } from '../../../../renderer/features/verifikasi/baris-isian.ts'
import { getJedaUlang } from '../../../../renderer/features/verifikasi/jeda-ulang.ts'
import { buildKasus, buildRingkas } from './contoh-kasus.ts'
import { setUpMeja } from './meja-palsu.ts'

const usulan = [
  buildRingkas(buildKasus(1)),
  buildRingkas(
    buildKasus(2, {
      jenis: 'gaji',
      pegawai: {
        ...buildKasus(2).pegawai,
        nip: '198102142006042007',
        nama: 'Dewi Kartikasari, S.E.',
      },
    }),
  ),
]
const names = (cari: string) =>
  filterAntrean(usulan, { cari, jenis: null }).map(({ pegawai }) => pegawai.nama)

describe('searching the queue', () => {
  it('finds a name by its parts, whatever their case and order', () => {
    expect(names('kartika DEWI')).toEqual(['Dewi Kartikasari, S.E.'])
    expect(names('dewi siti')).toEqual([])
  })

  it('finds a NIP however it is grouped, and by a part of it', () => {
    expect(names('19810214 200604 2 007')).toEqual(['Dewi Kartikasari, S.E.'])
    expect(names('0604')).toEqual(['Dewi Kartikasari, S.E.'])
  })

  it('has a sentence for a NIP that a spreadsheet damaged', () => {
    expect(findTemuanCari('1,98102E+17')?.kode).toBe('NIP-02')
    expect(findTemuanCari('198102142006042000')?.kode).toBe('NIP-02')
    expect(names('198102142006042000')).toEqual([])
    expect(findTemuanCari('198102142006042007')).toBeNull()
    expect(findTemuanCari('dewi')).toBeNull()
  })

  it('keeps one kind when asked', () => {
    expect(filterAntrean(usulan, { cari: '', jenis: 'gaji' })).toHaveLength(1)
  })

  it('reads every page of a long queue', async () => {
    const { antrean } = setUpMeja(Array.from({ length: 450 }, (_, nol) => buildKasus(nol + 1)))
    await antrean.loadAntrean()
    expect(antrean.menunggu).toHaveLength(450)
    expect(new Set(antrean.menunggu.map(({ id }) => id)).size).toBe(450)
    expect(antrean.jumlah).toBe(450)
  })
})

describe('how long somebody waits', () => {
  const per = '2026-11-24T08:00:00+07:00'

  it('is said in the unit that a person would say', () => {
    expect(getWaktuTunggu('2026-11-23T07:00:00+07:00', per)).toMatchObject({
      jumlah: 1,
      satuan: 'hari',
    })
    expect(getWaktuTunggu('2026-11-24T03:00:00+07:00', per)).toMatchObject({
      jumlah: 5,
      satuan: 'jam',
    })
    expect(getWaktuTunggu('2026-11-24T07:48:00+07:00', per)).toMatchObject({
      jumlah: 12,
      satuan: 'menit',
    })
    expect(getWaktuTunggu('2026-11-24T08:00:30+07:00', per)).toMatchObject({ satuan: 'baru' })
  })

  it('is long from three days on', () => {
    expect(getWaktuTunggu('2026-11-21T08:00:01+07:00', per).lama).toBe(false)
    expect(getWaktuTunggu('2026-11-21T08:00:00+07:00', per).lama).toBe(true)
  })
})

describe('old beside new', () => {
  it('marks the digits that differ', () => {
    expect(markBeda('823.3/1234', '823.3/1243')).toEqual({
      awal: '823.3/12',
      beda: '34',
      akhir: '',
    })
    expect(markBeda('12 Maret 2019', '12 Maret 2015')).toEqual({
      awal: '12 Maret 201',
      beda: '9',
      akhir: '',
    })
  })

  it('marks no scraps of a value that has little in common with the old one', () => {
    expect(markBeda('Surabaya', 'Malang')).toBeNull()
  })

  it('begins with whose paper it is and says how each field stands', () => {
    const baris = listBarisIsian(
      buildKasus(1, {
        sebelum: { nomorSk: 'A/1', golongan: 'III/c', pejabatPenetap: 'Gubernur' },
        sesudah: { nomorSk: 'A/1', golongan: 'III/d', tanggalSk: '2019-03-12' },
      }),
    )
    expect(baris.map(({ kunci, perubahan }) => [kunci, perubahan])).toEqual([
      ['pemilik', 'pemilik'],
      ['nomorSk', 'tetap'],
      ['tanggalSk', 'baru'],
      ['golongan', 'berubah'],
      ['pejabatPenetap', 'dihapus'],
    ])
    expect(baris[2]?.usulan).toBe('12 Maret 2019')
  })
})

describe('the pause before trying again', () => {
  it('doubles up to a minute, less up to half of it by chance', () => {
    expect([1, 2, 3, 10].map((kali) => getJedaUlang(kali, 1))).toEqual([2000, 4000, 8000, 60_000])
    expect(getJedaUlang(10, 0)).toBe(30_000)
  })
})
