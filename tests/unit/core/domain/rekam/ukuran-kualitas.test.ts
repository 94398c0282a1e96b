import { describe, expect, it } from 'vitest'
import { aggregateKelengkapan, getRerataKelengkapan } from '@meja/core/domain/kelengkapan.ts'
import { aggregateKualitas } from '@meja/core/domain/kualitas-data.ts'
import {
  buildUkuran,
  deriveKualitasTerbuka,
  findBatasKualitas,
  indikatorRahasia,
  indikatorTerbuka,
  listGagalRahasia,
  readUkuran,
} from '@meja/core/domain/ukuran-kualitas.ts'
import type { RekamPegawai } from '@meja/core/domain/rekam.ts'
import { cpns, fungsional, hariIni, identitas, pangkat, rekam } from './contoh.ts'
import { cltn } from './contoh-riwayat.ts'

const semua = [
  rekam(),
  rekam(identitas(), pangkat('III/a', '2014-04-01')),
  rekam(identitas(), cpns('1988-03-01'), fungsional('Analis Ahli Muda', 'MUDA', '2019-03-01')),
]
const derive = (satu: RekamPegawai) => deriveKualitasTerbuka(satu, satu, hariIni, new Map())

describe('what people add to the sums of their unit', () => {
  const hasil = semua.map(derive)
  const jumlah = new Map<string, number>([['pegawai', 4]])
  for (const satu of hasil) {
    for (const [ukuran, n] of Object.entries(buildUkuran(satu))) {
      jumlah.set(ukuran, (jumlah.get(ukuran) ?? 0) + n)
    }
  }
  const kumpulan = readUkuran(jumlah)

  it('reads as if all of them had been looked at at once, to a hundredth of a percent', () => {
    const rerata = getRerataKelengkapan(aggregateKelengkapan(hasil.map((satu) => satu.kelengkapan)))
    expect(kumpulan.kelengkapan?.total).toBeCloseTo(rerata?.total ?? -1, 1)
    const kualitas = aggregateKualitas(hasil)
    expect(kumpulan.kualitas?.total).toBeCloseTo(kualitas.total, 10)
    expect(kumpulan.gagal).toEqual(kualitas.gagal)
  })

  it('tells how many were looked at, and of nobody no score', () => {
    expect(kumpulan).toMatchObject({ pegawai: 4, dinilai: 3, lengkap: 0 })
    expect(readUkuran(new Map([['pegawai', 7]]))).toMatchObject({
      pegawai: 7,
      dinilai: 0,
      kelengkapan: null,
      kualitas: null,
    })
  })

  it('counts a missing field once a person', () => {
    expect(kumpulan.kurang['jabatan.namaJabatan']).toBe(2)
    expect(kumpulan.kurang['kedudukan.kedudukanHukum']).toBe(3)
  })
})

describe('indicators that rest on confidential rows (P10.2c)', () => {
  it('are all 27 only together with the open ones', () => {
    expect(indikatorTerbuka.length + indikatorRahasia.length).toBe(27)
  })

  it('stand apart, whatever the record says', () => {
    const satu = rekam(cpns('1988-03-01'), cltn('2025-01-01'))
    expect(derive(satu).gagal).not.toContain('TIM_6')
    expect(listGagalRahasia(satu, hariIni)).toEqual(['TIM_6'])
  })
})

describe('the day until which a score holds', () => {
  it('is never after the end of the year, because performance is asked by years', () => {
    for (const satu of semua) {
      const batas = findBatasKualitas(satu, hariIni)
      expect(batas >= hariIni && batas <= `${hariIni.slice(0, 4)}-12-31`).toBe(true)
    }
  })
})
