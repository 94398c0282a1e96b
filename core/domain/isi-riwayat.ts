import { z } from 'zod'
import golonganPns from '../reference/golongan-pns.json' with { type: 'json' }
import golonganPppk from '../reference/golongan-pppk.json' with { type: 'json' }
import { findRujukan } from '../reference/tabel-isian.ts'
import { getDeskripsi, type Isian, type JenisRiwayat, type TipeIsian } from './jenis-riwayat.ts'
import { checkNik } from './nik.ts'
import { checkNip } from './nip.ts'

const golonganSah = new Set([...golonganPns.baris, ...golonganPppk.baris].map(({ kode }) => kode))

/** A calendar date that exists, as YYYY-MM-DD (nip.md section 7). */
export const Tanggal = z.iso.date()

const bentuk: Record<TipeIsian, z.ZodType<string, string>> = {
  teks: z.string(),
  nama: z.string().regex(/^[\p{L}\p{M}' .,-]+$/u),
  nomor: z.string(),
  tanggal: Tanggal,
  uang: z.string().regex(/^\d{1,12}$/),
  tahun: z.string().regex(/^(19|20)\d{2}$/),
  masa: z.string().regex(/^\d{1,3}$/),
  bilangan: z.string().regex(/^\d+$/),
  angka: z.string().regex(/^\d+(,\d+)?$/),
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .refine((nilai) => checkNip(nilai).every((satu) => satu.tingkat !== 'tolak')),
  // A family card's number has the same 16 digits; only the length is a hard rule of either.
  nik: z
    .string()
    .regex(/^\d+$/)
    .refine((nilai) => checkNik(nilai).every((satu) => satu.tingkat !== 'tolak')),
  golongan: z.string().refine((nilai) => golonganSah.has(nilai)),
  rujukan: z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/),
  pilihan: z.string(),
  yaTidak: z.enum(['ya', 'tidak']),
  unit: z.string().regex(/^[0-9A-Z.]{1,30}$/),
  surel: z.email(),
}

/**
 * Controls, line separators, direction overrides and lone surrogates never reach the record, a log
 * line or a print.
 */
const terlarang = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

const teksBersih = z
  .string()
  .refine((nilai) => nilai.isWellFormed() && !terlarang.test(nilai))
  .transform((nilai) => nilai.trim().replaceAll(/ {2,}/g, ' '))

function schemaIsian({
  tipe,
  maks,
  wajib,
  rujukan,
  pilihan,
  pola,
}: Isian): z.ZodType<string | null> {
  const nilai = teksBersih
    .pipe(z.string().min(1).max(maks))
    .pipe(bentuk[tipe])
    .refine((teks) => pola?.test(teks) !== false)
    .refine((teks) => pilihan?.some(({ kode }) => kode === teks) !== false)
    .refine((teks) => rujukan === undefined || findRujukan(rujukan, teks) !== undefined)
  // A field that was described later is empty in what was written before.
  return wajib ? nilai : nilai.nullable().default(null)
}

/** The schema of one row's values: every field of the description and nothing else. */
export function getSchemaIsi(jenis: JenisRiwayat): z.ZodType<Record<string, string | null>> {
  const isian = getDeskripsi(jenis).isian
  return z.strictObject(Object.fromEntries(isian.map((satu) => [satu.kunci, schemaIsian(satu)])))
}
