import { describe, expect, it } from 'vitest'
import { Keputusan, Pin, PernyataanAsli } from '@meja/core/api/verifikasi.ts'

const id = '0190a6f0-3b5c-7c11-9d3e-5f8a1b2c3d4e'

const keputusan = {
  transactionId: id,
  usulanId: id,
  versiDilihat: { usulan: 1, riwayat: null },
  hasil: 'sesuai',
  penilaian: [{ kunci: 'pemilik', nilai: 'sesuai' }],
  asli: { metode: 'asli', tempat: 'loket 2' },
  bukti: [{ dokumenId: id, sha256: 'a'.repeat(64), halamanDilihat: [1] }],
  diputuskanPada: '2026-11-02T08:00:00+07:00',
}

describe('a decision on its way', () => {
  it('carries its evidence, and the place without the blanks around it', () => {
    expect(Keputusan.parse(keputusan)).toMatchObject({ hasil: 'sesuai' })
    expect(PernyataanAsli.parse({ metode: 'asli', tempat: ' loket 2 ' }).tempat).toBe('loket 2')
  })

  it.each<[string, object]>([
    ['an id that is no UUID', { transactionId: '1' }],
    ['version 0', { versiDilihat: { usulan: 0, riwayat: null } }],
    ['a result nobody knows', { hasil: 'disetujui' }],
    ['a judgement nobody knows', { penilaian: [{ kunci: 'golongan', nilai: 'mungkin' }] }],
    ['an original seen nowhere', { asli: { metode: 'asli', tempat: '  ' } }],
    ['a hash of another length', { bukti: [{ dokumenId: id, sha256: 'a', halamanDilihat: [1] }] }],
    ['a page 0', { bukti: [{ dokumenId: id, sha256: 'a'.repeat(64), halamanDilihat: [0] }] }],
    ['a time without its zone', { diputuskanPada: '2026-11-02T08:00:00' }],
    ['a note with a NUL', { catatan: 'a\0b' }],
    ['a note with a lone surrogate', { catatan: '\uDC00' }],
    ['a note of a megabyte', { catatan: 'a'.repeat(1_048_576) }],
    [
      'more judgements than any record has fields',
      { penilaian: Array.from({ length: 61 }, (_, n) => ({ kunci: `k${n}`, nilai: 'sesuai' })) },
    ],
  ])('is refused with %s', (_, ubahan) => {
    expect(Keputusan.safeParse({ ...keputusan, ...ubahan }).success).toBe(false)
  })

  it('pins a spot on the page and nowhere else', () => {
    expect(Pin.safeParse({ dokumenId: id, halaman: 1, x: 0, y: 1 }).success).toBe(true)
    expect(Pin.safeParse({ dokumenId: id, halaman: 1, x: -0.01, y: 1 }).success).toBe(false)
    expect(Pin.safeParse({ dokumenId: id, halaman: 1, x: 0.5, y: Number.NaN }).success).toBe(false)
  })
})
