import type { Abu } from './abu.ts'

const batasSudut = 8
const langkahKasar = 1
const langkahHalus = 0.25
/** Points of ink that are enough to see the lines of a page. */
const titikMaks = 20_000

type Titik = { x: Int32Array; y: Int32Array }

/** Ink as points, thinned evenly. */
function listTinta({ data, width }: Abu, ambang: number): Titik {
  let tinta = 0
  for (let nomor = 0; nomor < data.length; nomor += 1) if ((data[nomor] ?? 0) < ambang) tinta += 1
  const jarak = Math.max(1, Math.ceil(tinta / titikMaks))
  const jumlah = Math.ceil(tinta / jarak)
  const [x, y] = [new Int32Array(jumlah), new Int32Array(jumlah)]
  let ke = 0
  for (let nomor = 0; nomor < data.length; nomor += 1) {
    if ((data[nomor] ?? 0) >= ambang) continue
    if (ke % jarak === 0) {
      x[ke / jarak] = nomor % width
      y[ke / jarak] = Math.trunc(nomor / width)
    }
    ke += 1
  }
  return { x, y }
}

/** How unevenly ink falls on the rows when the page is turned: most when the lines lie level. */
function scoreSudut({ x, y }: Titik, derajat: number, baris: Int32Array): number {
  const lereng = Math.tan((derajat * Math.PI) / 180)
  const tengah = baris.length >> 1
  baris.fill(0)
  for (let nomor = 0; nomor < x.length; nomor += 1) {
    const ke = tengah + (Math.round((y[nomor] ?? 0) - (x[nomor] ?? 0) * lereng) >> 1)
    baris[ke] = (baris[ke] ?? 0) + 1
  }
  return baris.reduce((jumlah, n) => jumlah + n * n, 0)
}

type Terbaik = { derajat: number; skor: number }

function findTerbaik(
  titik: Titik,
  dari: number,
  sampai: number,
  langkah: number,
  baris: Int32Array,
) {
  let terbaik: Terbaik = { derajat: 0, skor: 0 }
  for (let derajat = dari; derajat <= sampai; derajat += langkah) {
    const skor = scoreSudut(titik, derajat, baris)
    if (skor > terbaik.skor) terbaik = { derajat, skor }
  }
  return terbaik
}

/**
 * Degrees by which the lines of writing lean, from -8 to 8, whether the page stands or lies on its
 * side.
 */
export function findMiring(halaman: Abu, ambang: number): number {
  const { x, y } = listTinta(halaman, ambang)
  const baris = new Int32Array(2 * (halaman.width + halaman.height))
  const hasil = [
    { titik: { x, y }, arah: 1 },
    { titik: { x: y, y: x }, arah: -1 },
  ].map(({ titik, arah }) => {
    const { derajat } = findTerbaik(titik, -batasSudut, batasSudut, langkahKasar, baris)
    const dari = derajat - langkahKasar
    const halus = findTerbaik(titik, dari, derajat + langkahKasar, langkahHalus, baris)
    return { skor: halus.skor, derajat: halus.derajat * arah }
  })
  return hasil.reduce((a, b) => (b.skor > a.skor ? b : a)).derajat
}
