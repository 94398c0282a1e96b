import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** The page may load and ask its own server and nothing else; no inline script, style or eval. */
const cspHalaman = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * A worker has the policy of its own script. The one that draws scans compiles the decoders of pdf.js
 * (JBIG2, JPEG 2000), which the page itself may not.
 */
const cspPekerja = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

const setahun = 'public, max-age=31536000, immutable'

function setHeaders(reply: FastifyReply, path: string): void {
  const nama = path.replaceAll('\\', '/')
  const berhash = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(nama)
  reply
    .header('content-security-policy', /\/pekerja-[\w-]+\.js$/.test(nama) ? cspPekerja : cspHalaman)
    .header('cache-control', berhash ? setahun : 'no-cache')
    .header('referrer-policy', 'no-referrer')
    .header('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=()')
    .header('x-robots-tag', 'noindex')
}

/** The built portal. Only files that were there at the start exist: there is nothing to traverse. */
export async function registerPages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    schemaHide: true,
    setHeaders,
  })
  app.get('/', { schema: { hide: true } }, (_, reply) => reply.sendFile('portal.html'))
}
