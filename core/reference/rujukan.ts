import { z } from 'zod'

const Berlaku = z.iso.date().optional()

/** Seen in a source, known by heart, or some of both. */
const Keyakinan = z.enum(['terverifikasi', 'pengetahuan umum', 'campuran'])

/** One reference table: where its facts come from, how sure they are, and rows with validity. */
export const Rujukan = z.strictObject({
  nama: z.string(),
  label: z.strictObject({ id: z.string(), en: z.string() }),
  sumber: z.array(z.string()).min(1),
  keyakinan: Keyakinan,
  catatan: z.array(z.string()).optional(),
  /** What the table knows besides its rows. */
  tambahan: z.record(z.string(), z.json()).optional(),
  baris: z
    .array(
      z.looseObject({
        kode: z.string().min(1),
        /** Where it differs from the table's. */
        keyakinan: Keyakinan.optional(),
        /** First and last day on which the row is law; open when absent (D16). */
        berlakuDari: Berlaku,
        berlakuSampai: Berlaku,
      }),
    )
    .min(1),
})
export type Rujukan = z.infer<typeof Rujukan>

export type BarisRujukan = {
  readonly kode: string
  readonly label?: string | undefined
  readonly berlakuDari?: string | undefined
  readonly berlakuSampai?: string | undefined
}

/** The rows in force on this date, YYYY-MM-DD. */
export function listBerlaku<B extends BarisRujukan>(baris: readonly B[], pada: string): B[] {
  return baris.filter(
    ({ berlakuDari, berlakuSampai }) =>
      (berlakuDari === undefined || berlakuDari <= pada) &&
      (berlakuSampai === undefined || berlakuSampai >= pada),
  )
}
