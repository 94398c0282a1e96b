import { describe, expect, it } from 'vitest'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { findStatusGiliran, getStatusSetelah } from '@meja/core/domain/status-usulan.ts'

const kunciUtama = kodeJenisRiwayat.filter((jenis) => getDeskripsi(jenis).perluAdministrator)
const lainnya = kodeJenisRiwayat.filter((jenis) => !getDeskripsi(jenis).perluAdministrator)

describe('the queue', () => {
  it('of a fasilitator holds what was sent, that of an administrator what passed once', () => {
    expect(findStatusGiliran('fasilitator')).toBe('diajukan')
    expect(findStatusGiliran('administrator')).toBe('terverifikasi_1')
    expect(findStatusGiliran('user_personal')).toBeNull()
  })
})

describe('after "sesuai"', () => {
  it('rank and first appointment are the key facts', () => {
    expect(kunciUtama.toSorted()).toEqual(['cpns', 'pangkat'])
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
