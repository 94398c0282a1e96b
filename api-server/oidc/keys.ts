import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose'
import { z } from 'zod'

const Kunci = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), d: z.string() })

/** The issuer's private signing key and the secrets that sign its cookies. */
export const OidcKeys = z.object({
  jwks: z.object({ keys: z.array(Kunci).min(1) }),
  cookieKeys: z.array(z.string().min(43)).min(1),
})
export type OidcKeys = z.infer<typeof OidcKeys>

const namaBerkas = 'oidc.json'

export async function readOidcKeys(folder: string): Promise<OidcKeys> {
  return OidcKeys.parse(JSON.parse(await readFile(join(folder, namaBerkas), 'utf8')))
}

/** Makes keys once; an existing file is never replaced, because all sessions hang on it. */
export async function createOidcKeys(folder: string): Promise<void> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = {
    ...(await exportJWK(privateKey)),
    alg: 'ES256',
    use: 'sig',
    kid: randomBytes(8).toString('hex'),
  }
  const isi: OidcKeys = OidcKeys.parse({
    jwks: { keys: [jwk] },
    cookieKeys: [randomBytes(32).toString('base64url')],
  })
  const berkas = await open(join(folder, namaBerkas), 'wx', 0o600).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null
      throw error
    },
  )
  if (berkas === null) return
  await berkas.writeFile(JSON.stringify(isi))
  await berkas.sync()
  await berkas.close()
}

/** The half of the keys that verifies; the private half stays with the issuer. */
export function getPublicJwks(keys: OidcKeys): JSONWebKeySet {
  return { keys: keys.jwks.keys.map(({ d: _rahasia, ...umum }) => umum) }
}
