import { describe, expect, it } from 'vitest'
import type { UsulanSaya } from '../../../../renderer/features/usulan/langkah.ts'
import { getKelompok, getLangkah } from '../../../../renderer/features/usulan/langkah.ts'

const usulan = (status: UsulanSaya['status'], diperbaikiOleh: string | null = null) =>
  ({ status, diperbaikiOleh }) as UsulanSaya

describe('where a proposal stands for its employee', () => {
  it.each([
    ['diajukan', null, 'berjalan'],
    ['terverifikasi_1', null, 'berjalan'],
    ['dikembalikan', null, 'perbaiki'],
    ['dikembalikan', 'x', 'selesai'],
    ['valid', null, 'selesai'],
    ['dicabut', null, 'selesai'],
  ] as const)('%s (mended by %s) belongs to %s', (status, oleh, kelompok) => {
    expect(getKelompok(usulan(status, oleh))).toBe(kelompok)
  })

  it('a return that was mended asks nothing of anybody any more', () => {
    expect(getLangkah('dikembalikan', 'x').kunci).toBe('diperbaiki')
    expect(getLangkah('dikembalikan', null)).toEqual({ makna: 'lihat', kunci: 'dikembalikan' })
  })
})
