import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkNip,
  formatNip,
  isNipRusak,
  maskNip,
  normalizeNip,
  type DataPembandingNip,
} from '@meja/core/domain/nip.ts'
import { pesanNip } from '@meja/core/domain/temuan.ts'

/** Amir of Perka BKN 22/2007: born 1 August 1966, appointed March 1988, male. */
const amir = '196608011988031001'
const pppk = '200012312024211001'
const hariIni = '2026-11-02'

function listKode(teks: string, data: DataPembandingNip = {}): string[] {
  return checkNip(teks, { hariIni, ...data }).map((satu) => satu.kode)
}

describe('a NIP', () => {
  it('of the official example is sound, alone and beside its own data', () => {
    expect(listKode(amir)).toEqual([])
    expect(
      listKode(amir, {
        jenisPegawai: 'PNS',
        tanggalLahir: '1966-08-01',
        jenisKelamin: 'L',
        tmtCpns: '1988-03-01',
        tmtPns: '1989-04-01',
      }),
    ).toEqual([])
  })

  it.each([
    ['19660801 198803 1 001'],
    ["'196608011988031001"],
    ['’196608011988031001'],
    ['19660801.198803.1.001'],
    ['19660801-198803-1-001'],
    ['19660801–198803–1–001'],
    [' 19660801\u00A0198803\u00A01\u200B001\t'],
  ])('is read through what people put around the digits: %j', (teks) => {
    expect(normalizeNip(teks)).toBe(amir)
    expect(listKode(teks)).toEqual([])
  })

  it.each([
    ['', 'NIP-01'],
    ['19660801198803100', 'NIP-01'],
    ['1966080119880310011', 'NIP-01'],
    ['19660801198803100A', 'NIP-01'],
    ['١٩٦٦٠٨٠١١٩٨٨٠٣١٠٠١', 'NIP-01'],
    ['19660801/198803/1/001', 'NIP-01'],
    ['196602301988031001', 'NIP-03'],
    ['196613011988031001', 'NIP-03'],
    ['202612011988031001', 'NIP-03'],
    ['196608011988001001', 'NIP-04'],
    ['196608011988131001', 'NIP-04'],
    ['196608011988501001', 'NIP-04'],
    ['200012312024201001', 'NIP-05'],
    ['196608011988033001', 'NIP-06'],
    ['196608011988030001', 'NIP-06'],
  ])('that is %j is refused by %s alone', (teks, kode) => {
    expect(listKode(teks)).toEqual([kode])
    expect(checkNip(teks, { hariIni })[0]?.tingkat).toBe('tolak')
  })

  it.each([
    ['1,96608E+17'],
    ['1.96608E+17'],
    ['1.96608011988031E+17'],
    ["'1.96608011988031e+017"],
    ['2E+17'],
  ])('in the scientific notation of a spreadsheet is named as damaged: %s', (teks) => {
    expect(isNipRusak(teks)).toBe(true)
    expect(listKode(teks)).toEqual(['NIP-02'])
  })

  it.each([['196608011988031000'], ['19660801 198803 1 000'], ['196.608.011.988.031.000']])(
    'rounded to 15 digits is named as damaged, and its serial as none: %s',
    (teks) => {
      expect(isNipRusak(teks)).toBe(true)
      expect(listKode(teks)).toEqual(['NIP-02', 'NIP-07'])
    },
  )

  it.each([['196608011988031000.0'], ['196608011988031000,00']])(
    'written as a decimal by a converter is named as damaged: %s',
    (teks) => {
      expect(listKode(teks)).toContain('NIP-02')
    },
  )

  it('with a serial of 010 or 100 is not taken for damaged', () => {
    expect(listKode('196608011988031010')).toEqual([])
    expect(listKode('196608011988031100')).toEqual([])
  })

  it.each<[string, DataPembandingNip, string, string]>([
    ['a PPPK by the record', { jenisPegawai: 'PPPK' }, 'NIP-09', 'tolak'],
    ['another birth date', { tanggalLahir: '1966-08-02' }, 'NIP-10', 'peringatan'],
    ['another month of appointment', { tmtCpns: '1988-04-01' }, 'NIP-11', 'peringatan'],
    ['the other sex', { jenisKelamin: 'P' }, 'NIP-12', 'peringatan'],
    ['PNS before CPNS', { tmtCpns: '1988-03-01', tmtPns: '1988-02-28' }, 'NIP-16', 'tolak'],
  ])('beside %s is found by %4$s', (_, data, kode, tingkat) => {
    const temuan = checkNip(amir, { hariIni, ...data })
    expect(temuan.map((satu) => [satu.kode, satu.tingkat])).toEqual([[kode, tingkat]])
  })

  it('of somebody who became CPNS and PNS on one day is in order', () => {
    expect(listKode(amir, { tmtCpns: '1988-03-01', tmtPns: '1988-03-01' })).toEqual([])
  })

  it('names who was appointed before 18, and after 35, from the number alone', () => {
    expect(listKode('196604011984031001')).toEqual(['NIP-14'])
    expect(listKode('196603011984031001')).toEqual([])
    expect(listKode('196603012001031001')).toEqual([])
    expect(listKode('196603012002031001')).toEqual(['NIP-15'])
  })

  it('of a CPNS is remarked on only from the day after one year', () => {
    const cpns = (hari: string) =>
      listKode('200001012025032001', {
        jenisPegawai: 'CPNS',
        tmtCpns: '2025-03-01',
        hariIni: hari,
      })
    expect(cpns('2026-03-01')).toEqual([])
    expect(cpns('2026-03-02')).toEqual(['NIP-17'])
  })

  it('that differs in many ways says all of them, hardest first', () => {
    expect(
      listKode(amir, { jenisPegawai: 'PPPK', jenisKelamin: 'P', tanggalLahir: '1970-01-01' }),
    ).toEqual(['NIP-09', 'NIP-10', 'NIP-12'])
  })

  it('takes its birth date against today when no day is given', () => {
    const besok = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect(checkNip(`${besok.replaceAll('-', '')}200003${'1001'}`)[0]?.kode).toBe('NIP-03')
  })
})

