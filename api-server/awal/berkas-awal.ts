import { z } from 'zod'
import { checkNip, normalizeNip } from '@meja/core/domain/nip.ts'
import { getTanggalJakarta, isTanggal } from '@meja/core/domain/tanggal.ts'

const Tanggal = z.string().refine(isTanggal, 'tanggal ditulis TTTT-BB-HH')
const Nama = z.string().trim().min(2).max(200)
const Nip = z
  .string()
  .transform(normalizeNip)
  .superRefine((nip, konteks) => {
    for (const { tingkat, pesan } of checkNip(nip)) {
      // The finding only: a number on the terminal would stay in its history.
      if (tingkat === 'tolak') konteks.addIssue({ code: 'custom', message: pesan })
    }
  })

const OrangAwal = z.strictObject({
  nip: Nip,
  /** Without titles. */
  nama: z.string().trim().min(2).max(100),
  unit: z.string().regex(/^[0-9A-Z.]{1,30}$/),
  /** Where it differs from the number (nip.md): the letter asks for what is really the date of birth. */
  tanggalLahir: Tanggal.optional(),
})
export type OrangAwal = z.infer<typeof OrangAwal>

const KantorAwal = z.strictObject({
  kode: z.string().regex(/^[0-9A-Z.]{1,20}$/),
  nama: Nama,
  unit: z.array(z.strictObject({ kode: z.string().regex(/^[0-9A-Z.]{1,30}$/), nama: Nama })).min(1),
})

/** What the operator of an empty installation writes down from the decree. */
export const BerkasAwal = z
  .strictObject({
    keputusan: z.strictObject({
      nomor: z.string().trim().min(3).max(100),
      tanggal: Tanggal.refine(
        (tanggal) => tanggal <= getTanggalJakarta(new Date()),
        'keputusan belum ditetapkan pada hari ini',
      ),
    }),
    /** Offices with their units: at least those of the people below, at best the whole province. */
    perangkatDaerah: z.array(KantorAwal).default([]),
    /** Two, so that one is never alone with what needs two; three, so that one may be ill. */
    administrator: z.array(OrangAwal).min(2).max(3),
  })
  .superRefine(({ administrator, perangkatDaerah }, konteks) => {
    const kembar = (nilai: readonly string[]) => new Set(nilai).size < nilai.length
    const tolak = (jalur: string, pesan: string) =>
      konteks.addIssue({ code: 'custom', path: [jalur], message: pesan })
    if (kembar(administrator.map(({ nip }) => nip))) {
      tolak('administrator', 'NIP yang sama disebut dua kali')
    }
    if (kembar(perangkatDaerah.map(({ kode }) => kode))) {
      tolak('perangkatDaerah', 'kode yang sama disebut dua kali')
    }
    if (kembar(perangkatDaerah.flatMap(({ unit }) => unit.map(({ kode }) => kode)))) {
      tolak('perangkatDaerah', 'kode unit yang sama disebut dua kali')
    }
  })
export type BerkasAwal = z.infer<typeof BerkasAwal>

/** The file as read, or what is wrong with it, one line each: where, then why. */
export function parseBerkasAwal(teks: string): BerkasAwal | { readonly salah: readonly string[] } {
  let isi: unknown
  try {
    isi = JSON.parse(teks)
  } catch {
    return { salah: ['berkas ini bukan JSON yang utuh'] }
  }
  const hasil = BerkasAwal.safeParse(isi, { error: z.locales.id().localeError })
  if (hasil.success) return hasil.data
  const sebut = ({ path, message }: z.core.$ZodIssue) => `${path.join('.') || 'berkas'}: ${message}`
  return { salah: hasil.error.issues.map(sebut) }
}
