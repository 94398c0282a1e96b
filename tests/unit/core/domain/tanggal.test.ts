import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatTanggal,
  formatTanggalPendek,
  formatWaktuCetak,
  getTanggalJakarta,
  hitungTahun,
  hitungTmtPensiun,
  isTanggal,
  parseTanggal,
} from '@meja/core/domain/tanggal.ts'

const hari = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((waktu) => waktu.toISOString().slice(0, 10))

describe('a date', () => {
  it('exists or does not', () => {
    expect(isTanggal('2024-02-29')).toBe(true)
    const tidakAda = ['2023-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-1-1', '']
    expect(tidakAda.filter(isTanggal)).toEqual([])
  })

  it('stands in letters with the Indonesian month, in tables as dd-MM-yyyy', () => {
    expect(formatTanggal('2025-10-01')).toBe('1 Oktober 2025')
    expect(formatTanggal('1966-08-17')).toBe('17 Agustus 1966')
    expect(formatTanggalPendek('2025-10-01')).toBe('01-10-2025')
    expect(formatTanggal('tidak terbaca')).toBe('tidak terbaca')
    expect(formatTanggalPendek('2023-02-29')).toBe('2023-02-29')
  })

  it('stands on a print with the time in Jakarta, over midnight too', () => {
    const waktu = new Date('2026-11-24T17:05:00Z')
    expect(formatWaktuCetak(waktu)).toBe('25 November 2026 pukul 00.05 WIB')
  })

  it('of now is the one in Jakarta, seven hours ahead of Greenwich', () => {
    expect(getTanggalJakarta(new Date('2026-11-01T16:59:59Z'))).toBe('2026-11-01')
    expect(getTanggalJakarta(new Date('2026-11-01T17:00:00Z'))).toBe('2026-11-02')
  })
})

describe('a date in an import file', () => {
  it.each([
    ['01-10-2025'],
    ['1-10-2025'],
    ['01/10/2025'],
    ['2025-10-01'],
    ["'2025-10-01"],
    ['1 Oktober 2025'],
    ['1  OKTOBER 2025'],
    ['45931'],
  ])('may be written %s', (teks) => {
    expect(parseTanggal(teks)).toEqual({ ok: true, tanggal: '2025-10-01' })
  })

  it.each(['1/10/25', '01-10-25', '1.10.25', '1 10 25'])(
    'with a year of two digits is refused as ambiguous: %s',
    (teks) => {
      expect(parseTanggal(teks)).toEqual({ ok: false, sebab: 'tahun_dua_digit' })
    },
  )

  it.each(['31/02/2025', '2025-02-29', '00-10-2025', '32 Januari 2025', '99999', '00001'])(
    'that never was is refused: %s',
    (teks) => {
      expect(parseTanggal(teks)).toEqual({ ok: false, sebab: 'tidak_ada' })
    },
  )

  it.each(['', 'besok', '2025', '1 Octember 2025', '01-10/2025', '2025/10/01', '45931.5'])(
    'in another shape is refused, never guessed: %j',
    (teks) => {
      expect(parseTanggal(teks)).toEqual({ ok: false, sebab: 'bentuk' })
    },
  )

  it('comes back from every way in which we write it', () => {
    fc.assert(
      fc.property(hari, (tanggal) => {
        const hasil = { ok: true, tanggal }
        expect(parseTanggal(tanggal)).toEqual(hasil)
        expect(parseTanggal(formatTanggal(tanggal))).toEqual(hasil)
        expect(parseTanggal(formatTanggalPendek(tanggal))).toEqual(hasil)
      }),
    )
  })
})

describe('whole years', () => {
  it('are anniversaries passed', () => {
    expect(hitungTahun('2000-05-10', '2018-05-09')).toBe(17)
    expect(hitungTahun('2000-05-10', '2018-05-10')).toBe(18)
  })

  it('of somebody born on 29 February count on 1 March', () => {
    expect(hitungTahun('2004-02-29', '2022-02-28')).toBe(17)
    expect(hitungTahun('2004-02-29', '2022-03-01')).toBe(18)
    expect(hitungTahun('2004-02-29', '2024-02-29')).toBe(20)
  })
})

describe('retirement', () => {
  it.each([
    ['1969-04-07', 58, '2027-05-01'],
    ['1968-12-31', 60, '2029-01-01'],
    ['1968-12-01', 60, '2029-01-01'],
    ['1970-01-31', 58, '2028-02-01'],
    ['1970-09-30', 65, '2035-10-01'],
  ])('of somebody born %s at %i begins on %s', (lahir, batas, tmt) => {
    expect(hitungTmtPensiun(lahir, batas)).toBe(tmt)
  })
})
