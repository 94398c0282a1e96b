import { describe, expect, it } from 'vitest'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { getStatusSetelah, isGiliran } from '@meja/core/domain/status-usulan.ts'

const kunciUtama = kodeJenisRiwayat.filter((jenis) => getDeskripsi(jenis).perluAdministrator)
const lainnya = kodeJenisRiwayat.filter((jenis) => !getDeskripsi(jenis).perluAdministrator)

describe('the queue', () => {
  it('of a fasilitator holds what was sent, that of an administrator what passed once', () => {
    expect(isGiliran('fasilitator', 'pangkat', 'diajukan')).toBe(true)
    expect(isGiliran('fasilitator', 'pangkat', 'terverifikasi_1')).toBe(false)
    expect(isGiliran('administrator', 'pangkat', 'diajukan')).toBe(false)
    expect(isGiliran('administrator', 'pangkat', 'terverifikasi_1')).toBe(true)
    expect(isGiliran('user_personal', 'pangkat', 'diajukan')).toBe(false)
  })

  it('of confidential kinds is the administrators\u2019 from the start (P10.2c)', () => {
    expect(isGiliran('fasilitator', 'hukuman_disiplin', 'diajukan')).toBe(false)
    expect(isGiliran('administrator', 'hukuman_disiplin', 'diajukan')).toBe(true)
  })
})

describe('after "sesuai"', () => {
  it('identity, appointments, rank, post and whatever is confidential are the key facts', () => {
    const terbuka = kunciUtama.filter((jenis) => !getDeskripsi(jenis).rahasia)
    expect(terbuka.toSorted()).toEqual([
      'cpns',
      'identitas',
      'jabatan',
      'kepegawaian',
      'pangkat',
      'pns',
      'pppk',
    ])
  })

  it.each(kunciUtama)('%s of a fasilitator waits for the administrator (P10.2b)', (jenis) => {
    expect(getStatusSetelah(jenis, 'fasilitator', 'sesuai')).toBe('terverifikasi_1')
    expect(getStatusSetelah(jenis, 'administrator', 'sesuai')).toBe('valid')
  })

  it.each(lainnya)('%s changes the record at once', (jenis) => {
    expect(getStatusSetelah(jenis, 'fasilitator', 'sesuai')).toBe('valid')
  })
})

it('a return goes back to the employee, whoever returns it', () => {
  for (const jenis of kodeJenisRiwayat) {
    expect(getStatusSetelah(jenis, 'fasilitator', 'dikembalikan')).toBe('dikembalikan')
    expect(getStatusSetelah(jenis, 'administrator', 'dikembalikan')).toBe('dikembalikan')
  }
})
