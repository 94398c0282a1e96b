import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { createAdapter } from './adapter.ts'

/** How far a sign-in has come. It belongs to one interaction, whose cookie only that browser has. */
const Langkah = z.object({
  tahap: z.enum(['sandi', 'kedua', 'daftar', 'selesai']),
  /** Whose password was right; null before. */
  akunId: z.uuid().nullable(),
  /** The challenge that a passkey has to sign; each page has one of its own. */
  tantangan: z.string().nullable(),
  /** The secret of an authenticator app that is being set up, sealed. */
  totp: z.string().nullable(),
  /** How it was proved, in the words of RFC 8176. */
  amr: z.array(z.string()),
})
export type Langkah = z.infer<typeof Langkah>

const umurDetik = 600

export type Langkahan = {
  find(uid: string): Promise<Langkah | null>
  save(uid: string, langkah: Langkah): Promise<void>
  drop(uid: string): Promise<void>
}

/** Kept beside the issuer's own state, so that any node goes on where another one began (D14). */
export function openLangkahan(database: Database): Langkahan {
  const simpanan = createAdapter(database)('LangkahMasuk')
  return {
    async find(uid) {
      return Langkah.safeParse(await simpanan.find(uid)).data ?? null
    },
    async save(uid, langkah) {
      await simpanan.upsert(uid, langkah, umurDetik)
    },
    async drop(uid) {
      await simpanan.destroy(uid)
    },
  }
}
