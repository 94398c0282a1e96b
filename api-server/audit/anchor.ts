import { appendFile, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/connection.ts'

/** The head of the audit chain at one moment, as noted outside the database. */
export const JangkarAudit = z.object({
  urutan: z.coerce.number().int().positive(),
  sidik: z.string().regex(/^[0-9a-f]{64}$/),
  pada: z.iso.datetime(),
})
export type JangkarAudit = z.infer<typeof JangkarAudit>

/** The notes of one file, oldest first; a line that a crash cut off is passed over. */
export async function readAnchors(file: string): Promise<JangkarAudit[]> {
  const teks = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return teks.split('\n').flatMap((baris) => {
    try {
      return [JangkarAudit.parse(JSON.parse(baris))]
    } catch {
      return []
    }
  })
}

/** Notes the head when it has moved since the last note; answers whether it had. */
export async function noteAnchor(database: Database, file: string): Promise<boolean> {
  const { rows } = await sql<{ urutan: string; sidik: string }>`
    select urutan, sidik from kepala_audit()`.execute(database)
  const kepala = rows[0]
  if (kepala === undefined) return false
  const terakhir = (await readAnchors(file)).at(-1)
  if (terakhir?.sidik === kepala.sidik) return false
  const jangkar = JangkarAudit.parse({ ...kepala, pada: new Date().toISOString() })
  await appendFile(file, `${JSON.stringify(jangkar)}\n`, { mode: 0o600, flush: true })
  return true
}
