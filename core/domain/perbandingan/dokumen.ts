import { getLetak, listBaris, type Baris, type Token } from './baris.ts'
import type { HalamanTerbaca, Kotak } from './kata.ts'
import { listLabelDikenal, type LabelDikenal, type TemuLabel } from './temu-label.ts'

/** A read document with what every comparison needs to know about its lines. */
export type Dokumen = {
  readonly baris: readonly Baris[]
  readonly label: ReadonlyMap<Baris, readonly LabelDikenal[]>
}

export function buildDokumen(halaman: readonly HalamanTerbaca[]): Dokumen {
  const baris = listBaris(halaman)
  return { baris, label: new Map(baris.map((satu) => [satu, listLabelDikenal(satu)])) }
}

export const tinggiBaris = (baris: Baris): number => {
  const urut = baris.token
    .map(({ kata }) => kata.letak[3] - kata.letak[1])
    .toSorted((a, b) => a - b)
  return urut[Math.floor(urut.length / 2)] ?? 1
}

const kepalaPernah = new WeakMap<Baris, number>()

/**
 * In how many cells of a line a label stands by itself: three make a row of heads. `Kota Malang` and
 * `15 tahun` have a word of a label in them and are none.
 */
export function countKepala(dokumen: Dokumen, baris: Baris): number {
  const lama = kepalaPernah.get(baris)
  if (lama !== undefined) return lama
  const label = dokumen.label.get(baris) ?? []
  const baru = listSel(baris).filter(({ dari, token }) => {
    if (token.some(({ teks }) => /\d/.test(teks))) return false
    const kata = token.filter(({ teks }) => /\p{L}/u.test(teks)).length
    const diisi = new Set(
      label.flatMap((satu) =>
        token.flatMap((_, i) => (satu.dari <= dari + i && dari + i <= satu.sampai ? [i] : [])),
      ),
    )
    return diisi.size > 0 && diisi.size * 2 > kata
  }).length
  kepalaPernah.set(baris, baru)
  return baru
}

/** A line of nothing but labels has no values: those stand below it. */
export function isBarisLabel(dokumen: Dokumen, baris: Baris): boolean {
  const sel = listSel(baris).length
  return sel >= 2 && countKepala(dokumen, baris) === sel
}

/** Whether another label holds these words and more: `tanggal` says nothing in `tanggal lahir`. */
export function isBagianLabel(dokumen: Dokumen, { baris, dari, sampai }: TemuLabel): boolean {
  return (dokumen.label.get(baris) ?? []).some(
    (satu) => satu.dari <= dari && satu.sampai >= sampai && satu.sampai - satu.dari > sampai - dari,
  )
}

/** Share of the narrower of two that both cover. */
export function rateTumpuk(a: Kotak, b: Kotak): number {
  const bersama = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  return bersama / Math.max(1, Math.min(a[2] - a[0], b[2] - b[0]))
}

/** A label that goes on below itself, beside nothing: `Berdasarkan masa` over `kerja`. */
export function findLabelBersambung(dokumen: Dokumen, baris: Baris): Baris | undefined {
  const bawah = dokumen.baris[baris.nomor + 1]
  const [pertama, kedua] = listSel(baris)
  if (bawah === undefined || pertama === undefined || kedua === undefined) return undefined
  if (bawah.halaman !== baris.halaman || bawah.letak[1] - baris.letak[3] > tinggiBaris(baris))
    return undefined
  const kiri = pertama.token[0]?.kata.letak[0] ?? 0
  const kanan = kedua.token[0]?.kata.letak[0] ?? 0
  if (bawah.letak[2] > kanan || bawah.letak[0] < kiri - tinggiBaris(baris)) return undefined
  const akhir = pertama.dari + pertama.token.length - 1
  return {
    ...baris,
    potong: [
      ...baris.potong.filter(({ token }) => token <= akhir),
      ...bawah.potong.map((satu) => ({ ...satu, token: akhir })),
    ],
  }
}

/** The cells of a line. */
export function listSel(
  baris: Baris,
): { readonly dari: number; readonly token: readonly Token[] }[] {
  const hasil: { dari: number; token: Token[] }[] = []
  baris.token.forEach((token, i) => {
    const akhir = hasil.at(-1)
    if (akhir !== undefined && akhir.token.at(-1)?.sel === token.sel) akhir.token.push(token)
    else hasil.push({ dari: i, token: [token] })
  })
  return hasil
}

/** The cell of a line that stands in the same column; heads are centred over values that are not. */
export function findSelKolom(
  baris: Baris,
  letak: Kotak,
): ReturnType<typeof listSel>[number] | undefined {
  const sel = listSel(baris)
  if (sel.length < 3) return sel.find((satu) => rateTumpuk(getLetak(satu.token), letak) > 0.25)
  // The widest overlap, else the smallest gap.
  const dekat = (satu: (typeof sel)[number]) => rateTumpuk(getLetak(satu.token), letak)
  const celah = (satu: (typeof sel)[number]) => {
    const kotak = getLetak(satu.token)
    return Math.max(kotak[0] - letak[2], letak[0] - kotak[2])
  }
  const tumpuk = sel.filter((satu) => dekat(satu) > 0)
  return tumpuk.length > 0
    ? tumpuk.toSorted((a, b) => dekat(b) - dekat(a))[0]
    : sel.toSorted((a, b) => celah(a) - celah(b))[0]
}

/** The line in which a text that stands at this height and left edge goes on, if it does. */
export function findLanjutan(dokumen: Dokumen, baris: Baris, kiri: number): Baris | undefined {
  const tinggi = tinggiBaris(baris)
  for (const satu of dokumen.baris.slice(baris.nomor + 1, baris.nomor + 3)) {
    const pertama = satu.token[0]
    if (satu.halaman !== baris.halaman || pertama === undefined) return undefined
    const jarak = satu.letak[1] - baris.letak[3]
    if (jarak > tinggi * 1.6) return undefined
    if (Math.abs(pertama.kata.letak[0] - kiri) < tinggi * 2.2) return satu
  }
  return undefined
}

/** The next line of the same column of running text. */
export function findBarisBerikut(dokumen: Dokumen, baris: Baris): Baris | undefined {
  const satu = dokumen.baris[baris.nomor + 1]
  if (satu === undefined || satu.halaman !== baris.halaman) return undefined
  const dekat = satu.letak[1] - baris.letak[3] < tinggiBaris(baris) * 1.6
  return dekat && rateTumpuk(satu.letak, baris.letak) > 0.3 ? satu : undefined
}
