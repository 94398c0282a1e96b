import { splitPotong } from './huruf.ts'
import { joinKotak, type HalamanTerbaca, type Kata, type Kotak } from './kata.ts'

/** A word in its line. */
export type Token = {
  readonly teks: string
  readonly kata: Kata
  /** Words with a wide gap, a colon or a rule between them stand in different cells. */
  readonly sel: number
  /** A colon stood before it. */
  readonly setelahTitikDua: boolean
}

/** Letters and digits between punctuation: what labels and dates are made of. */
export type Potong = { readonly teks: string; readonly token: number }

export type Baris = {
  readonly halaman: number
  readonly nomor: number
  readonly token: readonly Token[]
  readonly potong: readonly Potong[]
  readonly letak: Kotak
}

/** Gap between two cells, in heights of the line. */
const celahSel = 1.5

const tinggi = ({ letak }: Kata): number => letak[3] - letak[1]
const tengah = ({ letak }: Kata): number => (letak[1] + letak[3]) / 2

/** Rules of tables are read as bars; so is dirt. */
function isSampah(kata: Kata, tinggiBiasa: number): boolean {
  if (!/[\p{L}\p{N}:]/u.test(kata.teks)) return !/^[-–—.,()/|!]+$/u.test(kata.teks)
  return tinggi(kata) > tinggiBiasa * 3.5
}

function median(angka: readonly number[]): number {
  const urut = angka.toSorted((a, b) => a - b)
  return urut[Math.floor(urut.length / 2)] ?? 0
}

/** How far a word lies from a line, in heights; undefined when it is none of its words. */
function measureJarak(baris: readonly Kata[], satu: Kata, tinggiBiasa: number): number | undefined {
  // The nearest neighbour decides: a line may still be bent a little.
  let dekat = baris[0]
  for (const lain of baris) {
    const jauh = (kata: Kata) =>
      Math.max(satu.letak[0] - kata.letak[2], kata.letak[0] - satu.letak[2])
    if (dekat === undefined || jauh(lain) < jauh(dekat)) dekat = lain
  }
  if (dekat === undefined) return undefined
  const bersama = Math.min(dekat.letak[3], satu.letak[3]) - Math.max(dekat.letak[1], satu.letak[1])
  const jarak = Math.abs(tengah(dekat) - tengah(satu))
  const cukup = bersama > Math.min(tinggi(dekat), tinggi(satu)) * 0.5
  return cukup && jarak < tinggiBiasa * 0.7 ? jarak : undefined
}

/** Groups of words at one height, each from left to right. */
function groupBaris(kata: readonly Kata[]): Kata[][] {
  const tinggiBiasa = median(kata.map(tinggi))
  const baris: Kata[][] = []
  const bersih = kata.filter((satu) => !isSampah(satu, tinggiBiasa))
  // Words make the lines; points and dirt only join them, and would pull a line up or down.
  const isKecil = (satu: Kata) =>
    tinggi(satu) < tinggiBiasa * 0.5 || !/[\p{L}\p{N}]/u.test(satu.teks)
  const urut = bersih.toSorted(
    (a, b) => Number(isKecil(a)) - Number(isKecil(b)) || tengah(a) - tengah(b),
  )
  for (const satu of urut) {
    let terdekat: { baris: Kata[]; jarak: number } | undefined
    for (const lama of baris) {
      const jarak = measureJarak(lama, satu, tinggiBiasa)
      if (jarak !== undefined && jarak < (terdekat?.jarak ?? Infinity)) {
        terdekat = { baris: lama, jarak }
      }
    }
    if (terdekat === undefined) baris.push([satu])
    else terdekat.baris.push(satu)
  }
  const atas = (satu: readonly Kata[]) => median(satu.map(tengah))
  return baris
    .filter((satu) => satu.some(({ teks }) => /[\p{L}\p{N}]/u.test(teks)))
    .toSorted((a, b) => atas(a) - atas(b))
    .map((satu) => satu.toSorted((a, b) => a.letak[0] - b.letak[0]))
}

function buildToken(kata: readonly Kata[]): Token[] {
  const tinggiBaris = median(kata.map(tinggi))
  const token: Token[] = []
  let sel = 0
  let setelahTitikDua = false
  let kanan = -Infinity
  for (const satu of kata) {
    const celah = satu.letak[0] - kanan > tinggiBaris * celahSel
    if (token.length > 0 && celah) sel += 1
    kanan = Math.max(kanan, satu.letak[2])
    if (/^[|!]$/.test(satu.teks) && tinggi(satu) > tinggiBaris * 1.25) {
      sel += 1
      continue
    }
    const depan = /^[:;]/.test(satu.teks)
    // A bar as tall as a letter is the letter I.
    const teks = satu.teks.replace(/^[:;]+/, '').replace(/^[|!](?=[,.]?$)/, 'I')
    if (depan) {
      setelahTitikDua = true
      if (token.length > 0) sel += 1
    }
    if (teks === '') continue
    const belakang = teks.endsWith(':') && teks.length > 1
    token.push({ teks: belakang ? teks.slice(0, -1) : teks, kata: satu, sel, setelahTitikDua })
    setelahTitikDua = belakang
    if (belakang) sel += 1
  }
  return token
}

function buildBaris(halaman: number, nomor: number, kata: readonly Kata[]): Baris {
  const token = buildToken(kata)
  return {
    halaman,
    nomor,
    token,
    potong: token.flatMap(({ teks }, i) =>
      splitPotong(teks).map((satu) => ({ teks: satu, token: i })),
    ),
    letak: joinKotak(kata.map((satu) => satu.letak)),
  }
}

/** The lines of a document in the order in which they are read. */
export function listBaris(halaman: readonly HalamanTerbaca[]): Baris[] {
  const semua: Baris[] = []
  for (const { nomor, kata } of halaman) {
    for (const satu of groupBaris(kata)) {
      const baris = buildBaris(nomor, semua.length, satu)
      if (baris.token.length > 0) semua.push(baris)
    }
  }
  return semua
}

/** Where the given tokens stand in the upright plane. */
export function getLetak(token: readonly Token[]): Kotak {
  return joinKotak(token.map((satu) => satu.kata.letak))
}
