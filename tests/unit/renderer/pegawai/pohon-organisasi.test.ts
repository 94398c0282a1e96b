import { describe, expect, it } from 'vitest'
import type { KantorOrganisasi } from '@meja/core/api/pegawai.ts'
import {
  flattenPohon,
  moveInPohon,
} from '../../../../renderer/features/pegawai/pohon-organisasi.ts'

const buka = { ditutupPada: null, dasarPenutupan: null }
const kantor: KantorOrganisasi[] = [
  {
    kode: '101',
    nama: 'Dinas Pendidikan',
    jumlah: 5,
    unit: [
      { kode: '101.01', nama: 'Sekretariat', jumlah: 2, ...buka },
      { kode: '101.61', nama: 'SMA Negeri 1', jumlah: 3, ...buka },
    ],
  },
  { kode: '102', nama: 'Dinas Kesehatan', jumlah: 1, unit: [] },
]
const kode = (terbuka: string[], saring = '') =>
  flattenPohon(kantor, new Set(terbuka), saring).map((satu) => satu.kode)

describe('the tree of offices', () => {
  it('shows the units of those offices that are open', () => {
    expect(kode([])).toEqual(['101', '102'])
    expect(kode(['101'])).toEqual(['101', '101.01', '101.61', '102'])
  })

  it('opens by itself where a unit is looked for, and hides what does not match', () => {
    expect(kode([], 'sma')).toEqual(['101', '101.61'])
    expect(kode([], 'kesehatan')).toEqual(['102'])
    expect(kode([], 'tidak ada')).toEqual([])
  })
})

describe('arrows in the tree', () => {
  function move(terbuka: string[], dari: string, tombol: string) {
    const simpul = flattenPohon(kantor, new Set(terbuka), '')
    const kini = simpul.find((satu) => satu.kode === dari)
    if (kini === undefined) throw new Error(`${dari} is not on screen`)
    return moveInPohon(simpul, kini, tombol)
  }

  it('go down and up the lines and stop at the ends', () => {
    expect(move(['101'], '101.61', 'ArrowDown')?.kode).toBe('102')
    expect(move([], '101', 'ArrowUp')?.kode).toBe('101')
    expect(move(['101'], '101', 'End')?.kode).toBe('102')
  })

  it('open to the right, then step inside; close to the left, or go to the office', () => {
    expect(move([], '101', 'ArrowRight')).toEqual({ kode: '101', buka: true })
    expect(move(['101'], '101', 'ArrowRight')).toEqual({ kode: '101.01', buka: null })
    expect(move(['101'], '101', 'ArrowLeft')).toEqual({ kode: '101', buka: false })
    expect(move(['101'], '101.61', 'ArrowLeft')).toEqual({ kode: '101', buka: null })
    expect(move(['101'], '101.61', 'a')).toBeNull()
  })
})
