import { createOidcClient, type OidcClient } from '../../../electron/oidc-client.ts'

export const akunSari = '00000000-0000-4000-8000-000000000001'
const alamat = 'http://127.0.0.1:3030'
const issuer = `${alamat}/oidc`

/** The error that the real library raises when the issuer says no to a refresh token. */
export async function getPenolakan(): Promise<unknown> {
  const client = createOidcClient(alamat, (url) =>
    Promise.resolve(
      url.includes('.well-known')
        ? Response.json({ issuer, token_endpoint: `${issuer}/token` })
        : Response.json({ error: 'invalid_grant' }, { status: 400 }),
    ),
  )
  return client.refresh('segar-lama').then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** An issuer that lets everybody in; each test replaces what it is about. */
export function createOidcPalsu(ganti: Partial<OidcClient> = {}): OidcClient {
  return {
    start: (redirectUri) =>
      Promise.resolve({
        alamat: `${issuer}/auth?redirect_uri=${encodeURIComponent(redirectUri)}`,
        state: 'y',
        finish: () => Promise.resolve({ akses: 'akses-1', segar: 'segar-1', akunId: akunSari }),
      }),
    refresh: () => Promise.resolve({ akses: 'akses-2', segar: 'segar-2', akunId: akunSari }),
    revoke: () => Promise.resolve(),
    ...ganti,
  }
}

/** Where the issuer would send the browser back to. */
export function getAlamatKembali(alamatMasuk: string, query: string): string {
  return `${new URL(alamatMasuk).searchParams.get('redirect_uri')}?${query}`
}
