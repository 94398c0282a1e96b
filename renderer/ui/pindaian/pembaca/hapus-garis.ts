import type { Citra } from './citra.ts'

/** Darker than this is ink. */
const batasTinta = 165
/** No letter has a stroke this long, at the density of reading: two fifths of an inch. */
const goresTerpanjang = 100
/** A rule may be broken by noise for as long as this. */
const sela = 2
/** Thicker than this it is a photograph or a bar: letters may lean on it. */
const tebalTerbesar = 9
const kertas = 250

type Garis = {
  readonly awal: number
  readonly akhir: number
  readonly langkah: number
  readonly samping: number
}

function isTipis({ piksel }: Citra, { awal, akhir, langkah, samping }: Garis): boolean {
  const banyak = 8
  let tipis = 0
  for (let n = 0; n < banyak; n += 1) {
    const i = awal + Math.round(((akhir - awal) / langkah) * ((n + 0.5) / banyak)) * langkah
    let tebal = 1
    for (const arah of [-samping, samping]) {
      for (let k = 1; k <= tebalTerbesar && (piksel[i + arah * k] ?? 255) < batasTinta; k += 1) {
        tebal += 1
      }
    }
    if (tebal <= tebalTerbesar) tipis += 1
  }
  return tipis * 2 > banyak
}

/** A rule has soft and ragged edges, which go with it; the foot of a letter that stands on it does not. */
function clear({ piksel }: Citra, hasil: Uint8Array, garis: Garis): void {
  const { awal, akhir, langkah, samping } = garis
  for (let i = awal; i <= akhir; i += langkah) {
    hasil[i] = kertas
    for (const arah of [-samping, samping]) {
      const tepi = (piksel[i + arah * 3] ?? 255) >= batasTinta
      for (let k = 1; k <= 2; k += 1) {
        const j = i + arah * k
        if (tepi || (piksel[j] ?? 0) >= batasTinta) hasil[j] = kertas
      }
    }
  }
}

/**
 * Takes the rules of tables and the frames of pictures off a straightened page: beside a rule the
 * reader takes it for a letter of the word (`|Pangkat`), and reads the word wrongly or not at all.
 */
export function removeGaris(citra: Citra): Citra {
  const { lebar, tinggi, piksel } = citra
  const hasil = piksel.slice()
  const take = (garis: Garis) => {
    const panjang = (garis.akhir - garis.awal) / garis.langkah
    if (panjang >= goresTerpanjang && isTipis(citra, garis)) clear(citra, hasil, garis)
  }
  const awalKolom = new Int32Array(lebar).fill(-1)
  const akhirKolom = new Int32Array(lebar)
  for (let y = 0; y <= tinggi; y += 1) {
    const dasar = y * lebar
    let [awal, akhir] = [-1, -1]
    for (let x = 0; x < lebar; x += 1) {
      if (y < tinggi && (piksel[dasar + x] ?? 255) < batasTinta) {
        if (awal < 0) awal = x
        akhir = x
        if ((awalKolom[x] ?? -1) < 0) awalKolom[x] = y
        akhirKolom[x] = y
        continue
      }
      if (awal >= 0 && x - akhir > sela) {
        if (akhir - awal >= goresTerpanjang) {
          take({ awal: dasar + awal, akhir: dasar + akhir, langkah: 1, samping: lebar })
        }
        awal = -1
      }
      const mulai = awalKolom[x] ?? -1
      const henti = akhirKolom[x] ?? 0
      if (mulai < 0 || (y < tinggi && y - henti <= sela)) continue
      if (henti - mulai >= goresTerpanjang) {
        take({ awal: mulai * lebar + x, akhir: henti * lebar + x, langkah: lebar, samping: 1 })
      }
      awalKolom[x] = -1
    }
    if (awal >= 0 && akhir - awal >= goresTerpanjang) {
      take({ awal: dasar + awal, akhir: dasar + akhir, langkah: 1, samping: lebar })
    }
  }
  return { lebar, tinggi, piksel: hasil }
}
