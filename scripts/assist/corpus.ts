import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
}

/** Kinds of value that the product compares; a corpus may know others, which are read as text. */
const KINDS = new Set([
  'nip',
  'nik',
  'nama',
  'tanggal',
  'golongan',
  'pangkat',
  'nomor',
  'uang',
  'masa',
  'angka',
  'teks',
])

const CorpusRecord = z.object({
  id: z.string(),
  file: z.string().optional(),
  fields: z.record(
    z.string(),
    z.object({ type: z.string(), value: z.union([z.string(), z.number()]) }),
  ),
})

export type ReadingTask = {
  id: string
  /** Null when the corpus has no such file, or no file of a kind that the product reads. */
  file: string | null
  mediaType: string
  fields: { kunci: string; tipe: string; nilai: string }[]
}

/** What there is to read; files are copied to where the reading process may open them. */
export function readCorpus(folder: string, target: string): ReadingTask[] {
  const records = z
    .array(CorpusRecord)
    .parse(JSON.parse(readFileSync(join(folder, 'records.json'), 'utf8')))
  return records.map(({ id, file, fields }, at) => {
    const name = file ?? `${id}.pdf`
    const mediaType = MEDIA_TYPES[extname(name).toLowerCase()]
    const source = join(folder, name)
    const copy = mediaType !== undefined && existsSync(source) ? join(target, String(at)) : null
    if (copy !== null) copyFileSync(source, copy)
    return {
      id,
      file: copy,
      mediaType: mediaType ?? '',
      fields: Object.entries(fields).map(([kunci, { type, value }]) => ({
        kunci,
        tipe: KINDS.has(type) ? type : 'teks',
        nilai: String(value),
      })),
    }
  })
}
