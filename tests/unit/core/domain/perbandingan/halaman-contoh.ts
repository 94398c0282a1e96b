import type { HalamanTerbaca, Kata } from '@meja/core/domain/perbandingan/kata.ts'

const lebarHuruf = 20
const tinggiBaris = 30
const jarakBaris = 50

/** A cell: where it begins and what stands in it; a certainty below 90 for the whole of it if given. */
export type Sel = readonly [x: number, teks: string, keyakinan?: number]

function toKata([x, teks, keyakinan = 95]: Sel, y: number): Kata[] {
  let kiri = x
  return teks.split(' ').map((satu) => {
    const letak = [kiri, y, kiri + satu.length * lebarHuruf, y + tinggiBaris] as const
    kiri = letak[2] + lebarHuruf * 0.6
    return { teks: satu, keyakinan, letak, kotak: letak }
  })
}

/** A page as a reader would have read it: lines of cells, or a whole line of running text. */
export function buildHalaman(baris: readonly (string | readonly Sel[])[]): HalamanTerbaca {
  return {
    nomor: 1,
    lebar: 2480,
    tinggi: 3508,
    kata: baris.flatMap((satu, i) => {
      const sel: readonly Sel[] = typeof satu === 'string' ? [[200, satu]] : satu
      return sel.flatMap((satuSel) => toKata(satuSel, 200 + i * jarakBaris))
    }),
  }
}

/** `label : nilai`, as forms have it. */
export function isi(label: string, nilai: string, keyakinan = 95): readonly Sel[] {
  return [
    [200, label],
    [900, `: ${nilai}`, keyakinan],
  ]
}
