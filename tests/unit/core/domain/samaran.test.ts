import { describe, expect, it } from 'vitest'
import { isDisamarkan, maskIsi } from '@meja/core/domain/samaran.ts'

const saya = 'pegawai-saya'

describe('sensitive values', () => {
  it('are masked for a fasilitator, except of the own record', () => {
    expect(isDisamarkan({ peran: 'fasilitator', pegawaiId: saya }, 'orang-lain')).toBe(true)
    expect(isDisamarkan({ peran: 'fasilitator', pegawaiId: saya }, saya)).toBe(false)
  })

  it('are open to the person and to administrators', () => {
    expect(isDisamarkan({ peran: 'user_personal', pegawaiId: saya }, saya)).toBe(false)
    expect(isDisamarkan({ peran: 'administrator', pegawaiId: saya }, 'orang-lain')).toBe(false)
  })

  it('keep three digits of a long number and nothing of a word; the rest of the row stays', () => {
    const isi = { nik: '3578000000000002', jalan: 'Jalan Uji 1', kelurahan: 'Ujian', rtRw: null }
    expect(maskIsi('kartu_keluarga', isi)).toEqual({
      nik: '•••••••••••••002',
      jalan: '•••',
      kelurahan: 'Ujian',
      rtRw: null,
    })
  })
})
