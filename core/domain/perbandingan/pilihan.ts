import type { Baris, Token } from './baris.ts'
import type { AturanBanding, HasilBanding, KotakHalaman, StatusBanding } from './hasil.ts'
import type { TipeBanding } from './isian-banding.ts'
import { joinKotak } from './kata.ts'
import type { Konteks } from './konteks.ts'

/** A place on the page that may hold the value, with what speaks for it. */
export type Pilihan = {
  readonly baris: Baris
  readonly token: readonly { readonly token: Token; readonly baris: Baris }[]
  readonly teks: string
  readonly konteks: Konteks | undefined
  /** Label, layout and person together. */
  readonly nilai: number
  /** 1 is the value of the record. */
  readonly mirip: number
  readonly putusan: StatusBanding
  readonly aturan: AturanBanding
  readonly keyakinan: number
}

/** The place that was chosen, and what is said of it. */
export type Terpilih = {
  readonly pilihan: Pilihan
  readonly putusan: StatusBanding
  readonly aturan: AturanBanding
}

/** One box for each line in which the value stands. */
function listKotak(pilihan: Pilihan): KotakHalaman[] {
  const perBaris = new Map<Baris, Token[]>()
  for (const { token, baris } of pilihan.token) {
    perBaris.set(baris, [...(perBaris.get(baris) ?? []), token])
  }
  return [...perBaris].map(([baris, token]) => ({
    halaman: baris.halaman,
    kotak: joinKotak(token.map((satu) => satu.kata.kotak)),
  }))
}

/** Values of which there are few: one stands on a page more than once, and not always for the same. */
export const nilaiPendek: ReadonlySet<TipeBanding> = new Set<TipeBanding>([
  'golongan',
  'pangkat',
  'masa',
  'angka',
  'uang',
  'tanggal',
])

/** Below this a label is only a guess. */
const labelCukup = 0.5
/** Two places whose labels speak equally well. */
const bedaTipis = 0.12

/**
 * The place that the labels point to decides, not the place where the wished text happens to stand:
 * a right text in a wrong place is no agreement.
 */
export function choosePilihan(semua: readonly Pilihan[], tipe: TipeBanding): Terpilih | null {
  const pendek = nilaiPendek.has(tipe)
  const urut = semua.toSorted((a, b) => b.nilai - a.nilai || a.baris.nomor - b.baris.nomor)
  const terbaik = urut[0]
  if (terbaik === undefined) return null
  const setara = urut.filter((satu) => satu.nilai >= terbaik.nilai - bedaTipis)
  const cocok =
    setara.toSorted((a, b) => b.mirip - a.mirip || a.baris.nomor - b.baris.nomor)[0] ?? terbaik
  // The label decides; among equals the first, unless another one is much more like the record.
  const pilihan =
    cocok.mirip > terbaik.mirip + 0.02 || (cocok.mirip === 1 && terbaik.mirip === 1)
      ? cocok
      : terbaik
  if (pilihan.nilai < labelCukup) {
    const tepat = urut.find((satu) => satu.mirip === 1) ?? pilihan
    return { pilihan: tepat, putusan: 'periksa_mata', aturan: 'label_meragukan' }
  }
  // The same label twice, each with a value of its own, and nothing that tells whose is whose.
  const kembar = setara.some(
    (satu) => satu.mirip < 1 && satu !== pilihan && satu.konteks?.label === pilihan.konteks?.label,
  )
  return pilihan.putusan === 'sama' && pendek && kembar
    ? { pilihan, putusan: 'periksa_mata', aturan: 'label_meragukan' }
    : { pilihan, putusan: pilihan.putusan, aturan: pilihan.aturan }
}

export function buildHasil(kunci: string, terpilih: Terpilih | null): HasilBanding {
  if (terpilih === null) {
    return {
      kunci,
      status: 'periksa_mata',
      terbaca: null,
      kotak: [],
      alasan: { aturan: 'tanpa_padanan', label: null, hubungan: null, keyakinan: 0 },
    }
  }
  const { pilihan, putusan, aturan } = terpilih
  return {
    kunci,
    status: putusan,
    terbaca: pilihan.teks,
    kotak: listKotak(pilihan),
    alasan: {
      aturan,
      label: pilihan.konteks?.label ?? null,
      hubungan: pilihan.konteks?.hubungan ?? null,
      keyakinan: Math.round(pilihan.keyakinan),
    },
  }
}
