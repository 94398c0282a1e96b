import { describe, expect, test } from 'vitest'
import { cleanSel, parseBaris, parseNipBaris, type Sel } from '@meja/core/domain/sel-impor.ts'
import { pesanImpor } from '@meja/core/domain/temuan-impor.ts'

const teks = (isi: string): Sel => ({ jenis: 'teks', teks: isi })

/** What a cell of the field `nama` of an identity becomes, and what is said of it. */
function readNama(isi: string) {
  const { isi: nilai, temuan } = parseBaris('identitas', new Map([['nama', cleanSel(teks(isi))]]))
  return { nilai: nilai['nama'], kode: temuan.find(({ kunci }) => kunci === 'nama')?.kode }
}

describe('a cell that cannot be kept as it was says so and guesses nothing', () => {
  test.each([
    ['half a character', 'Andi \uD800 Wijaya', 'IMP-15'],
    ['a NUL', 'Andi\0Wijaya', 'IMP-15'],
    ['an escape sequence for a terminal', 'Andi\u001B[31mWijaya', 'IMP-15'],
    ['a megabyte', 'A'.repeat(1_048_576), 'IMP-16'],
  ] as const)('%s', (_, isi, kode) => {
    expect(readNama(isi)).toEqual({ nilai: null, kode })
    expect(pesanImpor[kode][1]).not.toBe('')
  })

  test.each([
    ['a formula', '=HYPERLINK("//contoh";"klik")'],
    ['a script', '<img src=x onerror=alert(1)>'],
    ['an address of a share', String.raw`\\server\bagi`],
    ['a turn of direction', 'Andi\u202Eayajiw'],
  ])('%s is no name', (_, isi) => {
    expect(readNama(isi).kode).toBe('IMP-03')
  })

  test('whatever is kept of it can be written as JSON that PostgreSQL takes', () => {
    for (const isi of ['\uD800', 'a\0b', `${'x'.repeat(40_000)}\uDC00`]) {
      const sel = cleanSel(teks(isi))
      expect(sel?.teks.isWellFormed()).toBe(true)
      expect(sel?.teks).not.toContain('\0')
      expect(sel?.teks.length).toBeLessThanOrEqual(200)
    }
  })

  test('a sound cell is left alone, line breaks too', () => {
    const sel = teks('Jalan Uji 1\nMalang')
    expect(cleanSel(sel)).toBe(sel)
  })
})

describe('a NIP as a spreadsheet leaves it is named and never mended', () => {
  test.each([
    ['scientific notation', teks('1,98503E+17')],
    ['a tail of zeros', teks('198503172010012000')],
    ['a number in place of text', { jenis: 'angka', teks: '198503172010012002' } as const],
  ])('%s', (_, sel) => {
    expect(parseNipBaris(sel)).toEqual({ kode: 'IMP-02' })
  })

  test.each([
    ['with an apostrophe', "'198503172010012002"],
    ['in the groups of the paper', '19850317 201001 2 002'],
    ['with dots', '19850317.201001.2.002'],
  ])('one that is whole is read %s', (_, isi) => {
    expect(parseNipBaris(teks(isi))).toEqual({ nip: '198503172010012002' })
  })
})
