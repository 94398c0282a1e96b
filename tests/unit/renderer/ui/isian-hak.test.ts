import { expect, it } from 'vitest'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import {
  buildPermohonan,
  createIsianHak,
  listKurangHak,
} from '../../../../renderer/ui/isian-hak.ts'

const surat = { nomor: '800/1/UJI', tanggal: '2026-01-02', alasan: 'Tim pemutakhiran data' }

it('a fresh request lacks its letter and its reason, and nothing else', () => {
  expect(listKurangHak(createIsianHak('tim', '901'), 'kantor')).toEqual([
    'nomor',
    'tanggal',
    'alasan',
  ])
})

it('what was typed for another right does not travel with that of an administrator', () => {
  const isian = { ...createIsianHak('tim', '901'), ...surat, sampai: '2099-12-31' }
  expect(buildPermohonan(isian, 'a')).toMatchObject({
    perangkatDaerah: '901',
    sampai: '2099-12-31',
  })
  const administrator = { ...isian, hak: 'administrator', mulai: '2099-01-01' } as const
  expect(listKurangHak(administrator, 'surat')).toEqual([])
  expect(buildPermohonan(administrator, 'a')).toMatchObject({
    perangkatDaerah: null,
    mulai: getTanggalJakarta(new Date()),
    sampai: null,
  })
})
