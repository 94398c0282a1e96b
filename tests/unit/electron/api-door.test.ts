import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApiDoor, type ApiDoor, type DoorOptions } from '../../../electron/api-door.ts'
import { startServerPalsu, type ServerPalsu } from './server-palsu.ts'

let server: ServerPalsu | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(jawab: Parameters<typeof startServerPalsu>[0]): Promise<ServerPalsu> {
  server = await startServerPalsu(jawab)
  return server
}

function openDoor(alamatServer: string, ganti: Partial<DoorOptions> = {}) {
  const door: ApiDoor = createApiDoor({
    alamatServer,
    fetch: (url, init) => fetch(url, init),
    getToken: () => Promise.resolve('lama'),
    refreshToken: () => Promise.resolve('segar'),
    timeoutMs: 10_000,
    timeoutBerkasMs: 10_000,
    ...ganti,
  })
  return (path: string, init: RequestInit = {}) => {
    const request = new Request(`app://meja${path}`, init)
    return door(request, new URL(request.url))
  }
}

describe('the door to the server', () => {
  it('adds the token that only the main process holds', async () => {
    const { alamat, diterima } = await start((_, response) => response.end('{}'))
    const ask = openDoor(alamat)
    await ask('/api/antrean?halaman=2', { headers: { authorization: 'Bearer palsu' } })
    expect(diterima[0]).toMatchObject({ method: 'GET', url: '/api/antrean?halaman=2' })
    expect(diterima[0]?.headers.authorization).toBe('Bearer lama')
  })

  it('asks without a token while nobody is signed in, and passes the refusal on', async () => {
    const { alamat, diterima } = await start((_, response) => response.writeHead(401).end())
    const refreshToken = vi.fn<DoorOptions['refreshToken']>()
    const ask = openDoor(alamat, { getToken: () => Promise.resolve(null), refreshToken })
    expect((await ask('/api/saya')).status).toBe(401)
    expect(diterima[0]?.headers.authorization).toBeUndefined()
    expect(refreshToken).not.toHaveBeenCalled()
  })

  it('takes no header to the server but those that it knows', async () => {
    const { alamat, diterima } = await start((_, response) => response.end('{}'))
    await openDoor(alamat)('/api/antrean', {
      headers: {
        accept: 'application/json',
        cookie: 'a=b',
        'x-peran': 'admin',
        'x-forwarded-for': 'x',
      },
    })
    expect(diterima[0]?.headers.accept).toBe('application/json')
    expect(diterima[0]?.headers).not.toHaveProperty('x-peran')
    expect(diterima[0]?.headers).not.toHaveProperty('x-forwarded-for')
    expect(diterima[0]?.headers).not.toHaveProperty('cookie')
  })

  it('brings no cookie and no foreign header back', async () => {
    const { alamat } = await start((_, response) =>
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'set-cookie': 'a=b',
          'access-control-allow-origin': '*',
          'x-powered-by': 'x',
        })
        .end('{}'),
    )
    const { headers } = await openDoor(alamat)('/api/antrean')
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    })
  })

  it('passes a wish for a part of a scan on, and the part back', async () => {
    const { alamat, diterima } = await start((_, response) =>
      response
        .writeHead(206, { 'content-range': 'bytes 2-4/10', 'content-length': '3' })
        .end('cde'),
    )
    const jawaban = await openDoor(alamat)('/api/dokumen/1', { headers: { range: 'bytes=2-4' } })
    expect(diterima[0]?.headers.range).toBe('bytes=2-4')
    expect(jawaban.status).toBe(206)
    expect(jawaban.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(jawaban.headers.get('content-length')).toBe('3')
    expect(await jawaban.text()).toBe('cde')
  })

  it('does not name the packed length of a body that arrives unpacked', async () => {
    const fetch = () =>
      Promise.resolve(
        new Response('panjang sekali', {
          headers: { 'content-encoding': 'gzip', 'content-length': '5' },
        }),
      )
    const jawaban = await openDoor('http://127.0.0.1:9', { fetch })('/api/antrean')
    expect(jawaban.headers.has('content-length')).toBe(false)
    expect(await jawaban.text()).toBe('panjang sekali')
  })

  it('passes an error of the server through with its status and its words', async () => {
    const isi = { kode: 'keputusan_usang', idPermintaan: 'a' }
    const { alamat } = await start((_, response) =>
      response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify(isi)),
    )
    const jawaban = await openDoor(alamat)('/api/usulan/1/keputusan', {
      method: 'POST',
      body: '{}',
    })
    expect(jawaban.status).toBe(409)
    expect(await jawaban.json()).toEqual(isi)
  })
})

describe('what the door does not pass', () => {
  it.each(['/api/..\\oidc\\me', '/api/x\\..\\..\\masuk/1'])(
    'a path that leads out of /api once http has read it: %s',
    async (path) => {
      const { alamat, diterima } = await start((_, response) => response.end('{}'))
      expect((await openDoor(alamat)(path)).status).toBe(404)
      expect(diterima).toEqual([])
    },
  )

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'a method that no endpoint has: %s',
    async (method) => {
      const { alamat, diterima } = await start((_, response) => response.end('{}'))
      expect((await openDoor(alamat)('/api/antrean', { method })).status).toBe(400)
      expect(diterima).toEqual([])
    },
  )
})

describe('a server that cannot be used', () => {
  it('is "luring" when nobody listens', async () => {
    const { alamat, close } = await startServerPalsu(() => {})
    await close()
    const jawaban = await openDoor(alamat)('/api/antrean')
    expect(jawaban.status).toBe(503)
    expect(await jawaban.json()).toMatchObject({ kode: 'luring' })
  })

  it('is "luring" when it says nothing for too long', async () => {
    const { alamat } = await start(() => {})
    const jawaban = await openDoor(alamat, { timeoutMs: 20 })('/api/antrean')
    expect(await jawaban.json()).toMatchObject({ kode: 'luring' })
  })

  it('is not followed when it sends the token elsewhere', async () => {
    const lain = await startServerPalsu((_, response) => response.end('curi'))
    const { alamat } = await start((_, response) =>
      response.writeHead(307, { location: `${lain.alamat}/api/antrean` }).end(),
    )
    const jawaban = await openDoor(alamat)('/api/antrean')
    await lain.close()
    expect(jawaban.status).toBe(503)
    expect(lain.diterima).toEqual([])
  })

  it('is told to stop when the page leaves in the middle of a scan', async () => {
    let signal: AbortSignal | null | undefined
    const fetch: DoorOptions['fetch'] = (_, init) => {
      signal = init.signal
      return Promise.resolve(
        new Response(new ReadableStream({ pull: (arus) => arus.enqueue(new Uint8Array(9)) })),
      )
    }
    const jawaban = await openDoor('http://127.0.0.1:9', { fetch })('/api/dokumen/1')
    const reader = jawaban.body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(9)
    expect(signal?.aborted).toBe(false)
    await reader?.cancel()
    expect(signal?.aborted).toBe(true)
  })

  it('hears at once that the person has moved on', async () => {
    const sampai = Promise.withResolvers<void>()
    const putus = Promise.withResolvers<void>()
    const { alamat } = await start((_, response) => {
      response.once('close', putus.resolve)
      sampai.resolve()
    })
    const batal = new AbortController()
    const jawaban = openDoor(alamat)('/api/dokumen/1', { signal: batal.signal })
    await Promise.race([sampai.promise, jawaban])
    batal.abort()
    await expect(jawaban).rejects.toThrow(/abort/i)
    await expect(putus.promise).resolves.toBeUndefined()
  })
})
