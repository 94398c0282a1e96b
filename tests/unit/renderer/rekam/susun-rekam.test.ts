import { describe, expect, it } from 'vitest'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import {
  arrangeRekam,
  isDapatDiusulkan,
  urutanKelompok,
} from '../../../../renderer/features/rekam/susun-rekam.ts'

describe('the record as its person reads it', () => {
  it('has the five groups of P6.2 and every open kind once, filled or not', () => {
    const kelompok = arrangeRekam([])
    expect(kelompok.map((satu) => satu.kelompok)).toEqual([...urutanKelompok])
    const jenis = kelompok.flatMap(({ bagian }) => bagian.map((satu) => satu.jenis))
    expect(jenis.toSorted()).toEqual(
      kodeJenisRiwayat.filter((satu) => !getDeskripsi(satu).rahasia).toSorted(),
    )
  })

  it('offers no change of what administrators alone write (P10.2c)', () => {
    expect(isDapatDiusulkan('hukuman_disiplin')).toBe(false)
    expect(isDapatDiusulkan('kepegawaian')).toBe(false)
    expect(isDapatDiusulkan('diklat')).toBe(true)
  })
})
