import type { Client } from 'pg'
import { Secret, TOTP } from 'otpauth'

/** From today a pengelola needs a second factor, as a new row of the dated rule says. */
export async function requireFaktor(owner: Client): Promise<void> {
  await owner.query(
    `insert into kebijakan_akun values (hari_ini(), true, 14, 'Aturan uji')
     on conflict (berlaku_mulai) do update set faktor_kedua_wajib = true`,
  )
}

/** The code that an authenticator app shows, so many steps from now. */
export function showKode(rahasia: string, langkah = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(rahasia) })
  return totp.generate({ timestamp: Date.now() + langkah * 30_000 })
}

/** The secret as the page shows it to whoever cannot scan the picture. */
export function readRahasia(html: string): string {
  const kode = /<code>([A-Z2-7 ]{32,})<\/code>/.exec(html)?.[1]
  if (kode === undefined) throw new Error('halaman tanpa rahasia')
  return kode.replaceAll(' ', '')
}

/** The recovery codes as the page shows them once. */
export function readKodeCadangan(html: string): string[] {
  return [...html.matchAll(/<li><code>([0-9A-Z-]+)<\/code>/g)].map(([, kode = '']) => kode)
}
