import { describe, expect, it } from 'vitest'
import { getKeadaanHak } from '@meja/core/domain/hak.ts'
import {
  getPeringatanTinjauan,
  getSelangTinjauan,
  isMenungguTemuan,
} from '@meja/core/domain/tinjauan-akses.ts'

describe('administrators are told of the review of access', () => {
  it('by a rule that began with the regulation: every twelve months', () => {
    expect(getSelangTinjauan('2020-11-22')).toBeNull()
    expect(getSelangTinjauan('2020-11-23')).toBe(12)
  })

  it('when there has been none', () => {
    expect(getPeringatanTinjauan([], '2026-11-24')).toBe('belum_pernah')
    expect(getPeringatanTinjauan([], '2020-01-01')).toBeNull()
  })

  it('when the last closed one is older than that; the day itself is still in time', () => {
    const semua = [
      { tenggat: '2024-12-01', ditutup: '2024-11-20' },
      { tenggat: '2025-12-01', ditutup: '2025-11-24' },
    ]
    expect(getPeringatanTinjauan(semua, '2026-11-24')).toBeNull()
    expect(getPeringatanTinjauan(semua, '2026-11-25')).toBe('jatuh_tempo')
  })

  it('when an open one is past its day; in time it answers the one that is due', () => {
    const terbuka = [{ tenggat: '2026-11-24', ditutup: null }]
    expect(getPeringatanTinjauan(terbuka, '2026-11-24')).toBeNull()
    expect(getPeringatanTinjauan(terbuka, '2026-11-25')).toBe('lewat_tenggat')
  })
})

it('a right waits for a finding while it is there and has none', () => {
  expect(isMenungguTemuan({ temuan: null, masihAda: true })).toBe(true)
  expect(isMenungguTemuan({ temuan: null, masihAda: false })).toBe(false)
  expect(isMenungguTemuan({ temuan: 'cabut', masihAda: false })).toBe(false)
})

it('a right is suspended by a fact or a closed account, before it is asked whether it began', () => {
  const hak = { aktif: true, sebabGugur: null, mulai: '2026-11-25' }
  expect(getKeadaanHak(hak, '2026-11-24')).toBe('belum_mulai')
  expect(getKeadaanHak(hak, '2026-11-25')).toBe('aktif')
  expect(getKeadaanHak({ ...hak, mulai: null }, '2026-11-24')).toBe('aktif')
  expect(getKeadaanHak({ ...hak, sebabGugur: 'mutasi' }, '2026-11-24')).toBe('ditangguhkan')
  expect(getKeadaanHak({ ...hak, aktif: false }, '2026-11-25')).toBe('ditangguhkan')
})