describe('a NI PPPK', () => {
  it('is sound beside its own data', () => {
    const data = { jenisPegawai: 'PPPK', tanggalLahir: '2000-12-31', jenisKelamin: 'L' } as const
    expect(listKode(pppk, { ...data, tmtPppk: '2024-06-01' })).toEqual([])
  })

  it('beside another year of contract is found by NIP-13', () => {
    expect(listKode(pppk, { tmtPppk: '2023-06-01' })).toEqual(['NIP-13'])
  })

  it('of a person whom the record calls PNS is found by NIP-09', () => {
    expect(listKode(pppk, { jenisPegawai: 'PNS' })).toEqual(['NIP-09'])
  })

  it('whose kind cannot be told is judged by the kind in the record', () => {
    expect(listKode('200012312024311001', { jenisPegawai: 'PPPK' })).toEqual(['NIP-05'])
    expect(listKode('200012312024311001', { jenisPegawai: 'PNS' })).toEqual(['NIP-04'])
  })

  it('knows only the year of appointment, and doubts nobody for it', () => {
    expect(listKode('200612012024211001')).toEqual([])
    expect(listKode('200701012024211001')).toEqual(['NIP-14'])
    expect(listKode('198801022024211001')).toEqual([])
    expect(listKode('198712312024211001')).toEqual(['NIP-15'])
  })
})

describe('on screen', () => {
  it('NIP and NI PPPK are grouped as on paper, and other text stays as it is', () => {
    expect(formatNip(amir)).toBe('19660801 198803 1 001')
    expect(formatNip(pppk)).toBe('20001231 202421 1 001')
    expect(formatNip('1966')).toBe('1966')
  })

  it('a masked NIP keeps birth date and serial only', () => {
    expect(maskNip(amir)).toBe('19660801 ****** * 001')
  })
})

describe('every NIP that BKN could have given', () => {
  const dua = (angka: number) => String(angka).padStart(2, '0')
  const lahir = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2000-12-31'), noInvalidDate: true })
    .map((waktu) => waktu.toISOString().slice(0, 10))
  const kelamin = fc.constantFrom('1', '2')
  const urut = fc.integer({ min: 1, max: 999 }).map((angka) => String(angka).padStart(3, '0'))

  it('passes for PNS appointed at 19 to 35', () => {
    const pns = fc
      .tuple(
        lahir,
        fc.integer({ min: 19, max: 35 }),
        fc.integer({ min: 1, max: 12 }),
        kelamin,
        urut,
      )
      .map(
        ([hari, usia, bulan, jenis, nomor]) =>
          `${hari.replaceAll('-', '')}${Number(hari.slice(0, 4)) + usia}${dua(bulan)}${jenis}${nomor}`,
      )
    fc.assert(
      fc.property(pns, (nip) => {
        expect(listKode(nip)).toEqual([])
        expect(normalizeNip(formatNip(nip))).toBe(nip)
      }),
    )
  })

  it('passes for PPPK with a contract of 1 to 9', () => {
    const ni = fc
      .tuple(lahir, fc.integer({ min: 1, max: 9 }), kelamin, urut)
      .map(
        ([hari, kali, jenis, nomor]) => `${hari.replaceAll('-', '')}20242${kali}${jenis}${nomor}`,
      )
    fc.assert(
      fc.property(ni, (nip) => {
        const tolak = checkNip(nip, { hariIni }).filter((satu) => satu.tingkat === 'tolak')
        expect(tolak).toEqual([])
      }),
    )
  })

  const sembarang = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789', ..."'.,-–+eE \n\u200B"), maxLength: 24 }),
  )

  it('any text at all gets an answer and never an exception', () => {
    fc.assert(
      fc.property(sembarang, (teks) => {
        for (const satu of checkNip(teks, { hariIni })) {
          expect(satu.pesan).toBe(pesanNip[satu.kode][1])
        }
      }),
    )
  })
})
