import type { Profil } from './provinsi.ts'
import { createRandom } from './random.ts'

/** In what file the scan arrives. `pdf-jpx` keeps its last, general page as JPEG 2000. */
export type Wadah =
  'pdf-jpeg' | 'pdf-g4' | 'pdf-jbig2' | 'pdf-jpx' | 'jpg' | 'png' | 'tif-g4' | 'tif-lzw'

export type RencanaPindai = {
  profil: Profil
  dpi: number
  wadah: Wadah
  /** Quarter turns to the right at which the page lies in the file. */
  putar: 0 | 1 | 2 | 3
}

// Two dozen ways in the shares in which offices really send scans.
const putaran: readonly [Profil, number, Wadah][] = [
  ['sedang', 200, 'pdf-jpx'],
  ['baik', 300, 'pdf-jpeg'],
  ['fotokopi', 200, 'pdf-jbig2'],
  ['ponsel', 200, 'jpg'],
  ['sedang', 200, 'pdf-jpeg'],
  ['buruk', 200, 'pdf-jpeg'],
  ['fotokopi', 200, 'pdf-g4'],
  ['sedang', 200, 'pdf-jpeg'],
  ['sedang', 150, 'png'],
  ['sedang', 200, 'pdf-jpeg'],
  ['baik', 300, 'pdf-jpeg'],
  ['fotokopi', 200, 'tif-g4'],
  ['buruk', 150, 'pdf-jpeg'],
  ['sedang', 200, 'pdf-jpx'],
  ['ponsel', 220, 'jpg'],
  ['sedang', 200, 'pdf-jpeg'],
  ['fotokopi', 300, 'pdf-jbig2'],
  ['buruk', 200, 'pdf-jpeg'],
  ['sedang', 200, 'pdf-jpx'],
  ['fotokopi', 200, 'tif-lzw'],
  ['baik', 200, 'pdf-jpeg'],
  ['ponsel', 200, 'jpg'],
  ['sedang', 200, 'pdf-jpeg'],
  ['fotokopi', 200, 'pdf-g4'],
]

const takTerbaca: readonly [Profil, Wadah][] = [
  ['gelap', 'pdf-jpeg'],
  ['kabur', 'jpg'],
  ['terpotong', 'pdf-jpeg'],
]

/** Every 15th scan shows nothing one could verify; every 13th lies on its side. */
export function planPindai(
  seed: string,
  nomor: number,
  kecil: boolean,
  keputusan = false,
): RencanaPindai {
  if (nomor % 15 === 9) {
    const [profil, wadah] = takTerbaca[Math.floor(nomor / 15) % takTerbaca.length] ?? [
      'gelap',
      'jpg',
    ]
    return { profil, dpi: kecil ? 100 : 150, wadah, putar: 0 }
  }
  // Shuffled in blocks: every way comes up in its share, and in no step with the kinds of paper.
  const blok = Math.floor(nomor / putaran.length)
  const urutan = createRandom(`${seed}/pindai/${blok}`).shuffle(putaran)
  const [profil, dpi, dasar] = urutan[nomor % putaran.length] ?? ['sedang', 200, 'pdf-jpeg']
  // Only collective decrees end with the page of general provisions.
  const wadah = dasar === 'pdf-jpx' && !keputusan ? 'pdf-jpeg' : dasar
  const sisi = createRandom(`${seed}/putar/${nomor}`).pick([1, 3] as const)
  const putar = nomor % 13 === 5 ? sisi : nomor % 40 === 17 ? 2 : 0
  return { profil, dpi: kecil ? 100 : dpi, wadah, putar }
}

export function isTerbaca(profil: Profil): boolean {
  return profil !== 'gelap' && profil !== 'kabur' && profil !== 'terpotong'
}

/** One proposal in every three is planted, whichever of them; never one that nobody can read. */
export function isDitanam(seed: string, nomor: number, kecil: boolean): boolean {
  const blok = nomor - (nomor % 3)
  const terbaca = [blok, blok + 1, blok + 2].filter((satu) =>
    isTerbaca(planPindai(seed, satu, kecil).profil),
  )
  return createRandom(`${seed}/tanam/${blok}`).pick(terbaca) === nomor
}
