import type { Citra } from './citra.ts'

/** Side of a tile of the background map; small against a page, large against a letter's stroke. */
const petak = 16
/** Share of the pixels of a tile that are darker than its paper. */
const bagianTinta = 0.85
/** Darker than this a tile is a photograph or a frame, not paper in the shade. */
const kertasTergelap = 70

type Peta = { readonly lebar: number; readonly tinggi: number; readonly nilai: Float32Array }

/** How bright the paper is, tile by tile. */
function measureKertas({ lebar, tinggi, piksel }: Citra): Peta {
  const kolom = Math.ceil(lebar / petak)
  const baris = Math.ceil(tinggi / petak)
  const nilai = new Float32Array(kolom * baris)
  const hitung = new Uint16Array(256)
  for (let by = 0; by < baris; by += 1) {
    for (let bx = 0; bx < kolom; bx += 1) {
      hitung.fill(0)
      let banyak = 0
      const yAkhir = Math.min(tinggi, (by + 1) * petak)
      const xAkhir = Math.min(lebar, (bx + 1) * petak)
      for (let y = by * petak; y < yAkhir; y += 1) {
        for (let x = bx * petak; x < xAkhir; x += 1) {
          const terang = piksel[y * lebar + x] ?? 255
          hitung[terang] = (hitung[terang] ?? 0) + 1
          banyak += 1
        }
      }
      let sisa = banyak * bagianTinta
      let terang = 0
      while (terang < 255 && sisa > (hitung[terang] ?? 0)) {
        sisa -= hitung[terang] ?? 0
        terang += 1
      }
      nilai[by * kolom + bx] = Math.max(kertasTergelap, terang)
    }
  }
  return { lebar: kolom, tinggi: baris, nilai }
}

/** The brightest, then the mean, of the tiles around: letters larger than a tile leave no hole. */
function smoothPeta({ lebar, tinggi, nilai }: Peta, jari: number, terbaik: boolean): Peta {
  const hasil = new Float32Array(nilai.length)
  for (let y = 0; y < tinggi; y += 1) {
    for (let x = 0; x < lebar; x += 1) {
      let jumlah = 0
      let banyak = 0
      let tertinggi = 0
      for (let dy = Math.max(0, y - jari); dy <= Math.min(tinggi - 1, y + jari); dy += 1) {
        for (let dx = Math.max(0, x - jari); dx <= Math.min(lebar - 1, x + jari); dx += 1) {
          const satu = nilai[dy * lebar + dx] ?? 255
          jumlah += satu
          banyak += 1
          if (satu > tertinggi) tertinggi = satu
        }
      }
      hasil[y * lebar + x] = terbaik ? tertinggi : jumlah / banyak
    }
  }
  return { lebar, tinggi, nilai: hasil }
}

/** Evens out shadows and yellowed paper: every pixel against the paper around it. */
export function normalizeLatar(citra: Citra): Citra {
  const { lebar, tinggi, piksel } = citra
  const peta = smoothPeta(smoothPeta(measureKertas(citra), 1, true), 2, false)
  const hasil = new Uint8Array(piksel.length)
  const baris = new Float32Array(peta.lebar)
  for (let y = 0; y < tinggi; y += 1) {
    const v = Math.min(peta.tinggi - 1, Math.max(0, (y + 0.5) / petak - 0.5))
    const atas = Math.floor(v)
    const bawah = Math.min(peta.tinggi - 1, atas + 1)
    const dv = v - atas
    for (let bx = 0; bx < peta.lebar; bx += 1) {
      const a = peta.nilai[atas * peta.lebar + bx] ?? 255
      const b = peta.nilai[bawah * peta.lebar + bx] ?? 255
      baris[bx] = a + (b - a) * dv
    }
    for (let x = 0; x < lebar; x += 1) {
      const u = Math.min(peta.lebar - 1, Math.max(0, (x + 0.5) / petak - 0.5))
      const kiri = Math.floor(u)
      const a = baris[kiri] ?? 255
      const b = baris[Math.min(peta.lebar - 1, kiri + 1)] ?? 255
      const terang = ((piksel[y * lebar + x] ?? 255) * 250) / (a + (b - a) * (u - kiri))
      hasil[y * lebar + x] = terang > 255 ? 255 : terang
    }
  }
  return { lebar, tinggi, piksel: hasil }
}
