import { describe, expect, it } from 'vitest'
import type { BarisRekam } from '@meja/core/api/rekam.ts'
import {
  getAkhirHari,
  parseHariLampau,
  parsePer,
  pickBaris,
} from '../../../../renderer/features/rekam/per-tanggal.ts'
import { deriveRingkasan, type Rekam } from '../../../../renderer/features/rekam/ringkasan.ts'

const hariIni = '2026-11-24'

function buildPangkat(golongan: string, tmtGolongan: string): BarisRekam {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    jenis: 'pangkat',
    isi: { golongan, tmtGolongan, nomorSk: '1', tanggalSk: tmtGolongan, masaKerjaGolongan: '0' },
    status: 'valid',
    sumber: 'impor',
    versi: 1,
    berlakuDari: tmtGolongan,
    berlakuSampai: null,
    dibuatPada: '2026-11-02T01:00:00.000Z',
    berakhirPada: null,
    alasan: null,
    menggantikan: null,
    usulanId: null,
    verifikasi: null,
    dokumen: [],
  }
}

const rekam: Rekam = {
  pegawai: {
    id: '00000000-0000-4000-8000-000000000002',
    nip: '198010192005031040',
    nama: 'Yohanes',
    unitKerja: 'Sekretariat',
    perangkatDaerah: 'Dinas Contoh',
    jenisPegawai: 'PNS',
    jabatan: 'Arsiparis',
    golongan: 'III/b',
    versi: 1,
  },
  baris: [buildPangkat('III/b', '2025-04-01'), buildPangkat('II/d', '2017-04-01')],
  kini: {
    jenisPegawai: 'PNS',
    golongan: null,
    pangkat: null,
    tmtGolongan: null,
    masaKerjaGolongan: null,
    jabatan: null,
    jenisJabatan: null,
    eselon: null,
    jenjang: null,
    kelasJabatan: null,
    tmtJabatan: null,
    unit: null,
    unitKerja: null,
    pendidikanTerakhir: null,
    gajiPokok: null,
    tmtKgbBerikutnya: null,
    usia: null,
    bup: null,
    tmtPensiun: null,
    masaKerja: null,
    jumlahPasangan: 0,
    jumlahAnak: 0,
  },
  per: '2026-11-24T08:00:00.000Z',
  disamarkan: false,
}

describe('the day that an address names', () => {
  it('is a past day that exists; anything else is today', () => {
    expect(parsePer('2024-03-01', undefined, hariIni)).toEqual({
      tanggal: '2024-03-01',
      cara: 'berlaku',
    })
    expect(parsePer('2024-03-01', 'tercatat', hariIni)?.cara).toBe('tercatat')
    for (const lain of ['2024-02-30', hariIni, '2030-01-01', 'x', undefined, ['2024-03-01']]) {
      expect(parsePer(lain, undefined, hariIni)).toBeNull()
    }
  })
})

describe('a day as a person writes it', () => {
  it.each(['1 Maret 2024', '01-03-2024', '1/3/2024', '2024-03-01'])('is understood: %s', (teks) => {
    expect(parseHariLampau(teks, hariIni)).toEqual({ ok: true, tanggal: '2024-03-01' })
  })

  it('is today when nothing or today is written', () => {
    expect(parseHariLampau('  ', hariIni)).toEqual({ ok: true, tanggal: null })
    expect(parseHariLampau('24 November 2026', hariIni)).toEqual({ ok: true, tanggal: null })
  })

  it.each([
    ['kemarin', 'bentuk'],
    ['1/3/24', 'tahun_dua_digit'],
    ['30-02-2024', 'tidak_ada'],
    ['25 November 2026', 'nanti'],
  ] as const)('is refused with its reason: %s', (teks, sebab) => {
    expect(parseHariLampau(teks, hariIni)).toEqual({ ok: false, sebab })
  })
})

describe('the record as of a past day', () => {
  const per = { tanggal: '2018-03-01', cara: 'berlaku' } as const

  it('leaves out what began later, and keeps what is known of that day only now', () => {
    expect(pickBaris(rekam.baris, per).map(({ isi }) => isi['golongan'])).toEqual(['II/d'])
    expect(pickBaris(rekam.baris, { ...per, cara: 'tercatat' })).toEqual(rekam.baris)
    expect(pickBaris(rekam.baris, null)).toEqual(rekam.baris)
  })

  it('tells the grade of that day, and of today what the register says', () => {
    expect(deriveRingkasan(rekam, per, hariIni).golongan).toBe('II/d')
    expect(deriveRingkasan(rekam, per, hariIni).jabatan).toBeNull()
    expect(deriveRingkasan(rekam, null, hariIni)).toMatchObject({
      golongan: 'III/b',
      jabatan: 'Arsiparis',
      jenisPegawai: 'PNS',
    })
  })

  it('asks the server for the end of the day where the province is', () => {
    expect(new Date(getAkhirHari('2024-03-01')).toISOString()).toBe('2024-03-01T16:59:59.999Z')
  })
})
