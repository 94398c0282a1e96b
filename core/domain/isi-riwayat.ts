import { z } from 'zod'
import { getDeskripsi, type Isian, type JenisRiwayat, type TipeIsian } from './jenis-riwayat.ts'
import { checkNip } from './nip.ts'

/** A calendar date that exists, as YYYY-MM-DD (nip.md section 7). */
export const Tanggal = z.iso.date()

const bentuk: Record<TipeIsian, z.ZodType<string, string>> = {
  teks: z.string(),
  nama: z.string().regex(/^[\p{L}\p{M}' .,-]+$/u),
  nomor: z.string(),
  tanggal: Tanggal,
  uang: z.string().regex(/^\d{1,12}$/),
  masa: z.string().regex(/^\d{1,3}$/),
  angka: z.string().regex(/^\d+(,\d+)?$/),
  nip: z.string().refine((nilai) => checkNip(nilai).every((satu) => satu.tingkat !== 'tolak')),
  nik: z.string().regex(/^\d{16}$/),
  golongan: z
    .string()
    .regex(/^(I{1,3}|IV)\/[a-e]$|^(I{1,3}|IV|V|VI{1,3}|IX|X|XI{1,3}|XIV|XV|XVI{1,2})$/),
  rujukan: z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/),
}

/** Control characters and lone surrogates never reach the record, a log line or a print. */
const teksBersih = z
  .string()
  .refine((nilai) => nilai.isWellFormed() && !/\p{Cc}/u.test(nilai))
  .transform((nilai) => nilai.trim().replaceAll(/ {2,}/g, ' '))

function schemaIsian(isian: Isian): z.ZodType<string | null> {
  const nilai = teksBersih.pipe(z.string().min(1).max(isian.maks)).pipe(bentuk[isian.tipe])
  return isian.wajib ? nilai : nilai.nullable()
}

/** The schema of one row's values: every field of the description and nothing else. */
export function getSchemaIsi(jenis: JenisRiwayat): z.ZodType<Record<string, string | null>> {
  const isian = getDeskripsi(jenis).isian
  return z.strictObject(Object.fromEntries(isian.map((satu) => [satu.kunci, schemaIsian(satu)])))
}
