import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApiDoor } from '../../../electron/api-door.ts'
import type { OidcClient } from '../../../electron/oidc-client.ts'
import { DesktopSession } from '../../../electron/session.ts'
import { akunSari, createOidcPalsu, getPenolakan } from './oidc-palsu.ts'
import { startServerPalsu, type ServerPalsu } from './server-palsu.ts'

let server: ServerPalsu
beforeEach(async () => {
  server = await startServerPalsu(({ headers, body }, response) => {
    const boleh = headers.authorization === 'Bearer akses-2'
    response.writeHead(boleh ? 200 : 401).end(boleh ? `diterima ${body}` : '')
  })
})
afterEach(() => server.close())

const akunId = akunSari

/** The door as main.ts hangs it: on a session whose access token has run out meanwhile. */
async function openDoor(refresh: OidcClient['refresh']) {
  let pertama = true
  const sesi = new DesktopSession({
    client: createOidcPalsu({
      refresh: (segar) => {
        if (!pertama) return refresh(segar)
        pertama = false
        return Promise.resolve({ akses: 'akses-1', segar: 'segar-1', akunId })
      },
    }),
    store: {
      read: () => Promise.resolve({ segar: 'segar-0', akunId }),
      write: () => Promise.resolve(true),
      clear: () => Promise.resolve(),
    },
    openBrowser: () => Promise.resolve(),
    onChange: () => {},
  })
  await sesi.restore()
  await sesi.getToken()
  const door = createApiDoor({
    alamatServer: server.alamat,
    fetch: (url, init) => fetch(url, init),
    getToken: () => sesi.getToken(),
    refreshToken: (lama) => sesi.refreshToken(lama),
    timeoutMs: 10_000,
    timeoutBerkasMs: 10_000,
  })
  const ask = (init: RequestInit = {}, path = '/api/usulan/1/keputusan') => {
    const request = new Request(`app://meja${path}`, init)
    return door(request, new URL(request.url))
  }
  return { ask, sesi }
}

const segarkan = () => Promise.resolve({ akses: 'akses-2', segar: 'segar-2', akunId })

describe('a token that has run out', () => {
  it('is renewed once and the request is repeated with its body', async () => {
    const refresh = vi.fn<OidcClient['refresh']>(segarkan)
    const { ask } = await openDoor(refresh)
    const jawaban = await ask({ method: 'POST', body: '{"hasil":"sesuai"}' })
    expect(await jawaban.text()).toBe('diterima {"hasil":"sesuai"}')
    expect(server.diterima.map(({ body }) => body)).toEqual([
      '{"hasil":"sesuai"}',
      '{"hasil":"sesuai"}',
    ])
    expect(refresh).toHaveBeenCalledExactlyOnceWith('segar-1')
  })

  it('is renewed once for two requests that find out at the same time', async () => {
    const refresh = vi.fn<OidcClient['refresh']>(segarkan)
    const { ask } = await openDoor(refresh)
    const jawaban = await Promise.all([ask(), ask()])
    expect(jawaban.map(({ status }) => status)).toEqual([200, 200])
    expect(refresh).toHaveBeenCalledOnce()
  })

  it('is not renewed for a request that was under way with the one before', async () => {
    const refresh = vi.fn<OidcClient['refresh']>(segarkan)
    const { ask, sesi } = await openDoor(refresh)
    await ask()
    expect(await sesi.refreshToken('akses-1')).toBe('akses-2')
    expect(refresh).toHaveBeenCalledOnce()
  })

  it('ends the session when the issuer refuses to renew it', async () => {
    const { ask, sesi } = await openDoor(async () => Promise.reject(await getPenolakan()))
    const jawaban = await ask()
    expect(jawaban.status).toBe(401)
    expect(await jawaban.json()).toMatchObject({ kode: 'sesi_berakhir' })
    expect(sesi.status).toEqual({ keadaan: 'keluar', sebab: 'sesi_berakhir' })
  })

  it('is only "luring" when the issuer cannot be reached', async () => {
    const { ask, sesi } = await openDoor(() => Promise.reject(new TypeError('fetch failed')))
    expect((await ask()).status).toBe(503)
    expect(sesi.status).toEqual({ keadaan: 'masuk', diingat: true })
  })

  it('is not needed to ask whether the server is there, locked or not', async () => {
    const refresh = vi.fn<OidcClient['refresh']>(segarkan)
    const { ask, sesi } = await openDoor(refresh)
    sesi.forgetAkses()
    await ask({}, '/api/sehat')
    expect(refresh).not.toHaveBeenCalled()
    expect(server.diterima[0]?.headers.authorization).toBeUndefined()
  })

  it('is asked for no second time when the server refuses the fresh one too', async () => {
    const refresh = vi.fn<OidcClient['refresh']>(() =>
      Promise.resolve({ akses: 'ditolak-juga', segar: 'segar-2', akunId }),
    )
    const { ask } = await openDoor(refresh)
    expect((await ask()).status).toBe(401)
    expect(server.diterima).toHaveLength(2)
    expect(refresh).toHaveBeenCalledOnce()
  })
})
