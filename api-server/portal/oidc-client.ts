import { hkdfSync } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import * as oidc from 'openid-client'
import type { OidcKeys } from '../oidc/keys.ts'
import { isKuat } from '../oidc/prove-faktor.ts'

export const clientPortal = 'meja-portal'

/**
 * The portal's secret at the issuer. Both sides are this server: it follows from the keys that all
 * nodes share, so there is no second secret to hand out, and it changes with them.
 */
export function deriveClientSecret(keys: OidcKeys): string {
  const [kunci = ''] = keys.cookieKeys
  return Buffer.from(hkdfSync('sha256', kunci, '', 'meja/klien-portal', 32)).toString('base64url')
}

/** What has to be known again when the browser comes back. */
export type Permulaan = {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

export type PortalClient = {
  start(): Promise<{ alamat: string; permulaan: Permulaan }>
  /** The account that the issuer vouches for, and how it was proved; its tokens end here. */
  finish(kembali: URL, permulaan: Permulaan): Promise<{ akunId: string; kuat: boolean }>
}

/**
 * The portal's side of OpenID Connect (D4): code with PKCE, state, nonce and the signature of the ID
 * token, all checked by the library. Its requests to the issuer stay inside this process, so that
 * signing in does not hang on this machine reaching its own public address.
 */
export function createPortalClient(
  app: FastifyInstance,
  publicUrl: string,
  keys: OidcKeys,
): PortalClient {
  const issuer = new URL(`${publicUrl}/oidc`)
  const redirectUri = `${publicUrl}/kembali`
  let config: oidc.Configuration | undefined

  const askIssuer: oidc.CustomFetch = async (alamat, { method, headers, body }) => {
    const { pathname, search, origin } = new URL(alamat)
    if (origin !== issuer.origin) throw new Error('penerbit lain')
    const jawaban = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: pathname + search,
      headers: { ...headers },
      ...(body !== undefined && body !== null && { payload: String(body) }),
    })
    return new Response(jawaban.body, {
      status: jawaban.statusCode,
      headers: { 'content-type': String(jawaban.headers['content-type']) },
    })
  }

  async function getConfig(): Promise<oidc.Configuration> {
    config ??= await oidc.discovery(
      issuer,
      clientPortal,
      { id_token_signed_response_alg: 'ES256' },
      oidc.ClientSecretBasic(deriveClientSecret(keys)),
      {
        [oidc.customFetch]: askIssuer,
        // Nothing of it leaves the process.
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      },
    )
    return config
  }

  return {
    async start() {
      const permulaan = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      }
      const alamat = oidc.buildAuthorizationUrl(await getConfig(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(permulaan.verifier),
        code_challenge_method: 'S256',
        state: permulaan.state,
        nonce: permulaan.nonce,
        // A browser that a colleague used before must not sign this one in.
        prompt: 'login',
      })
      return { alamat: alamat.href, permulaan }
    },
    async finish(kembali, { verifier, state, nonce }) {
      const jawaban = await oidc.authorizationCodeGrant(await getConfig(), kembali, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const klaim = jawaban.claims()
      if (klaim === undefined) throw new Error('tanpa token identitas')
      const { sub, amr } = klaim
      return { akunId: sub, kuat: isKuat(Array.isArray(amr) ? amr : undefined) }
    },
  }
}

/** How the issuer knows the portal; a web client of its own server. */
export function describePortalClient(publicUrl: string, keys: OidcKeys) {
  return {
    client_id: clientPortal,
    client_secret: deriveClientSecret(keys),
    application_type: 'web' as const,
    token_endpoint_auth_method: 'client_secret_basic' as const,
    redirect_uris: [`${publicUrl}/kembali`],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    id_token_signed_response_alg: 'ES256' as const,
  }
}
