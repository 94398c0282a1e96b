import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export const asalAplikasi = 'app://meja'
/** The lock screen: another origin, so that it shares nothing with the desk. */
export const asalKunci = 'app://kunci'

const tipe: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
  // Packed on purpose and unpacked by the reader: no content-encoding.
  '.gz': 'application/gzip',
}

export const csp = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': csp,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Both together: the page may share memory with its own workers (the reading's flag), and with none else.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
}

/** Answers from files that existed when the app started and from nothing else. */
export type StaticFiles = (path: string) => Response

/**
 * The allow-list is the listing of the folder at start: a path that is not literally in it does not
 * exist, so there is nothing to traverse.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const daftar = new Map<string, string>()
  for (const entri of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entri.isFile() || tipe[extname(entri.name)] === undefined) continue
    const penuh = join(entri.parentPath, entri.name)
    daftar.set(`/${relative(folder, penuh).split(sep).join('/')}`, penuh)
  }
  return (path) => {
    const berkas = daftar.get(path)
    if (berkas === undefined) return new Response(null, { status: 404, headers })
    const isi = new Uint8Array(readFileSync(berkas))
    return new Response(isi, {
      headers: { ...headers, 'content-type': tipe[extname(berkas)] ?? 'application/octet-stream' },
    })
  }
}
