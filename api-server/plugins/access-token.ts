import { createLocalJWKSet, errors as joseErrors, jwtVerify, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { MejaError } from '../meja-error.ts'
import { audienceApi } from '../oidc/provider.ts'
import type { Pembawa } from '../database/identity.ts'
import type { Authenticate } from './endpoint.ts'

const Klaim = z.object({
  sub: z.uuid(),
  client_id: z.string(),
  sesi: z.uuid().optional(),
  exp: z.int(),
})

/** Tokens that have been verified, as many as a province has desks open. */
const PALING_BANYAK = 5000

/** Access tokens are ES256 JWT of our own issuer for the API (D4); rights are looked up afresh. */
export function buildAuthenticate(jwks: JSONWebKeySet, issuer: string): Authenticate {
  const keys = createLocalJWKSet(jwks)
  // The very bytes that were signed stay signed: until they expire, the signature is reckoned once.
  const terbukti = new Map<string, { pembawa: Pembawa; kedaluwarsaMs: number }>()

  async function verify(token: string): Promise<Pembawa> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: audienceApi,
      algorithms: ['ES256'],
      typ: 'at+jwt',
    })
    const { sub, sesi, exp } = Klaim.parse(payload)
    const pembawa = { akunId: sub, sesiId: sesi ?? null }
    if (terbukti.size >= PALING_BANYAK) terbukti.clear()
    terbukti.set(token, { pembawa, kedaluwarsaMs: exp * 1000 })
    return pembawa
  }

  return async (request) => {
    const cocok = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')
    if (cocok?.[1] === undefined) throw new MejaError('sesi_berakhir')
    const dikenal = terbukti.get(cocok[1])
    if (dikenal !== undefined && dikenal.kedaluwarsaMs > Date.now()) return dikenal.pembawa
    try {
      terbukti.delete(cocok[1])
      return await verify(cocok[1])
    } catch (error) {
      if (error instanceof joseErrors.JOSEError || error instanceof z.ZodError) {
        throw new MejaError('sesi_berakhir')
      }
      throw error
    }
  }
}
