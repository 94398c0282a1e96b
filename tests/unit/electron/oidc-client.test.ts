import { afterEach, describe, expect, it, vi } from 'vitest'
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

const akunId = '00000000-0000-4000-8000-000000000001'

/** An issuer whose clock is right; it answers a refresh with new tokens. */
function createPenerbit() {
  const toBase64 = (isi: object) => Buffer.from(JSON.stringify(isi)).toString('base64url')
  return (url: string) => {
    const kini = Date.now() - beda
    const detik = Math.floor(kini / 1000)
    const klaim = {
      iss: `${alamat}/oidc`,
      sub: akunId,
      aud: 'meja-desktop',
      iat: detik,
      exp: detik + 600,
    }
    const jwt = `${toBase64({ alg: 'RS256' })}.${toBase64(klaim)}.tanda`
    const isi = url.endsWith('/token')
      ? { access_token: jwt, id_token: jwt, refresh_token: 'segar-2', token_type: 'bearer' }
      : { issuer: `${alamat}/oidc`, token_endpoint: `${alamat}/oidc/token` }
    const headers = { date: new Date(kini).toUTCString() }
    return Promise.resolve(Response.json(isi, { headers }))
  }
}

let beda = 0
const setahun = 31_536_000_000

describe('a workstation whose clock is wrong', () => {
  afterEach(() => {
    beda = 0
    vi.useRealTimers()
  })

  it.each([
    ['a year ahead', setahun],
    ['a year behind', -setahun],
    ['right', 0],
  ])('%s renews its session: the server counts', async (_, langkah) => {
    beda = langkah
    vi.useFakeTimers({ now: Date.now() + langkah, toFake: ['Date'] })
    const client = createOidcClient(alamat, (url) => createPenerbit()(String(url)))
    await expect(client.refresh('segar-1')).resolves.toMatchObject({ akunId, segar: 'segar-2' })
  })
})

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
