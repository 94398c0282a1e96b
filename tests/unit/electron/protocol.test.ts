import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiDoor } from '../../../electron/api-door.ts'
import { createProtocolHandler } from '../../../electron/protocol.ts'
import { createStaticFiles, csp } from '../../../electron/static-files.ts'

const isi: Readonly<Record<string, string>> = {
  'desktop.html': '<!doctype html>',
  'assets/main.js': 'export {}',
  'pdfjs/openjpeg.wasm': 'wasm',
  'pdfjs/liberation.ttf': 'ttf',
  'assets/main.js.map': 'peta sumber',
}

let folder: string
let answer: ReturnType<typeof createProtocolHandler>
const door = vi.fn<ApiDoor>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meja-protokol-'))
  const dist = join(folder, 'dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await mkdir(join(dist, 'pdfjs'))
  for (const [nama, teks] of Object.entries(isi)) await writeFile(join(dist, nama), teks)
  await writeFile(join(folder, 'rahasia.json'), '{"rahasia":true}')
  answer = createProtocolHandler(door, createStaticFiles(dist))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => door.mockReset().mockResolvedValue(new Response('dari server')))

const ask = (url: string, init?: RequestInit) => answer(new Request(url, init))

describe('the files of the interface', () => {
  it.each([
    ['/', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/desktop.html', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/desktop.html?versi=1', '<!doctype html>', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'export {}', 'text/javascript; charset=utf-8'],
    ['/pdfjs/openjpeg.wasm', 'wasm', 'application/wasm'],
    ['/pdfjs/liberation.ttf', 'ttf', 'font/ttf'],
  ])('answer %s', async (path, teks, tipe) => {
    const jawaban = await ask(`app://meja${path}`)
    expect(jawaban.status).toBe(200)
    expect(jawaban.headers.get('content-type')).toBe(tipe)
    expect(await jawaban.text()).toBe(teks)
  })

  it.each(['/desktop.html', '/assets/main.js', '/pdfjs/openjpeg.wasm', '/tidak-ada'])(
    'carry the policy, also for %s',
    async (path) => {
      const { headers } = await ask(`app://meja${path}`)
      expect(headers.get('content-security-policy')).toBe(csp)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it.each([
    ['a path upwards', '/../rahasia.json'],
    ['a path upwards from a folder', '/assets/../../rahasia.json'],
    ['an escaped path upwards', '/%2e%2e/rahasia.json'],
    ['an escaped slash', '/..%2frahasia.json'],
    ['a twice escaped path', '/%252e%252e/rahasia.json'],
    ['backslashes', '/..\\rahasia.json'],
    ['escaped backslashes', '/..%5crahasia.json'],
    ['a NUL', '/desktop.html%00.js'],
    ['a second slash', '//rahasia.json'],
    ['another spelling', '/DESKTOP.HTML'],
    ['a folder', '/assets/'],
    ['a kind of file that is not served', '/assets/main.js.map'],
    ['a path that does not exist', '/tidak-ada.js'],
    ['the name of an object property', '/constructor'],
    ['nearly the door', '/api'],
  ])('do not answer %s', async (_, path) => {
    const jawaban = await ask(`app://meja${path}`)
    expect(jawaban.status).toBe(404)
    expect(await jawaban.text()).toBe('')
    expect(door).not.toHaveBeenCalled()
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('cannot be written with %s', async (method) => {
    expect((await ask('app://meja/desktop.html', { method })).status).toBe(405)
  })
})

describe('the one origin', () => {
  it.each([
    'app://meja.evil/desktop.html',
    'app://evil/desktop.html',
    'app://meja:81/desktop.html',
    'app://meja.evil/api/antrean',
    'file://meja/desktop.html',
    'https://meja/api/antrean',
  ])('does not answer for %s', async (url) => {
    expect((await ask(url)).status).toBe(404)
    expect(door).not.toHaveBeenCalled()
  })

  it('hands /api to the door, whatever the method', async () => {
    const jawaban = await ask('app://meja/api/usulan/1/keputusan?x=1', { method: 'POST' })
    expect(await jawaban.text()).toBe('dari server')
    expect(door.mock.calls[0]?.[1].pathname).toBe('/api/usulan/1/keputusan')
  })

  it.each(['/api/../rahasia.json', '/api/%2e%2e/oidc/token'])(
    'does not let %s out through the door',
    async (path) => {
      expect((await ask(`app://meja${path}`)).status).toBe(404)
      expect(door).not.toHaveBeenCalled()
    },
  )
})

describe('the policy', () => {
  const arahan = new Map(
    csp.split('; ').map((satu) => {
      const [nama = '', ...sumber] = satu.split(' ')
      return [nama, sumber] as const
    }),
  )

  it('denies what it does not name', () => {
    expect(arahan.get('default-src')).toEqual(["'none'"])
    expect(arahan.get('form-action')).toEqual(["'none'"])
    expect(arahan.get('base-uri')).toEqual(["'none'"])
  })

  it('runs scripts from our own files only; WebAssembly is the one exception', () => {
    expect(arahan.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect(arahan.get('worker-src')).toEqual(["'self'"])
  })

  it('allows nothing inline and no other server', () => {
    expect(csp).not.toContain("'unsafe-inline'")
    expect(csp).not.toContain("'unsafe-eval'")
    expect(csp).not.toMatch(/https?:|\*/)
  })
})
