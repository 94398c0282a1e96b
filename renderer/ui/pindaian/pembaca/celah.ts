import { shrink, type Citra } from './citra.ts'
import { findTinta } from './tinta.ts'

/** Left, top, right, bottom in pixels. */
export type Kotak = readonly [x0: number, y0: number, x1: number, y1: number]

/** One pixel of the map stands for this many pixels of the page. */
const faktor = 4
const batasTinta = 165
/** In pixels of the map, at 75 dpi. */
const garisTerpanjang = 50
const celahKata = 9
const lebarTerkecil = 7
const tinggiBaris = { terkecil: 5, terbesar: 26 }
const celahTerbanyak = 16

type Peta = { readonly lebar: number; readonly tinggi: number; readonly tinta: Uint8Array }

/** Ink that no word covers, without rules and frames. */
function findSisaTinta(kecil: Citra, kata: readonly Kotak[]): Peta {
  const { lebar, tinggi } = kecil
  const peta = { lebar, tinggi, tinta: findTinta(kecil, { batas: batasTinta, garisTerpanjang }) }
  for (const satu of kata) clearKotak(peta, toPeta(satu))
  return peta
}

const toPeta = ([x0, y0, x1, y1]: Kotak): Kotak => [
  Math.max(0, Math.floor(x0 / faktor) - 1),
  Math.max(0, Math.floor(y0 / faktor) - 1),
  Math.ceil(x1 / faktor) + 1,
  Math.ceil(y1 / faktor) + 1,
]

function clearKotak({ lebar, tinggi, tinta }: Peta, [x0, y0, x1, y1]: Kotak): void {
  for (let y = y0; y < Math.min(tinggi, y1); y += 1) {
    tinta.fill(0, y * lebar + x0, y * lebar + Math.min(lebar, x1))
  }
}

/** Runs of ink along a band of rows, bridging the gaps between letters. */
function listLajur(peta: Peta, atas: number, bawah: number): Kotak[] {
  const hasil: Kotak[] = []
  let [awal, akhir, isi] = [-1, -1, 0]
  const close = () => {
    if (awal >= 0 && akhir - awal >= lebarTerkecil && isi >= (akhir - awal) * 0.8) {
      hasil.push([awal, atas, akhir + 1, bawah])
    }
    ;[awal, akhir, isi] = [-1, -1, 0]
  }
  for (let x = 0; x < peta.lebar; x += 1) {
    let banyak = 0
    for (let y = atas; y < bawah; y += 1) banyak += peta.tinta[y * peta.lebar + x] ?? 0
    if (banyak === 0) continue
    if (awal >= 0 && x - akhir > celahKata) close()
    if (awal < 0) awal = x
    akhir = x
    isi += banyak
  }
  close()
  return hasil
}

/** Rows of text that are known, from the words that were read. */
function listBaris(kata: readonly Kotak[]): (readonly [number, number])[] {
  const hasil: [number, number][] = []
  for (const [, y0, , y1] of kata.map(toPeta).toSorted((a, b) => a[1] - b[1])) {
    if (y1 - y0 < tinggiBaris.terkecil || y1 - y0 > tinggiBaris.terbesar) continue
    const akhir = hasil.at(-1)
    const tengah = (y0 + y1) / 2
    if (akhir !== undefined && tengah < akhir[1] && tengah > akhir[0]) {
      akhir[1] = Math.max(akhir[1], y1)
    } else hasil.push([y0, y1])
  }
  return hasil.filter(([y0, y1]) => y1 - y0 <= tinggiBaris.terbesar * 1.5)
}

/** Rows of text that nobody knows yet: where what is left of the ink gathers. */
function listBarisBaru({ lebar, tinggi, tinta }: Peta): (readonly [number, number])[] {
  const profil = Array.from({ length: tinggi }, (_, y) => {
    let banyak = 0
    for (let x = 0; x < lebar; x += 1) banyak += tinta[y * lebar + x] ?? 0
    return banyak
  })
  const hasil: (readonly [number, number])[] = []
  let awal = -1
  for (let y = 0; y <= tinggi; y += 1) {
    // A ring or a star crosses a row with few pixels, a line of print with many.
    const ada = (profil[y] ?? 0) >= 12
    if (ada && awal < 0) awal = y
    if (ada || awal < 0) continue
    const tinggiIni = y - awal
    if (tinggiIni >= 4 && tinggiIni <= tinggiBaris.terbesar * 1.6) hasil.push([awal - 2, y + 2])
    awal = -1
  }
  return hasil
}

/**
 * Places that look like lines of text and where nothing was read: the reader takes lines under a
 * stamp, or beside a photograph, for part of a picture. They are read once more by themselves.
 */
export function listCelah(citra: Citra, kata: readonly Kotak[]): Kotak[] {
  const peta = findSisaTinta(shrink(citra, faktor), kata)
  const hasil: Kotak[] = []
  for (const cari of [() => listBaris(kata), () => listBarisBaru(peta)]) {
    for (const [y0, y1] of cari()) {
      const lajur = listLajur(peta, Math.max(0, y0), Math.min(peta.tinggi, y1))
      for (const satu of lajur) clearKotak(peta, satu)
      hasil.push(...lajur)
    }
  }
  return hasil
    .toSorted((a, b) => b[2] - b[0] - (a[2] - a[0]))
    .slice(0, celahTerbanyak)
    .map(([x0, y0, x1, y1]) => [
      Math.max(0, x0 * faktor - 12),
      Math.max(0, y0 * faktor - 4),
      Math.min(citra.lebar, x1 * faktor + 12),
      Math.min(citra.tinggi, y1 * faktor + 4),
    ])
}

/** A part of a picture. */
export function crop({ lebar, piksel }: Citra, [x0, y0, x1, y1]: Kotak): Citra {
  const l = x1 - x0
  const hasil = new Uint8Array(l * (y1 - y0))
  for (let y = y0; y < y1; y += 1) {
    hasil.set(piksel.subarray(y * lebar + x0, y * lebar + x1), (y - y0) * l)
  }
  return { lebar: l, tinggi: y1 - y0, piksel: hasil }
}
