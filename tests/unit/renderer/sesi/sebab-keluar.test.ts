import { describe, expect, it } from 'vitest'
import { findSebab } from '../../../../renderer/features/sesi/sebab-keluar.ts'

describe('what the door explains', () => {
  it('is why the session ended or the sign-in failed', () => {
    expect(findSebab({ keadaan: 'keluar', sebab: 'sesi_berakhir' }, null)).toBe('sesi_berakhir')
    expect(findSebab({ keadaan: 'keluar', sebab: 'masuk_gagal' }, null)).toBe('masuk_gagal')
  })

  it('is why the main process did not answer, when nothing else happened', () => {
    expect(findSebab({ keadaan: 'keluar', sebab: null }, 'kesalahan_aplikasi')).toBe(
      'kesalahan_aplikasi',
    )
  })

  it('is nothing after a first start, an own cancelling or an outage that has its own notice', () => {
    expect(findSebab({ keadaan: 'keluar', sebab: null }, null)).toBeNull()
    expect(findSebab({ keadaan: 'keluar', sebab: 'masuk_dibatalkan' }, null)).toBeNull()
    expect(findSebab({ keadaan: 'keluar', sebab: 'luring' }, null)).toBeNull()
  })
})
