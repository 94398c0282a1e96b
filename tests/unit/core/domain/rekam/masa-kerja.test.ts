import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import golonganPns from '@meja/core/reference/golongan-pns.json' with { type: 'json' }
import {
  findGajiPokok,
  findTmtKgbBerikutnya,
  getPotonganMkg,
  hitungMasaKerja,
  hitungMkg,
} from '@meja/core/domain/masa-kerja.ts'
import { deriveNilai } from '@meja/core/domain/nilai-turunan.ts'
import type { RekamPegawai } from '@meja/core/domain/rekam.ts'
import {
  addBulan,
  getHariSebelum,
  hitungBulan,
  hitungTahun,
  hitungTmtPensiun,
} from '@meja/core/domain/tanggal.ts'
import { baris, cpns, fungsional, identitas, nipAmir, pangkat, rekam, sk } from './contoh.ts'

const hari = (dari: string, sampai: string) =>
  fc
    .date({ min: new Date(dari), max: new Date(sampai), noInvalidDate: true })
    .map((waktu) => waktu.toISOString().slice(0, 10))
const sembarang = hari('1940-01-01', '2060-12-31')

/** A career: grades in order from some grade on, each some months after the one before. */
const karier = fc
  .record({
    awal: fc.integer({ min: 0, max: 12 }),
    mulai: hari('1985-01-01', '2000-12-31').map((satu) => `${satu.slice(0, 7)}-01`),
    jarak: fc.array(fc.integer({ min: 12, max: 72 }), { maxLength: 4 }),
    tercatat: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
  })
  .map(({ awal, mulai, jarak, tercatat }) => {
    let tmt = mulai
    const pangkatnya = [pangkat(golonganPns.baris[awal]?.kode ?? '', tmt, tercatat)]
    for (const [ke, bulan] of jarak.entries()) {
      tmt = addBulan(tmt, bulan)
      pangkatnya.push(pangkat(golonganPns.baris[awal + ke + 1]?.kode ?? '', tmt))
    }
    return {
      mulai,
      orang: { nip: nipAmir, baris: pangkatnya } satisfies RekamPegawai,
      tmt: pangkatnya.map((satu) => satu.isi['tmtGolongan']),
    }
  })

describe('months', () => {
  it('are whole when the day is reached; 29 February counts on 1 March', () => {
    expect(hitungBulan('2020-02-29', '2021-02-28')).toBe(11)
    expect(hitungBulan('2020-02-29', '2021-03-01')).toBe(12)
    expect(hitungBulan('2024-01-31', '2024-02-29')).toBe(0)
    expect(hitungBulan('2024-03-01', '2024-02-01')).toBe(-1)
    expect(addBulan('2024-01-31', 1)).toBe('2024-03-01')
    expect(addBulan('2020-02-29', 12)).toBe('2021-03-01')
    expect(addBulan('2024-11-01', 2)).toBe('2025-01-01')
    expect(addBulan('2024-01-01', -1)).toBe('2023-12-01')
    expect(getHariSebelum('2024-03-01')).toBe('2024-02-29')
  })

  it('twelve of them are a year, on any two days', () => {
    fc.assert(
      fc.property(sembarang, sembarang, (dari, sampai) => {
        expect(Math.floor(hitungBulan(dari, sampai) / 12)).toBe(hitungTahun(dari, sampai))
      }),
    )
  })

  it('added and counted again are the same, and the day before is not yet enough', () => {
    fc.assert(
      fc.property(sembarang, fc.integer({ min: 0, max: 600 }), (dari, bulan) => {
        const sampai = addBulan(dari, bulan)
        expect(hitungBulan(dari, sampai)).toBe(bulan)
        expect(hitungBulan(dari, getHariSebelum(sampai))).toBe(bulan - 1)
      }),
    )
  })
})

describe('masa kerja golongan', () => {
  it.each([
    ['I/d', 'II/a', 72],
    ['II/d', 'III/a', 60],
    ['I/d', 'III/a', 132],
    ['III/d', 'IV/a', 0],
    ['II/a', 'II/b', 0],
    ['III/a', 'II/d', 0],
    ['I', 'II', 0],
  ])('from %s to %s loses %i months', (dari, ke, bulan) => {
    expect(getPotonganMkg(dari, ke)).toBe(bulan)
  })

  it('grows from its decree, and loses 5 years from II to III where the decree is silent', () => {
    const orang = rekam(pangkat('II/d', '2010-04-01', 120), pangkat('III/a', '2014-04-01'))
    expect(hitungMkg(orang, '2010-03-31')).toBeUndefined()
    expect(hitungMkg(orang, '2014-03-31')).toBe(167)
    expect(hitungMkg(orang, '2014-04-01')).toBe(108)
    expect(hitungMkg(orang, '2015-05-15')).toBe(121)
  })

  it('the decree wins over the reckoning', () => {
    const orang = rekam(pangkat('II/d', '2010-04-01', 120), pangkat('III/a', '2014-04-01', 99))
    expect(hitungMkg(orang, '2014-04-01')).toBe(99)
  })

  it('a decree on earlier service sets it anew within the grade', () => {
    const pmk = {
      golongan: 'III/a',
      masaKerjaGolongan: '40',
      gajiPokok: '1',
      tmtGaji: '2012-01-01',
    }
    const orang = rekam(
      pangkat('III/a', '2010-01-01', 0),
      baris('gaji', { ...sk, ...pmk, jenisGaji: 'PMK' }),
    )
    expect(hitungMkg(orang, '2011-12-31')).toBe(23)
    expect(hitungMkg(orang, '2012-02-01')).toBe(41)
  })

  it('is never below zero and grows between promotions, in any career', () => {
    fc.assert(
      fc.property(karier, fc.integer({ min: 0, max: 400 }), ({ orang, mulai, tmt }, bulan) => {
        const [satu, dua] = [addBulan(mulai, bulan), addBulan(mulai, bulan + 1)]
        const [kini, nanti] = [hitungMkg(orang, satu) ?? -1, hitungMkg(orang, dua) ?? -1]
        expect(kini).toBeGreaterThanOrEqual(0)
        expect(tmt.includes(dua) || nanti === kini + 1).toBe(true)
      }),
    )
  })
})

