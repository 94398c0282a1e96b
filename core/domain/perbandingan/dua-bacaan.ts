import type { TipeBanding } from './isian-banding.ts'
import type { Terpilih } from './pilihan.ts'

/** Values of few glyphs: another one is read as easily as the right one. */
const pendek = new Set<TipeBanding>(['golongan', 'masa', 'angka'])
/** What a value is as like as when no value could be made of it. */
const tanpaNilai = 0.3
/** As sure as this the other reading is heard against one that agrees with the record. */
const yakinBantahan = 88

const bersihkan = (teks: string): string => teks.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

function isSetempat(a: Terpilih, b: Terpilih): boolean {
  const [p, q] = [a.pilihan.baris, b.pilihan.baris]
  return p.halaman === q.halaman && p.letak[1] < q.letak[3] && q.letak[1] < p.letak[3]
}

/** Reads another value as surely: then a person has to look. */
function isBertentangan(tipe: TipeBanding, sama: Terpilih, lain: Terpilih): boolean {
  if (lain.putusan === 'beda') return true
  // One of the readings saw nothing here and guessed at another line.
  if (!isSetempat(sama, lain)) return false
  const { mirip, keyakinan, teks } = lain.pilihan
  if (mirip === 1 || mirip <= tanpaNilai || bersihkan(teks) === bersihkan(sama.pilihan.teks)) {
    return false
  }
  return pendek.has(tipe) || (keyakinan >= yakinBantahan && keyakinan > sama.pilihan.keyakinan)
}

const leaveToEye = (terpilih: Terpilih): Terpilih => ({
  ...terpilih,
  putusan: 'periksa_mata',
  aturan: 'tidak_terbaca_pasti',
})

/**
 * Doubtful words were read twice. Where one reading finds the value of the record at its label, and
 * the other only failed, they are equal; where each reads a value of its own, neither is believed.
 */
export function joinBacaan(
  tipe: TipeBanding,
  pertama: Terpilih | null,
  kedua: Terpilih | null,
): Terpilih | null {
  if (pertama === null || kedua === null) return pertama ?? kedua
  if (pertama.putusan === kedua.putusan) {
    const lebih = kedua.pilihan.nilai > pertama.pilihan.nilai + 0.1
    return lebih ? kedua : pertama
  }
  const find = (putusan: Terpilih['putusan']) =>
    [pertama, kedua].find((satu) => satu.putusan === putusan)
  const sama = find('sama')
  if (sama !== undefined) {
    const lain = sama === pertama ? kedua : pertama
    return isBertentangan(tipe, sama, lain) ? leaveToEye(sama) : sama
  }
  const beda = find('beda') ?? pertama
  const ragu = beda === pertama ? kedua : pertama
  const membantah =
    ragu.pilihan.mirip === 1 ||
    (ragu.pilihan.keyakinan > beda.pilihan.keyakinan && ragu.pilihan.mirip > beda.pilihan.mirip)
  return membantah ? leaveToEye(ragu) : beda
}
