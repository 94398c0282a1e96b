import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importJWK, SignJWT } from 'jose'
import { OidcKeys } from '../../api-server/oidc/keys.ts'

export type TokenUbah = {
  audience?: string
  issuer?: string
  typ?: string
  exp?: number
  sesi?: string | undefined
}

export type SignToken = (akun: { readonly id: string }, ubah?: TokenUbah) => Promise<string>

/** Access tokens as the issuer of this server makes them, without the way through the browser. */
export async function buildSigner(secretsDir: string, publicUrl: string): Promise<SignToken> {
  const teks = await readFile(join(secretsDir, 'oidc.json'), 'utf8')
  const jwk = OidcKeys.parse(JSON.parse(teks)).jwks.keys[0]
  if (jwk === undefined) throw new Error('penerbit tanpa kunci')
  const kunci = await importJWK(jwk, 'ES256')
  return (akun, ubah = {}) => {
    const kini = Math.floor(Date.now() / 1000)
    return new SignJWT({ client_id: 'meja-desktop', ...(ubah.sesi && { sesi: ubah.sesi }) })
      .setProtectedHeader({ alg: 'ES256', typ: ubah.typ ?? 'at+jwt', kid: String(jwk['kid']) })
      .setIssuer(ubah.issuer ?? `${publicUrl}/oidc`)
      .setAudience(ubah.audience ?? 'urn:meja:api')
      .setSubject(akun.id)
      .setJti(randomUUID())
      .setIssuedAt(kini - 3600)
      .setExpirationTime(ubah.exp ?? kini + 600)
      .sign(kunci)
  }
}
