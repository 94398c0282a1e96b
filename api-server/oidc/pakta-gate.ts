import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { runAs } from '../database/identity.ts'
import { readPakta, signNaskah } from '../database/pakta.ts'
import { MejaError } from '../meja-error.ts'

const pengelola = { roles: ['fasilitator', 'administrator'], tanpaPakta: true } as const

const Isian = z.object({
  versi: z.coerce.number().int(),
  sidik: z.string(),
  setuju: z.literal('ya'),
})

/** The text that this account has to sign before it works; undefined for employees and the signed. */
export async function findNaskahUnsigned(database: Database, akunId: string) {
  try {
    const naskah = await runAs(database, { akunId, sesiId: null }, pengelola, readPakta)
    return naskah.ditandatangani ? undefined : naskah
  } catch (error) {
    if (error instanceof MejaError && error.kode === 'tidak_berwenang') return undefined
    throw error
  }
}

/** False when the page showed a text that is no longer in force, or the box was not ticked. */
export async function signFromForm(
  database: Database,
  akunId: string,
  body: unknown,
): Promise<boolean> {
  const isian = Isian.safeParse(body)
  if (!isian.success) return false
  try {
    await runAs(database, { akunId, sesiId: null }, pengelola, (transaksi, identity) =>
      signNaskah(transaksi, identity, isian.data),
    )
    return true
  } catch (error) {
    if (error instanceof MejaError && error.kode === 'pakta_usang') return false
    throw error
  }
}
