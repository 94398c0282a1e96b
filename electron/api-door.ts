import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '@meja/core/api/endpoint.ts'
import { getStatusHttp, type ErrorCode } from '@meja/core/api/errors.ts'

/** Passes a request of the interface to the server, with the identity that only main holds (D5). */
export type ApiDoor = (request: Request, url: URL) => Promise<Response>

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export type DoorOptions = {
  readonly alamatServer: string
  /** Electron's net.fetch: Chromium's network stack, with the system's proxy and certificates. */
  readonly fetch: Fetch
  /** The current access token; null when nobody is signed in. */
  readonly getToken: () => Promise<string | null>
  /** A fresh token after the server refused `lama`; null when the session is over. */
  readonly refreshToken: (lama: string) => Promise<string | null>
  /** Longest wait for the first byte of an answer. */
  readonly timeoutMs: number
}

const headerKirim = ['accept', 'accept-language', 'content-type', 'range', 'if-range']
const headerTerima = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'content-disposition',
  'retry-after',
]

export function buildErrorResponse(kode: ErrorCode): Response {
  const body: ErrorBody = { kode, idPermintaan: randomUUID() }
  return Response.json(body, {
    status: getStatusHttp(kode),
    headers: { 'cache-control': 'no-store' },
  })
}

function pickHeaders(asal: Headers, nama: readonly string[]): Headers {
  const hasil = new Headers()
  for (const satu of nama) {
    const nilai = asal.get(satu)
    if (nilai !== null) hasil.set(satu, nilai)
  }
  return hasil
}

export function createApiDoor(options: DoorOptions): ApiDoor {
  const { alamatServer, fetch, getToken, refreshToken, timeoutMs } = options

  async function send(request: Request, url: URL, body: ArrayBuffer | null, token: string | null) {
    const headers = pickHeaders(request.headers, headerKirim)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    const batas = new AbortController()
    const waktu = setTimeout(() => batas.abort(), timeoutMs)
    try {
      return await fetch(`${alamatServer}${url.pathname}${url.search}`, {
        method: request.method,
        headers,
        body,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.any([request.signal, batas.signal]),
      })
    } finally {
      clearTimeout(waktu)
    }
  }

  return async (request, url) => {
    // Held in memory so that it can be sent again with a fresh token; uploads are at most 20 MB.
    const body = request.body === null ? null : await request.arrayBuffer()
    try {
      const token = await getToken()
      let jawaban = await send(request, url, body, token)
      if (jawaban.status === 401 && token !== null) {
        await jawaban.body?.cancel()
        const baru = await refreshToken(token)
        if (baru === null) return buildErrorResponse('sesi_berakhir')
        jawaban = await send(request, url, body, baru)
      }
      const headers = pickHeaders(jawaban.headers, headerTerima)
      // The stack has unpacked the body; the length on the wire is no longer its length.
      if (jawaban.headers.has('content-encoding')) headers.delete('content-length')
      headers.set('cache-control', 'no-store')
      headers.set('x-content-type-options', 'nosniff')
      return new Response(jawaban.body, { status: jawaban.status, headers })
    } catch (error) {
      if (request.signal.aborted) throw error
      return buildErrorResponse('luring')
    }
  }
}
