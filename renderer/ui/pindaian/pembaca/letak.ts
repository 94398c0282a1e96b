import { shrink, turnKuadran, type Citra, type Kuadran } from './citra.ts'
import { findTinta } from './tinta.ts'

/** How a page lies: quarters to turn it clockwise, then the small angle of its lines in radians. */
export type Letak = { readonly kuadran: Kuadran; readonly sudut: number }

const lebarUkur = 900
const batasTinta = 170
/** Longer strokes than this are rules and frames, not letters. */
const goresTerpanjang = 45
const sudutTerbesar = (6 * Math.PI) / 180
/** Print in capitals tells little, and most pages stand upright; a bad reading tells the rest. */
const batasTerbalik = -0.015
const titikTerbanyak = 24_000

type Titik = { readonly x: Float32Array; readonly y: Float32Array }

function listTitik(citra: Citra, huruf: Uint8Array): Titik {
  let banyak = 0
  for (const satu of huruf) banyak += satu
  const langkah = Math.max(1, Math.floor(banyak / titikTerbanyak))
  const x = new Float32Array(Math.ceil(banyak / langkah))
  const y = new Float32Array(x.length)
  let ke = 0
  let n = 0
  for (let i = 0; i < huruf.length; i += 1) {
    if (huruf[i] === 0) continue
    if (ke % langkah === 0 && n < x.length) {
      x[n] = i % citra.lebar
      y[n] = Math.floor(i / citra.lebar)
      n += 1
    }
    ke += 1
  }
  return { x, y }
}

/** How sharply ink falls into lines when it is projected along an angle; 0 is not at all. */
function rateSudut(sejajar: Float32Array, tegak: Float32Array, sudut: number): number {
  const cos = Math.cos(sudut)
  const sin = Math.sin(sudut)
  const geser = 2000
  const kotak = new Float32Array(4000)
  for (let i = 0; i < tegak.length; i += 1) {
    const letak = Math.round((tegak[i] ?? 0) * cos - (sejajar[i] ?? 0) * sin) + geser
    kotak[letak] = (kotak[letak] ?? 0) + 1
  }
  let beda = 0
  for (let i = 1; i < kotak.length; i += 1) {
    const selisih = (kotak[i] ?? 0) - (kotak[i - 1] ?? 0)
    beda += selisih * selisih
  }
  return beda / Math.max(1, tegak.length)
}

function findSudut(sejajar: Float32Array, tegak: Float32Array): { sudut: number; nilai: number } {
  let terbaik = { sudut: 0, nilai: -1 }
  const search = (pusat: number, jangkau: number, langkah: number) => {
    for (let sudut = pusat - jangkau; sudut <= pusat + jangkau + 1e-9; sudut += langkah) {
      const nilai = rateSudut(sejajar, tegak, sudut)
      if (nilai > terbaik.nilai) terbaik = { sudut, nilai }
    }
  }
  const derajat = Math.PI / 180
  search(0, sudutTerbesar, 0.5 * derajat)
  search(terbaik.sudut, 0.4 * derajat, 0.1 * derajat)
  search(terbaik.sudut, 0.08 * derajat, 0.02 * derajat)
  return terbaik
}

/**
 * Ink above the small letters against ink below them: in Latin print more letters rise (b d f h k l t,
 * capitals beside small ones) than fall (g j p q y). Positive is upright; near 0 tells nothing.
 */
function rateTegak(citra: Citra, huruf: Uint8Array, sudut: number): number {
  const profil = new Float32Array(citra.tinggi * 2)
  const sin = Math.sin(sudut)
  const cos = Math.cos(sudut)
  const geser = citra.tinggi / 2
  for (let i = 0; i < huruf.length; i += 1) {
    if (huruf[i] === 0) continue
    const y = Math.round(Math.floor(i / citra.lebar) * cos - (i % citra.lebar) * sin + geser)
    profil[y] = (profil[y] ?? 0) + 1
  }
  let jumlah = 0
  let tinta = 1
  let awal = -1
  for (let y = 0; y <= profil.length; y += 1) {
    const ada = y < profil.length && (profil[y] ?? 0) > 2
    if (ada && awal < 0) awal = y
    if (ada || awal < 0) continue
    if (y - awal >= 6 && y - awal <= 40) {
      const baris = profil.subarray(awal, y)
      jumlah += compareUjung(baris)
      tinta += baris.reduce((total, satu) => total + satu, 0)
    }
    awal = -1
  }
  return jumlah / tinta
}

/** One line: the rows outside its dense body, above minus below. */
function compareUjung(baris: Float32Array): number {
  const puncak = Math.max(...baris)
  const padat = (nilai: number) => nilai > puncak * 0.45
  const atas = baris.findIndex(padat)
  const bawah = baris.findLastIndex(padat)
  const jumlah = (dari: number, sampai: number) =>
    baris.subarray(dari, sampai).reduce((total, satu) => total + satu, 0)
  return jumlah(0, atas) - jumlah(bawah + 1, baris.length)
}

/** Finds out how the page lies, from its lines of text alone. */
export function findLetak(citra: Citra): Letak {
  const kecil = shrink(citra, Math.floor(Math.max(citra.lebar, citra.tinggi) / lebarUkur))
  const huruf = findTinta(kecil, { batas: batasTinta, garisTerpanjang: goresTerpanjang })
  const titik = listTitik(kecil, huruf)
  const mendatar = findSudut(titik.x, titik.y)
  const menurun = findSudut(titik.y, titik.x)
  const rebah = menurun.nilai > mendatar.nilai * 1.1
  if (!rebah) {
    const terbalik = rateTegak(kecil, huruf, mendatar.sudut) < batasTerbalik
    return { kuadran: terbalik ? 2 : 0, sudut: mendatar.sudut }
  }
  const putar = turnKuadran({ ...kecil, piksel: huruf }, 1)
  // Turned clockwise, x becomes the row from the bottom: the angle changes its sign.
  const sudut = -menurun.sudut
  return { kuadran: rateTegak(putar, putar.piksel, sudut) >= 0 ? 1 : 3, sudut }
}
