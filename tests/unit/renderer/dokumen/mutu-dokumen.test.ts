import { describe, expect, it } from 'vitest'
import type { KodeMutu, MutuPindaian } from '@meja/core/domain/mutu-pindaian.ts'
import { formatUkuran, getNilaiMutu } from '../../../../renderer/features/dokumen/mutu-dokumen.ts'

function buildMutu(...kode: KodeMutu[]): MutuPindaian {
  return {
    dpi: 200,
    ketajaman: 50,
    kontras: 50,
    miring: 0,
    halamanKosong: [],
    halamanTerukur: 1,
    temuan: kode.map((satu) => ({ kode: satu, halaman: [1] })),
  }
}

describe('how legible a document of the archive is', () => {
  it('is clear without findings, also when the paper only leans', () => {
    expect(getNilaiMutu(buildMutu()).kunci).toBe('terbaca')
    expect(getNilaiMutu(buildMutu('MUTU-04')).kunci).toBe('terbaca')
  })

  it('needs a look when it is blurred, and is unknown when nothing was measured', () => {
    expect(getNilaiMutu(buildMutu('MUTU-02', 'MUTU-04')).kunci).toBe('perluDilihat')
    expect(getNilaiMutu(null).kunci).toBe('takTerukur')
  })

  it('has a size that a person can say', () => {
    expect(formatUkuran(412_345, 'id')).toBe('412 kB')
    expect(formatUkuran(1_540_000, 'id')).toBe('1,5 MB')
  })
})
