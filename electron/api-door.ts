import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '@meja/core/api/endpoint.ts'
import { getSehat } from '@meja/core/api/sehat.ts'
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
  /** The same for a file that is sent: a slow line takes its time, and the server looks at the file. */
  readonly timeoutBerkasMs: number
}

/** Those of the contract (core/api/endpoint.ts), and HEAD. */
const caraBoleh = new Set(['GET', 'HEAD', 'POST'])
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

/**
 * A page that leaves in the middle of a scan must end the download too: Electron's fetch goes on
 * holding one of Chromium's six connections to the server until its signal says stop.
 */
function stopWithReader(body: ReadableStream<Uint8Array>, stop: () => void): ReadableStream {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(arus) {
      const { done, value } = await reader.read()
      if (done) arus.close()
      else arus.enqueue(value)
    },
    cancel: stop,
  })
}

export function createApiDoor(options: DoorOptions): ApiDoor {
  const { alamatServer, fetch, getToken, refreshToken, timeoutMs, timeoutBerkasMs } = options

  async function send(
    request: Request,
    target: string,
    body: ArrayBuffer | null,
    token: string | null,
    batas: AbortController,
  ) {
    const headers = pickHeaders(request.headers, headerKirim)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    const berkas = headers.get('content-type') === 'application/octet-stream'
    const waktu = setTimeout(() => batas.abort(), berkas ? timeoutBerkasMs : timeoutMs)
    try {
      return await fetch(target, {
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
    // As the network stack will read it: "\\" is a slash in http, so that "/api/..\\" leads out.
    const target = new URL(`${alamatServer}${url.pathname}${url.search}`)
    if (!target.pathname.startsWith('/api/')) return buildErrorResponse('tidak_ditemukan')
    if (!caraBoleh.has(request.method)) return buildErrorResponse('permintaan_tidak_sah')
    const batas = new AbortController()
    // Held in memory so that it can be sent again with a fresh token; uploads are at most 20 MB.
    const body = request.body === null ? null : await request.arrayBuffer()
    try {
      // Whether the server is there needs nobody: behind the lock screen it must not cost a new
      // token, which would be lost with whoever switches the machine off in that moment.
      const token = target.pathname === getSehat.path ? null : await getToken()
      let jawaban = await send(request, target.href, body, token, batas)
      if (jawaban.status === 401 && token !== null) {
        await jawaban.body?.cancel()
        const baru = await refreshToken(token)
        if (baru === null) return buildErrorResponse('sesi_berakhir')
        jawaban = await send(request, target.href, body, baru, batas)
      }
      const headers = pickHeaders(jawaban.headers, headerTerima)
      // The stack has unpacked the body; the length on the wire is no longer its length.
      if (jawaban.headers.has('content-encoding')) headers.delete('content-length')
      headers.set('cache-control', 'no-store')
      headers.set('x-content-type-options', 'nosniff')
      const isi = jawaban.body && stopWithReader(jawaban.body, () => batas.abort())
      return new Response(isi, { status: jawaban.status, headers })
    } catch (error) {
      if (request.signal.aborted) throw error
      return buildErrorResponse('luring')
    }
  }
}
