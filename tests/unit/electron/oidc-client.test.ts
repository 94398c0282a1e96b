import { describe, expect, it } from 'vitest'
import { createOidcClient } from '../../../electron/oidc-client.ts'

const alamat = 'http://127.0.0.1:3030'

function createClient(authorization: string) {
  return createOidcClient(alamat, () =>
    Promise.resolve(
      Response.json({
        issuer: `${alamat}/oidc`,
        authorization_endpoint: authorization,
        token_endpoint: `${alamat}/oidc/token`,
      }),
    ),
  )
}

describe('the address that the system browser is given', () => {
  it('asks for a code with PKCE, state and nonce, on the own server', async () => {
    const { alamat: masuk } = await createClient(`${alamat}/oidc/auth`).start(
      'http://127.0.0.1:4711/kembali',
    )
    const url = new URL(masuk)
    expect(url.origin + url.pathname).toBe(`${alamat}/oidc/auth`)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'meja-desktop',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://127.0.0.1:4711/kembali',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{20,}$/),
      nonce: expect.stringMatching(/^[\w-]{20,}$/),
    })
  })

  it.each([
    'https://evil.example/auth',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'javascript:alert(1)',
  ])('is never %s, whatever the discovery document says', async (asing) => {
    await expect(createClient(asing).start('http://127.0.0.1:4711/kembali')).rejects.toThrow(Error)
  })
})
