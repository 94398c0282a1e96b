import { describe, expect, it } from 'vitest'
import { checkSandi } from '@meja/core/domain/sandi.ts'

const pemilik = {
  nip: '198503172010012001',
  nama: 'Rina Uji Lestari',
  namaPengguna: '198503172010012001',
}
const check = (sandi: string) => checkSandi(sandi, pemilik)

describe('a password', () => {
  it.each([
    'empat kata tak berhubungan',
    'kuda-baterai-stapler',
    'jXq92!kd0Lm#',
    'ヤマハ発動機の工場見学に行く',
    'sebelas pohon mangga di halaman sekolah',
  ])('of enough characters is good, whatever they are: %s', (sandi) => {
    expect(check(sandi)).toEqual([])
  })

  it('is counted in characters, not in bytes', () => {
    expect(check('ヤマハ発動機の工場')).toContain('pendek')
  })

  it.each(['kataku', 'sebelashuru'])('of fewer than twelve is too short: %s', (sandi) => {
    expect(check(sandi)).toContain('pendek')
  })

  it.each(['P4ssword-2026!', 'katasandi123456', 'Rahasia$$rahasia2026', 'BISMILLAH12345'])(
    'that everybody tries first is none, in whatever dress: %s',
    (sandi) => {
      expect(check(sandi)).toContain('umum')
    },
  )

  it.each(['aaaaaaaaaaaaa', '1212121212121', 'abcdefghijklmn', '123456789012', 'ababababababab'])(
    'that repeats or counts is none: %s',
    (sandi) => {
      expect(check(sandi)).toContain('berulang')
    },
  )

  it.each([
    'lestari-di-kantor',
    'masuk198503172010012001',
    'tanggal17031985saya',
    'x-19850317-rumah',
  ])('that its owner has on a name tag is none: %s', (sandi) => {
    expect(check(sandi)).toContain('tentang_pemilik')
  })

  it('may hold a short name that is part of other words', () => {
    expect(check('gedung sebelah berbunyi lagi')).toEqual([])
  })
})