describe('base pay and periodic rise', () => {
  it.each([
    ['III/a', 0, 2785700],
    ['III/a', 23, 2785700],
    ['III/a', 24, 2873500],
    ['II/a', 12, 2218400],
    ['II/b', 0, 2385000],
    ['IV/e', 240, 5291200],
  ])('%s with %i months: Rp%i since 2024', (golongan, mkg, rupiah) => {
    expect(findGajiPokok(golongan, mkg, '2024-01-01')).toBe(rupiah)
  })

  it('has no table before 2024 and none for PPPK', () => {
    expect(findGajiPokok('III/a', 0, '2023-12-31')).toBeUndefined()
    expect(findGajiPokok('IX', 0, '2025-01-01')).toBeUndefined()
  })

  it('the rise falls due on a first of a month, later than the day, and raises the pay', () => {
    fc.assert(
      fc.property(karier, hari('2024-01-01', '2029-12-31'), ({ orang }, tanggal) => {
        const tmt = findTmtKgbBerikutnya(orang, tanggal)
        if (tmt === undefined) return
        const golongan = deriveNilai(orang, tanggal).golongan ?? ''
        const gaji = (pada: string) =>
          findGajiPokok(golongan, hitungMkg(orang, pada) ?? 0, pada) ?? 0
        expect(tmt > tanggal && tmt.endsWith('-01')).toBe(true)
        expect(gaji(tmt)).toBeGreaterThan(gaji(getHariSebelum(tmt)))
      }),
    )
  })

  it('at the top of the table nothing falls due', () => {
    expect(
      findTmtKgbBerikutnya(rekam(pangkat('III/a', '1988-03-01', 0)), '2026-01-01'),
    ).toBeUndefined()
    expect(findTmtKgbBerikutnya(rekam(), '2026-01-01')).toBeUndefined()
  })
})

describe('masa kerja keseluruhan', () => {
  const pmk = baris('masa_kerja', {
    ...sk,
    pengalaman: 'Tenaga honorer',
    tanggalMulai: '1985-01-01',
    tanggalSelesai: '1988-02-28',
    masaDinilai: '18',
  })

  it('counts from TMT CPNS, and PMK from its decree on; it is not MKG', () => {
    const orang = rekam(cpns('1988-03-01'), pmk, pangkat('II/a', '1988-03-01', 36))
    expect(hitungMasaKerja(orang, '1988-02-29')).toBeUndefined()
    expect(hitungMasaKerja(orang, '2020-01-14')).toBe(382)
    expect(hitungMasaKerja(orang, '2020-01-15')).toBe(400)
    expect(hitungMkg(orang, '2020-01-15')).toBe(418)
  })

  it('of a PPPK counts from the first contract', () => {
    const kontrak = (tmtPppk: string, akhirPppk: string) =>
      baris('pppk', { ...sk, tmtPppk, akhirPppk, golongan: 'IX' })
    const orang = rekam(kontrak('2024-01-01', '2025-12-31'), kontrak('2021-01-01', '2023-12-31'))
    expect(hitungMasaKerja(orang, '2024-01-01')).toBe(36)
    expect(deriveNilai(orang, '2024-06-01')).toMatchObject({ golongan: 'IX', pangkat: null })
  })

  it('never shrinks', () => {
    fc.assert(
      fc.property(sembarang, sembarang, sembarang, (tmt, a, b) => {
        const [satu, dua] = a < b ? [a, b] : [b, a]
        const orang = rekam(cpns(tmt), pmk)
        const nanti = hitungMasaKerja(orang, dua) ?? 0
        expect(nanti).toBeGreaterThanOrEqual(hitungMasaKerja(orang, satu) ?? 0)
      }),
    )
  })
})

describe('TMT pensiun', () => {
  it.each([
    ['1969-04-07', 58, '2027-05-01'],
    ['1968-12-31', 60, '2029-01-01'],
  ])('born %s, retiring at %i: %s', (lahir, bup, tmt) => {
    expect(hitungTmtPensiun(lahir, bup)).toBe(tmt)
  })

  it('is a first of a month, after the birthday and at most a month after it', () => {
    fc.assert(
      fc.property(
        hari('1950-01-01', '2005-12-31'),
        fc.constantFrom('MUDA', 'MADYA', 'UTAMA'),
        (lahir, jenjang) => {
          const orang = rekam(
            identitas({ tanggalLahir: lahir }),
            fungsional('Auditor', jenjang, '2010-01-01'),
          )
          const { bup, tmtPensiun } = deriveNilai(orang, '2020-01-01')
          const ulangTahun = addBulan(lahir, (bup ?? 0) * 12)
          expect(tmtPensiun?.endsWith('-01')).toBe(true)
          expect(hitungTahun(lahir, tmtPensiun ?? '')).toBe(bup)
          expect((tmtPensiun ?? '') > lahir && addBulan(tmtPensiun ?? '', -1) <= ulangTahun).toBe(
            true,
          )
        },
      ),
    )
  })
})
