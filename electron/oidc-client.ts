import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Fetch } from './api-door.ts'

const clientId = 'meja-desktop'
const resource = 'urn:meja:api'

export type Tokens = {
  readonly akses: string
  readonly segar: string
  /** The account that the access token names. */
  readonly akunId: string
}

export type MulaiMasuk = {
  readonly alamat: string
  /** What the browser must bring back: any page can knock at the loopback door. */
  readonly state: string
  /** Trades the address with which the browser came back for tokens. */
  finish(kembali: URL): Promise<Tokens>
}

/** The desktop's side of OpenID Connect: code with PKCE, state and nonce checked by the library. */
export type OidcClient = {
  start(redirectUri: string): Promise<MulaiMasuk>
  refresh(segar: string): Promise<Tokens>
  revoke(segar: string): Promise<void>
}

const Klaim = z.object({ sub: z.uuid() })

/** Only read, not verified: the token came over the connection to its issuer, who verifies it. */
function getAkunId(akses: string): string {
  const isi = Buffer.from(akses.split('.')[1] ?? '', 'base64url').toString()
  return Klaim.parse(JSON.parse(isi)).sub
}

function getTokens(jawaban: oidc.TokenEndpointResponse): Tokens {
  if (jawaban.refresh_token === undefined) throw new Error('tanpa refresh token')
  const akses = jawaban.access_token
  return { akses, segar: jawaban.refresh_token, akunId: getAkunId(akses) }
}

/** True when the issuer itself said no, as against not being reached. */
export function isDitolak(error: unknown): boolean {
  return error instanceof oidc.ResponseBodyError
}

/** True when no answer came at all; an answer that makes no sense is a failure of its own. */
export function isLuring(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'TypeError' || error.message.startsWith('net::') || isLuring(error.cause)
}

/**
 * Seconds that the server's clock is ahead of this one. Tokens live by its clock: a workstation whose
 * battery is empty must not lose a session to a token that looks too old or too young here.
 */
function getBedaJam(jawaban: Response): number {
  const jamServer = Date.parse(jawaban.headers.get('date') ?? '')
  return Number.isNaN(jamServer) ? 0 : Math.round((jamServer - Date.now()) / 1000)
}

export function createOidcClient(alamatServer: string, fetch: Fetch): OidcClient {
  const issuer = new URL(`${alamatServer}/oidc`)
  // settings.ts lets plain http through for this very machine only.
  const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []

  /** Asked anew each time: the same answer tells how far the two clocks are apart right now. */
  async function getConfig(): Promise<oidc.Configuration> {
    let bedaJam = 0
    const customFetch: oidc.CustomFetch = async (url, init) => {
      const jawaban = await fetch(url, init as RequestInit)
      bedaJam = getBedaJam(jawaban)
      return jawaban
    }
    const ditemukan = await oidc.discovery(issuer, clientId, undefined, oidc.None(), {
      [oidc.customFetch]: customFetch,
      execute,
    })
    const config = new oidc.Configuration(
      ditemukan.serverMetadata(),
      clientId,
      { [oidc.clockSkew]: bedaJam },
      oidc.None(),
    )
    config[oidc.customFetch] = customFetch
    for (const satu of execute) satu(config)
    return config
  }

  return {
    async start(redirectUri) {
      const config = await getConfig()
      const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
      const expectedState = oidc.randomState()
      const expectedNonce = oidc.randomNonce()
      const alamat = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid offline_access',
        resource,
        code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state: expectedState,
        nonce: expectedNonce,
        // A browser that another colleague used on this desk must not sign this one in.
        prompt: 'login',
      })
      // It is opened by the system: a changed discovery document must not name another program or site.
      if (alamat.origin !== new URL(alamatServer).origin) throw new Error('alamat masuk asing')
      return {
        alamat: alamat.href,
        state: expectedState,
        async finish(kembali) {
          const url = new URL(redirectUri)
          url.search = kembali.search
          const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
          return getTokens(await oidc.authorizationCodeGrant(config, url, checks))
        },
      }
    },
    async refresh(segar) {
      return getTokens(await oidc.refreshTokenGrant(await getConfig(), segar))
    },
    async revoke(segar) {
      await oidc.tokenRevocation(await getConfig(), segar)
    },
  }
}
