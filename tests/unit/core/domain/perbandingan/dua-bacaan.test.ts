import { describe, expect, it } from 'vitest'
import { compareIsian } from '@meja/core/domain/perbandingan/bandingkan.ts'
import type { TipeBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import { buildHalaman, isi } from './halaman-contoh.ts'

type Bacaan = readonly [teks: string, keyakinan: number]

/** What is said of one field of a form that was read twice. */
function compareDua(
  label: string,
  [tipe, nilai]: readonly [TipeBanding, string],
  pertama: Bacaan,
  kedua: Bacaan,
) {
  const page = ([teks, keyakinan]: Bacaan) => buildHalaman([isi(label, teks, keyakinan)])
  const halaman = { ...page(pertama), kataKedua: page(kedua).kata }
  return compareIsian([halaman], [{ kunci: label.toLowerCase(), tipe, nilai }])[0]?.status
}

describe('a value that was read twice', () => {
  const nip = ['nip', '196608011988031001'] as const

  it('is equal where one reading finds it and the other only failed', () => {
    expect(
      compareDua('NIP', nip, ['1966O8 1 198803 1 001', 40], ['19660801 198803 1 001', 70]),
    ).toBe('sama')
  })

  it('is left to the eye where each reading surely says something else', () => {
    expect(
      compareDua('NIP', nip, ['19660801 198803 1 001', 85], ['19660801 198803 1 007', 90]),
    ).toBe('periksa_mata')
  })

  it('stays different where the other reading only failed', () => {
    expect(
      compareDua('NIP', nip, ['19660801 198803 1 010', 92], ['19660801 19880 1 010', 50]),
    ).toBe('beda')
  })

  it('of few glyphs is believed only when nothing else was read in its place', () => {
    const golongan = ['golongan', 'II/b'] as const
    expect(compareDua('Golongan', golongan, ['II/b', 60], ['III/b', 60])).toBe('periksa_mata')
    expect(compareDua('Golongan', golongan, ['Hb', 20], ['II/b', 60])).toBe('sama')
  })

  it('is never equal when neither reading is the record’s', () => {
    expect(
      compareDua('Nama', ['nama', 'Siti Aminha'], ['Siti Aminah', 95], ['Siti Aminab', 50]),
    ).toBe('beda')
  })
})
