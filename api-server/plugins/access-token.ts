import { createLocalJWKSet, errors as joseErrors, jwtVerify, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { MejaError } from '../meja-error.ts'
import { audienceApi } from '../oidc/provider.ts'
import type { Authenticate } from './endpoint.ts'

const Klaim = z.object({ sub: z.uuid(), client_id: z.string(), sesi: z.uuid().optional() })

/** Access tokens are ES256 JWT of our own issuer for the API (D4); rights are looked up afresh. */
export function buildAuthenticate(jwks: JSONWebKeySet, issuer: string): Authenticate {
  const keys = createLocalJWKSet(jwks)
  return async (request) => {
    const cocok = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')
    if (cocok?.[1] === undefined) throw new MejaError('sesi_berakhir')
    try {
      const { payload } = await jwtVerify(cocok[1], keys, {
        issuer,
        audience: audienceApi,
        algorithms: ['ES256'],
        typ: 'at+jwt',
      })
      const { sub, sesi } = Klaim.parse(payload)
      return { akunId: sub, sesiId: sesi ?? null }
    } catch (error) {
      if (error instanceof joseErrors.JOSEError || error instanceof z.ZodError) {
        throw new MejaError('sesi_berakhir')
      }
      throw error
    }
  }
}
