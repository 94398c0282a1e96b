import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import hukuman from '@meja/core/reference/jenis-hukuman-disiplin.json' with { type: 'json' }
import kenaikan from '@meja/core/reference/jenis-kenaikan-pangkat.json' with { type: 'json' }
import gaji from '@meja/core/reference/gaji-pokok-pns.json' with { type: 'json' }
import golonganPns from '@meja/core/reference/golongan-pns.json' with { type: 'json' }
import jenisDokumen from '@meja/core/reference/jenis-dokumen.json' with { type: 'json' }
import layanan from '@meja/core/reference/layanan.json' with { type: 'json' }
import { listBerlaku, Rujukan } from '@meja/core/reference/rujukan.ts'
import { findRujukan, getLabelRujukan } from '@meja/core/reference/tabel-isian.ts'

const folder = new URL('../../../../core/reference/', import.meta.url)
const berkas = readdirSync(folder).filter((nama) => nama.endsWith('.json'))

it('all 31 tables are there', () => {
  expect(berkas).toHaveLength(31)
})

describe.each(berkas)('%s', (nama) => {
  const tabel = Rujukan.parse(JSON.parse(readFileSync(new URL(nama, folder), 'utf8')))

  it('has its own name, words in two languages and its sources', () => {
    expect(`${tabel.nama}.json`).toBe(nama)
    expect(tabel.label.id.length * tabel.label.en.length).toBeGreaterThan(0)
    expect(tabel.sumber.every((satu) => satu.length > 5)).toBe(true)
  })

  it('has one row for a code on any one day, and no period that ends before it begins', () => {
    const hari = tabel.baris.flatMap(({ berlakuDari, berlakuSampai }) =>
      [berlakuDari, berlakuSampai].filter((satu) => satu !== undefined),
    )
    for (const pada of ['2020-11-23', ...hari]) {
      const kode = listBerlaku(tabel.baris, pada).map((baris) => baris.kode)
      expect(kode).toEqual([...new Set(kode)])
    }
    const terbalik = tabel.baris.filter(
      ({ berlakuDari = '', berlakuSampai = '9999' }) => berlakuDari > berlakuSampai,
    )
    expect(terbalik).toEqual([])
  })
})

describe('what is law on a day (D16)', () => {
  it('disciplinary kinds are those of PP 53/2010 until 30 August 2021, of PP 94/2021 after', () => {
    const kode = (pada: string) => listBerlaku(hukuman.baris, pada).map((satu) => satu.kode)
    expect(kode('2021-08-30').every((satu) => satu.startsWith('PP53-'))).toBe(true)
    expect(kode('2021-08-30')).toHaveLength(8)
    expect(kode('2021-08-31').some((satu) => satu.startsWith('PP53-'))).toBe(false)
    expect(kode('2021-08-31')).toHaveLength(9)
  })

  it('the pay table of PP 5/2024 says nothing of 2023', () => {
    expect(listBerlaku(gaji.baris, '2023-12-31')).toEqual([])
    expect(listBerlaku(gaji.baris, '2024-01-01')).toHaveLength(17)
  })

  it('credit by proposal (DUPAK) ended on 30 June 2023, conversion goes on', () => {
    const varian = layanan.baris.find((satu) => satu.kode === 'L17')?.varian ?? []
    const kode = (pada: string) => listBerlaku(varian, pada).map((satu) => satu.kode)
    expect(kode('2022-12-31')).toEqual(['KONVENSIONAL'])
    expect(kode('2023-06-30')).toEqual(['KONVENSIONAL', 'KONVERSI'])
    expect(kode('2023-07-01')).toEqual(['KONVERSI'])
  })

  it('promotion dates follow each other without a gap: 2, then 6, then 12 a year', () => {
    const periode = kenaikan.tambahan.periode
    expect(periode.map((satu) => satu.tanggal.length)).toEqual([2, 6, 12])
    expect(periode.map((satu) => [satu.berlakuDari, satu.berlakuSampai])).toEqual([
      [null, '2023-12-31'],
      ['2024-01-01', '2025-09-30'],
      ['2025-10-01', null],
    ])
  })
})

describe('the tables agree with each other', () => {
  it('every grade has its pay, rising with every step', () => {
    expect(gaji.baris.map((satu) => satu.kode)).toEqual(golonganPns.baris.map((satu) => satu.kode))
    for (const { langkah } of gaji.baris) {
      const mkg = langkah.map((satu) => satu.mkg)
      const rupiah = langkah.map((satu) => satu.gaji)
      const naik = (a: number, b: number) => a - b
      expect(mkg).toEqual([...new Set(mkg)].toSorted(naik))
      expect(rupiah).toEqual([...new Set(rupiah)].toSorted(naik))
    }
  })

  it('the 18 services of P11.1 ask for documents that exist', () => {
    const kode = new Set(jenisDokumen.baris.map((satu) => satu.kode))
    expect(layanan.baris.map((satu) => satu.huruf).join('')).toBe('abcdefghijklmnopqr')
    const diminta = layanan.baris.flatMap((satu) => satu.syarat.map(({ dokumen }) => dokumen))
    expect(diminta.filter((satu) => !kode.has(satu))).toEqual([])
  })
})

describe('a code in a field', () => {
  it('is found in its table, and shown in its words', () => {
    expect(findRujukan('predikat-kinerja', 'BAIK')?.label).toBe('Baik')
    expect(getLabelRujukan('tingkat-pendidikan', '05')).toBe('SD')
  })

  it('that the table does not know is shown as it is', () => {
    expect(findRujukan('predikat-kinerja', 'toString')).toBeUndefined()
    expect(getLabelRujukan('predikat-kinerja', 'LAMA')).toBe('LAMA')
  })
})
