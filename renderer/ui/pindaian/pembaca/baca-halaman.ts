import type { Kata, Kotak } from '@meja/core/domain/perbandingan/kata.ts'
import { rataRata, readUlang } from './baca-ulang.ts'
import { crop, listCelah } from './celah.ts'
import type { Citra } from './citra.ts'
import { isGolonganUtuh, readGolonganGambar, skipTitikDua } from './gores-golongan.ts'
import type { Peta } from './luruskan.ts'
import type { KataMentah, Pengenal } from './pengenal.ts'
import { preparePage, type HalamanSiap } from './siapkan.ts'

export type Gambar = {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** Below this on average the page probably stands on its head. */
const yakinTerbalik = 62
/** A word below this is read once more by itself, and is replaced when that reads better. */
const yakinUlang = 30
const yakinDiterima = 40
/** A grade is no wider than this, in heights. */
const lebarGolongan = 5

/** Ornaments are read as bad words; a page upside down has no good ones. */
function isTerbalik(kata: readonly KataMentah[]): boolean {
  const baik = kata.filter(({ teks, keyakinan }) => keyakinan >= 85 && /\p{L}{4}/u.test(teks))
  return kata.length > 4 && rataRata(kata) < yakinTerbalik && baik.length < 12
}

function isTumpuk(a: Kotak, b: Kotak): boolean {
  const lebar = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const tinggi = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const luas = (k: Kotak) => (k[2] - k[0]) * (k[3] - k[1])
  return lebar > 0 && tinggi > 0 && lebar * tinggi > 0.3 * Math.min(luas(a), luas(b))
}

/** What stands in one place; a short one that nothing is read of may be a grade, which is no word. */
async function readCelah(citra: Citra, pengenal: Pengenal): Promise<KataMentah[]> {
  const baca = (await pengenal.recognize(citra, 'baris')).filter(
    (satu) => satu.keyakinan >= yakinDiterima,
  )
  const berisi = baca.some(({ teks }) => /[\p{L}\p{N}]/u.test(teks))
  if (berisi || citra.lebar > citra.tinggi * lebarGolongan) return baca
  const dari = skipTitikDua(citra)
  const potong = crop(citra, [dari, 0, citra.lebar, citra.tinggi])
  const golongan = (await pengenal.recognize(potong, 'golongan')).flatMap((satu) => {
    const [x0, y0, x1, y1] = satu.letak
    return isGolonganUtuh(satu.teks)
      ? [{ ...satu, letak: [x0 + dari, y0, x1 + dari, y1] as const }]
      : []
  })
  return [
    ...golongan,
    ...baca.filter((satu) => !golongan.some((g) => isTumpuk(g.letak, satu.letak))),
  ]
}

/** Reads by themselves the places that were passed over or hardly read. */
async function fillCelah(
  { citra }: HalamanSiap,
  kata: readonly KataMentah[],
  pengenal: Pengenal,
): Promise<KataMentah[]> {
  let hasil = [...kata]
  const terbaca = kata.filter((satu) => satu.keyakinan >= yakinUlang).map((satu) => satu.letak)
  for (const celah of listCelah(citra, terbaca)) {
    const baru = (await readCelah(crop(citra, celah), pengenal)).map((satu) => ({
      ...satu,
      letak: [
        satu.letak[0] + celah[0],
        satu.letak[1] + celah[1],
        satu.letak[2] + celah[0],
        satu.letak[3] + celah[1],
      ] as const,
    }))
    const lama = hasil.filter((satu) => satu.keyakinan < yakinUlang && isTumpuk(satu.letak, celah))
    if (baru.length === 0 || rataRata(baru) <= rataRata(lama)) continue
    hasil = hasil.filter((satu) => !lama.includes(satu))
    hasil.push(...baru.filter((satu) => !hasil.some((ada) => isTumpuk(ada.letak, satu.letak))))
  }
  return hasil
}

/** Strokes counted on the picture are surer than the word that was made of them. */
const yakinGores = 95

function mendGolongan(citra: Citra, kata: KataMentah): KataMentah {
  const teks = readGolonganGambar(citra, kata.letak, kata.teks)
  return teks === null ? kata : { ...kata, teks, keyakinan: yakinGores, keyakinanHuruf: [] }
}

/** The box around a box of the straightened page, on the page as it was given. */
function toHalaman([x0, y0, x1, y1]: Kotak, [a, b, c, d, e, f]: Peta): Kotak {
  const sudut = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([u = 0, v = 0]) => [a * u + b * v + c, d * u + e * v + f] as const)
  const x = sudut.map((satu) => satu[0])
  const y = sudut.map((satu) => satu[1])
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)].map(
    Math.round,
  ) as unknown as Kotak
}

/** The words of a page; `kedua` where a second look read some of them otherwise. */
export type BacaanHalaman = { readonly kata: Kata[]; readonly kedua: Kata[] | null }

/** The words of one page, with their places on the page as it was given. */
export async function readHalaman(
  gambar: Gambar,
  dpi: number,
  pengenal: Pengenal,
): Promise<BacaanHalaman> {
  let siap = preparePage(gambar, dpi)
  let kata = await pengenal.recognize(siap.citra, 'halaman')
  if (isTerbalik(kata)) {
    const balik = preparePage(gambar, dpi, true)
    const kataBalik = await pengenal.recognize(balik.citra, 'halaman')
    if (rataRata(kataBalik) > rataRata(kata)) {
      siap = balik
      kata = kataBalik
    }
  }
  const { citra, peta } = siap
  const lengkap = await fillCelah(siap, kata, pengenal)
  const dua = await readUlang(citra, lengkap, pengenal)
  const place = (semua: readonly KataMentah[]) =>
    semua
      .map((satu) => mendGolongan(citra, satu))
      .map((satu) => ({ ...satu, kotak: toHalaman(satu.letak, peta) }))
  return { kata: place(dua.kata), kedua: dua.kedua === null ? null : place(dua.kedua) }
}
