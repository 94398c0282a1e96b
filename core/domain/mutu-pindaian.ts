import { z } from 'zod'
import ambang from '../reference/ambang-mutu-pindaian.json' with { type: 'json' }
import type { TingkatTemuan } from './temuan.ts'

/**
 * How legible a scan is (P1.13: correct and clearly legible). What was measured at upload is kept;
 * what follows from it is judged against thresholds that are data, so that a changed threshold needs
 * no second look at the bytes. No finding refuses a scan: a worn original gives a poor scan too.
 */
export const MutuHalaman = z.object({
  /** Pixels of the scan per inch of paper; null for a page that is text and no picture. */
  dpi: z.int().positive().nullable(),
  /** Steepness of the edges of letters, 0 to 100. */
  ketajaman: z.number().min(0).max(100).nullable(),
  /** Between paper and ink, as a share of black to white, 0 to 100. */
  kontras: z.number().min(0).max(100).nullable(),
  /** Degrees by which the lines lean; positive to the right. */
  miring: z.number().min(-45).max(45).nullable(),
  kosong: z.boolean(),
})
export type MutuHalaman = z.infer<typeof MutuHalaman>

/** The facts as stored: one entry per page, from the first; a long document may end early. */
export const FaktaMutu = z.object({
  /** Which way of measuring; figures of different ways are not compared. */
  cara: z.literal(1),
  halaman: z.array(MutuHalaman).max(300),
})
export type FaktaMutu = z.infer<typeof FaktaMutu>

export const kodeMutu = ['MUTU-01', 'MUTU-02', 'MUTU-03', 'MUTU-04', 'MUTU-05'] as const
export type KodeMutu = (typeof kodeMutu)[number]

/** What a person reads of each finding, in both languages. */
export const pesanMutu = {
  'MUTU-01': [
    'peringatan',
    'Resolusi pindaian rendah; huruf kecil mungkin tidak terbaca',
    'The resolution is low; small letters may be illegible',
  ],
  'MUTU-02': ['peringatan', 'Pindaian kabur', 'The scan is blurred'],
  'MUTU-03': ['peringatan', 'Tulisan hampir sewarna kertas', 'Ink and paper hardly differ'],
  'MUTU-04': ['info', 'Pindaian miring', 'The scan is skewed'],
  'MUTU-05': ['peringatan', 'Ada halaman kosong', 'There is a blank page'],
} as const satisfies Record<KodeMutu, readonly [TingkatTemuan, id: string, en: string]>

/** The measures of a document: its worst page in each respect, and which pages fall short. */
export const MutuPindaian = z.object({
  dpi: z.int().positive().nullable(),
  ketajaman: z.number().nullable(),
  kontras: z.number().nullable(),
  /** The largest lean, without its direction. */
  miring: z.number().nonnegative().nullable(),
  halamanKosong: z.array(z.int().positive()),
  /** Pages that were measured; fewer than all in a very long document. */
  halamanTerukur: z.int().nonnegative(),
  temuan: z.array(z.object({ kode: z.enum(kodeMutu), halaman: z.array(z.int().positive()) })),
})
export type MutuPindaian = z.infer<typeof MutuPindaian>

/** Each threshold with the measure that it is for. */
const Ambang = z.array(
  z.object({
    kode: z.enum(kodeMutu),
    ukuran: z.enum(['dpi', 'ketajaman', 'kontras', 'miring', 'kosong']),
    paling: z.enum(['sedikit', 'banyak']),
    batas: z.number(),
  }),
)
export type Ambang = z.infer<typeof Ambang>

export const ambangMutu: Ambang = Ambang.parse(ambang.baris)

function getUkuran(halaman: MutuHalaman, ukuran: Ambang[number]['ukuran']): number | null {
  if (ukuran === 'kosong') return halaman.kosong ? 1 : 0
  // A blank page has no letters that could be blurred, faint or leaning.
  if (halaman.kosong && ukuran !== 'dpi') return null
  const nilai = halaman[ukuran]
  return nilai === null ? null : Math.abs(nilai)
}

function isKurang(halaman: MutuHalaman, { ukuran, paling, batas }: Ambang[number]): boolean {
  const nilai = getUkuran(halaman, ukuran)
  if (nilai === null) return false
  return paling === 'sedikit' ? nilai < batas : nilai > batas
}

function findTerburuk(fakta: FaktaMutu, ukuran: Ambang[number]['ukuran'], pilih: typeof Math.min) {
  const nilai = fakta.halaman.flatMap((satu) => getUkuran(satu, ukuran) ?? [])
  return nilai.length === 0 ? null : pilih(...nilai)
}

/** What the measured facts say of a document, by the thresholds in force. */
export function nilaiMutu(fakta: FaktaMutu, batas: Ambang = ambangMutu): MutuPindaian {
  const nomor = (cocok: (halaman: MutuHalaman) => boolean) =>
    fakta.halaman.flatMap((satu, nol) => (cocok(satu) ? [nol + 1] : []))
  const temuan = batas.map((satu) => ({
    kode: satu.kode,
    halaman: nomor((halaman) => isKurang(halaman, satu)),
  }))
  return {
    dpi: findTerburuk(fakta, 'dpi', Math.min),
    ketajaman: findTerburuk(fakta, 'ketajaman', Math.min),
    kontras: findTerburuk(fakta, 'kontras', Math.min),
    miring: findTerburuk(fakta, 'miring', Math.max),
    halamanKosong: nomor((halaman) => halaman.kosong),
    halamanTerukur: fakta.halaman.length,
    temuan: temuan.filter(({ halaman }) => halaman.length > 0),
  }
}
