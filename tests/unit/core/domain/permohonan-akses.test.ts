import { describe, expect, it } from 'vitest'
import {
  checkPermohonan,
  isPemutusLain,
  listHakDimohon,
} from '@meja/core/domain/permohonan-akses.ts'

const hari = '2026-11-24'
const tim = {
  hak: 'tim',
  perangkatDaerah: '901',
  mulai: '2026-01-01',
  sampai: null,
  tanggalSurat: '2026-01-02',
} as const

describe('a request for a right', () => {
  it('is sound with office, days and a letter of the past, whoever asks', () => {
    for (const jalur of ['sendiri', 'kantor', 'surat'] as const) {
      expect(checkPermohonan(tim, jalur, hari)).toEqual([])
    }
  })

  it('needs an office where a head asks, and for heading one; elsewhere the province is meant', () => {
    const provinsi = { ...tim, perangkatDaerah: null }
    expect(checkPermohonan(provinsi, 'surat', hari)).toEqual([])
    expect(checkPermohonan(provinsi, 'kantor', hari)).toEqual(['kantor'])
    expect(checkPermohonan({ ...provinsi, hak: 'kepala_pd' }, 'surat', hari)).toEqual(['kantor'])
  })

  it('is for days that are not over and not the wrong way round; the last day may be today', () => {
    expect(checkPermohonan({ ...tim, sampai: hari }, 'surat', hari)).toEqual([])
    expect(checkPermohonan({ ...tim, sampai: '2026-11-23' }, 'surat', hari)).toEqual(['masa'])
    const terbalik = { ...tim, mulai: '2027-02-01', sampai: '2027-01-31' }
    expect(checkPermohonan(terbalik, 'surat', hari)).toEqual(['masa'])
    expect(checkPermohonan({ ...tim, mulai: '2027-02-01' }, 'surat', hari)).toEqual([])
  })

  it('rests on a letter that has been written', () => {
    expect(checkPermohonan({ ...tim, tanggalSurat: '2026-11-25' }, 'surat', hari)).toEqual([
      'surat',
    ])
    expect(checkPermohonan({ ...tim, tanggalSurat: hari }, 'surat', hari)).toEqual([])
  })

  it('of an administrator has no office, no later day and no last one, and no head asks for it', () => {
    const administrator = { ...tim, hak: 'administrator', perangkatDaerah: null } as const
    expect(checkPermohonan(administrator, 'surat', hari)).toEqual([])
    expect(checkPermohonan({ ...administrator, perangkatDaerah: '901' }, 'surat', hari)).toEqual([
      'kantor',
    ])
    expect(checkPermohonan({ ...administrator, sampai: '2027-01-01' }, 'surat', hari)).toEqual([
      'masa',
    ])
    expect(checkPermohonan({ ...administrator, mulai: '2026-11-25' }, 'surat', hari)).toEqual([
      'masa',
    ])
    expect(checkPermohonan(administrator, 'kantor', hari)).toContain('hak')
    expect(listHakDimohon('kantor')).not.toContain('administrator')
    expect(listHakDimohon('surat')).toContain('administrator')
  })
})

it('is decided by neither whoever asked nor whoever gets the right', () => {
  const orang = { pegawaiId: 'calon', pegawaiPemohon: 'kepala' }
  expect(isPemutusLain(orang, 'calon')).toBe(false)
  expect(isPemutusLain(orang, 'kepala')).toBe(false)
  expect(isPemutusLain(orang, 'administrator')).toBe(true)
})
