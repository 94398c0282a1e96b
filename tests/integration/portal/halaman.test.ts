import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getPortalCookies } from '../../../api-server/portal/cookies.ts'
import { startPortalServer, type PortalServer } from '../../support/portal.ts'
import { startTestServer } from '../../support/server.ts'

let server: PortalServer
beforeAll(async () => {
  server = await startPortalServer()
})
afterAll(() => server.close())

const open = (jalur: string) => fetch(`${server.asal}${jalur}`)

describe('the pages of the portal', () => {
  test('the page itself is asked for anew each time, and allows nothing unsafe', async () => {
    const { headers, status } = await open('/')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    expect(headers.get('cache-control')).toBe('no-cache')
    const csp = headers.get('content-security-policy') ?? ''
    expect(csp).toContain("default-src 'none'")
    expect(csp).not.toContain('unsafe')
    expect(csp).not.toContain('*')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  test('files with a hash in their name are kept for a year', async () => {
    const { headers } = await open('/assets/portal-Ab12Cd34.js')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test('only the worker that draws scans may compile its decoders', async () => {
    const { headers } = await open('/assets/pekerja-Ab12Cd34.js')
    expect(headers.get('content-security-policy')).toContain("'wasm-unsafe-eval'")
  })

  test.each(['/assets/', '/../server.ts', '/%2e%2e/server.ts', '/assets/..%2f..%2fapp.ts', '/x'])(
    '%s does not exist',
    async (jalur) => {
      expect((await open(jalur)).status).toBe(404)
    },
  )

  test('without a built portal there is only the API', async () => {
    const tanpa = await startTestServer()
    for (const url of ['/', '/masuk', '/kembali']) {
      expect((await tanpa.app.inject({ method: 'GET', url })).statusCode).toBe(404)
    }
    await tanpa.close()
  })
})

describe('the cookies', () => {
  test('over TLS bind themselves to this host', () => {
    const { sesi, sesiOptions, masuk } = getPortalCookies('https://sim.contoh.invalid')
    expect(sesi).toBe('__Host-meja_sesi')
    expect(masuk).toBe('__Host-meja_masuk')
    expect(sesiOptions).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'strict' })
  })
})
