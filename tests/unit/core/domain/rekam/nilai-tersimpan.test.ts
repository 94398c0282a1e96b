import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveTersimpan, findBatasTersimpan } from '@meja/core/domain/nilai-tersimpan.ts'
import { addBulan, getHariSebelum } from '@meja/core/domain/tanggal.ts'
import { baris, fungsional, pangkat, rekam } from './contoh.ts'
import { gaji, pasangan, tempat } from './contoh-riwayat.ts'

const orang = rekam(
  pangkat('III/a', '2014-04-01'),
  pangkat('III/b', '2018-04-01'),
  pangkat('III/c', '2027-10-01'),
  fungsional('Analis Ahli Muda', 'MUDA', '2019-03-01', '2026-12-31'),
  fungsional('Analis Ahli Madya', 'MADYA', '2027-02-01'),
  tempat('901.1', '2014-04-01', '2026-06-30'),
  tempat('902.1', '2026-07-01'),
  pasangan('Pasangan Uji', { tanggalBerakhir: '2026-03-15' }),
  gaji({ tmtGaji: '2025-04-01' }),
)

/** The day so many days later. */
const addHari = (tanggal: string, hari: number) =>
  new Date(Date.parse(`${tanggal}T00:00:00Z`) + hari * 86_400_000).toISOString().slice(0, 10)

describe('values that are kept beside the person', () => {
  it('hold every day until their limit, whatever the day they were derived for', () => {
    assert(
      property(integer({ min: 0, max: 1500 }), integer({ min: 0, max: 400 }), (mulai, lewat) => {
        const hari = addHari('2024-01-01', mulai)
        const batas = findBatasTersimpan(orang, hari) ?? '2099-12-31'
        const nanti = addHari(hari, lewat)
        if (nanti > batas) return
        expect(deriveTersimpan(orang, nanti)).toEqual(deriveTersimpan(orang, hari))
      }),
    )
  })

  it('change on the day after a limit that a row has set', () => {
    const batas = findBatasTersimpan(orang, '2026-12-31')
    expect(batas).toBe('2026-12-31')
    expect(deriveTersimpan(orang, '2026-12-31')['jabatan']).toBe('Analis Ahli Muda')
    expect(deriveTersimpan(orang, '2027-01-01')['jabatan']).toBeNull()
  })

  it('never hold past the next step of pay', () => {
    const kgb = deriveTersimpan(orang, '2026-11-24')['tmtKgbBerikutnya'] ?? ''
    const batas = findBatasTersimpan(orang, addBulan(kgb, -1)) ?? ''
    expect(batas <= getHariSebelum(kgb)).toBe(true)
  })

  it('say nothing of what no history ever told, and null of what was withdrawn', () => {
    assert(
      property(constantFrom('digantikan', 'dicabut'), (status) => {
        const satu = rekam(
          baris('pangkat', { golongan: 'III/a', tmtGolongan: '2014-04-01' }, { status }),
        )
        const nilai = deriveTersimpan(satu, '2026-11-24')
        expect(nilai['golongan']).toBeNull()
        expect(nilai).not.toHaveProperty('jabatan')
      }),
    )
  })

  it('are never the age, the service or the confidential legal position', () => {
    const kunci = Object.keys(deriveTersimpan(orang, '2026-11-24'))
    for (const satu of ['usia', 'masaKerja', 'masaKerjaGolongan', 'kedudukanHukum']) {
      expect(kunci).not.toContain(satu)
    }
  })
})
