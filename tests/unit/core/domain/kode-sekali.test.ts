import { array, assert, integer, property, uint8Array } from 'fast-check'
import { expect, it } from 'vitest'
import { formatKode, parseKode, writeKode } from '@meja/core/domain/kode-sekali.ts'

it('a code survives being printed in groups, typed small, with blanks, and with O for 0, I and L for 1', () => {
  assert(
    property(
      uint8Array({ minLength: 10, maxLength: 10 }),
      array(integer({ min: 0, max: 3 }), { minLength: 16, maxLength: 16 }),
      (bytes, cara) => {
        const kode = writeKode(bytes)
        const ketikan = [...kode]
          .map((huruf, nomor) => {
            if (cara[nomor] === 1) return huruf.toLowerCase()
            if (cara[nomor] === 2) return huruf.replace('0', 'o').replace('1', 'l')
            return cara[nomor] === 3 ? ` ${huruf}` : huruf
          })
          .join('')
        expect(parseKode(ketikan, 16)).toBe(kode)
        expect(parseKode(formatKode(kode), 16)).toBe(kode)
      },
    ),
  )
})

it('every bit of the bytes counts: two codes are the same only for the same bytes', () => {
  assert(
    property(
      uint8Array({ minLength: 10, maxLength: 10 }),
      integer({ min: 0, max: 79 }),
      (a, bit) => {
        const b = Uint8Array.from(a)
        b[bit >> 3] = (b[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(writeKode(b)).not.toBe(writeKode(a))
      },
    ),
  )
})

it('what cannot be a code is none', () => {
  for (const teks of ['', 'ABCD', 'U'.repeat(16), 'A'.repeat(17), '!'.repeat(16)]) {
    expect(parseKode(teks, 16)).toBeNull()
  }
})
