import type { ApiDoor } from './api-door.ts'
import { asalAplikasi, asalKunci, type StaticFiles } from './static-files.ts'

/** Registered before `ready`: a real origin with fetch and streams, and no way round the CSP. */
export const skemaAplikasi = {
  scheme: 'app',
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  },
}

/** One origin: /api/* is the door to the server, all else a file of the interface (D5). */
export function createProtocolHandler(
  door: ApiDoor,
  files: StaticFiles,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== asalAplikasi) return new Response(null, { status: 404 })
    if (url.pathname.startsWith('/api/')) return door(request, url)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405 })
    }
    return files(url.pathname === '/' ? '/desktop.html' : url.pathname)
  }
}

const berkasKunci = /^\/(?:lock\.html|assets\/lock-[\w-]+\.(?:js|css))$/

/** The lock screen's door leads to its own three files, and to no server. */
export function createKunciHandler(files: StaticFiles): (request: Request) => Response {
  return (request) => {
    const url = new URL(request.url)
    const boleh = `${url.protocol}//${url.host}` === asalKunci && berkasKunci.test(url.pathname)
    if (!boleh || request.method !== 'GET') return new Response(null, { status: 404 })
    return files(url.pathname)
  }
}
