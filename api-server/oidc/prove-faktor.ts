import { BuktiPasskey, PasskeyBaru } from '@meja/core/api/passkey.ts'
import { takeKodeCadangan } from '../faktor/kode-cadangan.ts'
import { findPemilik, noteDipakai, type PihakPasskey } from '../faktor/passkey.ts'
import { takeTotp } from '../faktor/totp.ts'
import type { KunciFaktor } from '../faktor/kunci-faktor.ts'
import type { Database, Transaksi } from '../database/connection.ts'
import { runAsPemilik } from '../database/pemilik.ts'

/** How a session was proved (RFC 8176): the device's own lock, a code, or only what one knows. */
export const caraMasuk = {
  sandi: ['pwd'],
  totp: ['pwd', 'otp', 'mfa'],
  cadangan: ['pwd', 'otp', 'mfa'],
  passkey: ['hwk', 'user', 'mfa'],
} as const

export type CaraMasuk = keyof typeof caraMasuk

/** Whether the issuer's word about a sign-in tells of a second factor. */
export function isKuat(amr: readonly unknown[] | undefined): boolean {
  return amr?.includes('mfa') ?? false
}

function parseJson(teks: string): unknown {
  try {
    return JSON.parse(teks)
  } catch {
    return null
  }
}

export function parsePasskeyBaru(teks: string): PasskeyBaru | null {
  return PasskeyBaru.safeParse(parseJson(teks)).data ?? null
}

/** The account whose passkey signed the challenge of this page; its use is noted. */
export async function provePasskey(
  database: Database,
  pihak: PihakPasskey | null,
  teks: string,
  tantangan: string | null,
): Promise<string | null> {
  const bukti = BuktiPasskey.safeParse(parseJson(teks)).data
  if (pihak === null || tantangan === null || bukti === undefined) return null
  const pemilik = await findPemilik(database, pihak, bukti, tantangan)
  if (pemilik === null) return null
  await runAsPemilik(database, pemilik.akunId, (transaksi) =>
    noteDipakai(transaksi, bukti.id, pemilik.penghitung),
  )
  return pemilik.akunId
}

/** A code of the app, else a recovery code; each is good once. */
export async function proveKode(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  akunId: string,
  teks: string,
  saat: number,
): Promise<CaraMasuk | null> {
  const angka = teks.replaceAll(/\s/g, '')
  if (await takeTotp(transaksi, kunci, akunId, angka, saat)) return 'totp'
  if (await takeKodeCadangan(transaksi, kunci, akunId, teks)) return 'cadangan'
  return null
}
