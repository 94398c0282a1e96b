import { describe, expect, it } from 'vitest'
import { kodeAturan } from '@meja/core/domain/aturan-rekam.ts'
import { listIsianAturan } from '@meja/core/domain/aturan/isian-aturan.ts'
import { kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { listTemuanUsulan } from '@meja/core/domain/temuan-usulan.ts'
import { hariIni, pangkat, rekam } from './contoh.ts'

const sebelum = pangkat('III/b', '2016-04-01')
const usulan = {
  jenis: 'pangkat',
  aksi: 'tambah',
  riwayatId: null,
  sesudah: pangkat('III/a', '2021-04-01').isi,
} as const

const getTingkat = (tertutup: boolean) =>
  listTemuanUsulan(rekam(sebelum), usulan, hariIni, { tertutup }).find(
    ({ kode }) => kode === 'PANGKAT-01',
  )?.tingkat

describe('findings of a proposal', () => {
  it('refuse a lower grade only where discipline may be read (P10.2c)', () => {
    expect(getTingkat(false)).toBe('tolak')
    expect(getTingkat(true)).toBe('peringatan')
  })

  it('name the fields that the rule reads and whether it is another row that breaks it', () => {
    const nanti = pangkat('III/a', '2021-04-01')
    const temuan = listTemuanUsulan(rekam(nanti), { ...usulan, sesudah: sebelum.isi }, hariIni, {
      tertutup: true,
    })
    expect(temuan.find(({ kode }) => kode === 'PANGKAT-01')).toMatchObject({
      kunci: ['golongan', 'tmtGolongan'],
      barisLain: true,
    })
  })

  it('only of the record as a whole name no field', () => {
    const tanpa = kodeAturan.filter((kode) =>
      kodeJenisRiwayat.every((jenis) => listIsianAturan(kode, jenis).length === 0),
    )
    expect(new Set(tanpa)).toEqual(
      new Set([
        'PEGAWAI-01',
        'PEGAWAI-04',
        'PEGAWAI-08',
        'PEGAWAI-09',
        'MUTASI-01',
        'CLTN-02',
        'PEMBERHENTIAN-02',
      ]),
    )
  })
})
