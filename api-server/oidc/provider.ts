import { interactionPolicy, Provider, type ClientMetadata, type Configuration } from 'oidc-provider'
import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import { createAdapter } from './adapter.ts'
import { describePerangkat, getAlamatKasar } from './device.ts'
import type { OidcKeys } from './keys.ts'
import { isKuat } from './prove-faktor.ts'

export const audienceApi = 'urn:meja:api'
export const clientDesktop = 'meja-desktop'

const menit = 60
const hari = 24 * 60 * menit

/** Without the question whether a native client may go on: this issuer knows only its own client. */
function getPolicy() {
  const policy = interactionPolicy.base()
  policy.get('consent')?.checks.remove('native_client_prompt')
  return policy
}

function getConfiguration(
  database: Database,
  keys: OidcKeys,
  klienLain: readonly ClientMetadata[],
): Configuration {
  return {
    adapter: createAdapter(database),
    jwks: keys.jwks as NonNullable<Configuration['jwks']>,
    cookies: { keys: keys.cookieKeys },
    clients: [
      {
        // RFC 8252: a native app keeps no secret; PKCE and the loopback redirect protect the code.
        client_id: clientDesktop,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/kembali'],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        id_token_signed_response_alg: 'ES256',
      },
      ...klienLain,
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access'],
    // amr: the portal learns from the ID token whether a second factor was used.
    claims: { openid: ['sub', 'amr'] },
    // Looked up at every code and refresh: a switched-off account gets no new token (P10.5).
    async findAccount(_, sub) {
      const { rows } = await sql<{ aktif: boolean }>`
        select akun_aktif(${sub}::uuid) as aktif`.execute(database)
      return rows[0]?.aktif === true ? { accountId: sub, claims: () => ({ sub }) } : undefined
    },
    // The session stands in the token, so that ending it acts at its next request.
    async extraTokenClaims(ctx, token) {
      // A browser of the portal keeps no token; its session is the cookie (portal/session.ts).
      if (!('accountId' in token) || token.clientId !== clientDesktop) return undefined
      if (token.grantId === undefined) return undefined
      const perangkat = describePerangkat('Aplikasi desktop', ctx.get('user-agent'))
      const alamat = getAlamatKasar(ctx.ip)
      const { AuthorizationCode: kode, RefreshToken: penyegar } = ctx.oidc.entities
      const kuat = isKuat(kode?.amr ?? penyegar?.amr)
      const { rows } = await sql<{ id: string | null }>`
        select catat_sesi(${token.grantId}, ${token.accountId}::uuid, ${perangkat}, ${alamat}, ${kuat}) as id
      `.execute(database)
      return { sesi: rows[0]?.id ?? undefined }
    },
    // Our own client needs no consent page: whoever signs in wants exactly this.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid offline_access')
      grant.addResourceScope(audienceApi, '')
      await grant.save()
      return grant
    },
    features: {
      devInteractions: { enabled: false },
      // Whoever holds a token of this client may end it: a native app has nothing else to show.
      revocation: {
        enabled: true,
        allowedPolicy: (_, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audienceApi,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: audienceApi,
          accessTokenTTL: 10 * menit,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    // offline_access falls away without a consent page; our own client stays signed in anyway.
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    interactions: { policy: getPolicy(), url: (_, interaction) => `/masuk/${interaction.uid}` },
    ttl: {
      Interaction: 10 * menit,
      AccessToken: 10 * menit,
      AuthorizationCode: menit,
      Session: 8 * 60 * menit,
      Grant: 14 * hari,
      RefreshToken: 14 * hari,
      IdToken: 10 * menit,
    },
    renderError(ctx) {
      ctx.type = 'text'
      ctx.body =
        'Permintaan masuk ini tidak sah atau sudah kedaluwarsa. Tutup halaman ini dan mulai lagi dari aplikasi.'
    },
  }
}

export function createProvider(
  issuer: string,
  database: Database,
  keys: OidcKeys,
  klienLain: readonly ClientMetadata[] = [],
): Provider {
  const provider = new Provider(issuer, getConfiguration(database, keys, klienLain))
  // The forwarded headers are those that routes.ts sets from PUBLIC_URL, never a client's.
  provider.proxy = true
  return provider
}
