import { describe, expect, it } from 'vitest'
import type { Peristiwa } from '@meja/core/api/linimasa.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import { groupByHari } from '../../../../renderer/features/linimasa/kelompok-hari.ts'

function buildMasuk(pada: string): Peristiwa {
  return { kunci: `masuk:${pada}`, pada, macam: 'masuk', sumber: 'impor', jumlah: 1 }
}

describe('the timeline by days', () => {
  it('turns the page at midnight of Jakarta and keeps the newest first', () => {
    const peristiwa = ['2026-11-02T18:00:00Z', '2026-11-02T16:59:00Z', '2026-11-01T20:00:00Z'].map(
      buildMasuk,
    )
    const hari = groupByHari(peristiwa, (saat) => getTanggalJakarta(new Date(saat)))
    expect(hari.map((satu) => [satu.tanggal, satu.peristiwa.length])).toEqual([
      ['2026-11-03', 1],
      ['2026-11-02', 2],
    ])
  })
})
