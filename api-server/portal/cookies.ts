import { createHash, randomBytes } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'

/** The two cookies of the portal: who is signed in, and who is on the way to be. */
export type PortalCookies = {
  readonly sesi: string
  readonly masuk: string
  readonly sesiOptions: CookieSerializeOptions
  readonly masukOptions: CookieSerializeOptions
}

/**
 * `__Host-` binds a cookie to this very host over TLS: no subdomain and no plain http can set or
 * overwrite it. Without TLS, which environment.ts lets through on loopback only, browsers refuse
 * that name. The session is Strict: pages load without it and ask with it, so even a link from
 * elsewhere works. The sign-in cookie is Lax, because an issuer elsewhere sends the browser back.
 */
export function getPortalCookies(publicUrl: string): PortalCookies {
  const secure = publicUrl.startsWith('https:')
  const awalan = secure ? '__Host-' : ''
  const dasar = { path: '/', httpOnly: true, secure } as const
  return {
    sesi: `${awalan}meja_sesi`,
    masuk: `${awalan}meja_masuk`,
    sesiOptions: { ...dasar, sameSite: 'strict' },
    masukOptions: { ...dasar, sameSite: 'lax' },
  }
}

/** Opaque: it says nothing, and 256 random bits are not guessed. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a secret. */
export function hashSecret(rahasia: string): string {
  return createHash('sha256').update(rahasia).digest('hex')
}
