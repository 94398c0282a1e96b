import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * The service worker of the portal keeps the shell: the page and files with a hash in their name, so
 * that it opens on a bad network. It answers nothing under /api and stores none of it: what is
 * personal never lies in a cache of the browser.
 */
export function writeShellWorker(berkas: readonly string[]): string {
  const daftar = berkas.toSorted()
  const versi = createHash('sha256').update(daftar.join('\n')).digest('hex').slice(0, 12)
  return `const nama = 'meja-cangkang-${versi}'
const berkas = ${JSON.stringify(daftar)}
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(nama).then((simpanan) => simpanan.addAll(['/', ...berkas])))
  self.skipWaiting()
})
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((semua) => Promise.all(semua.filter((satu) => satu !== nama).map((satu) => caches.delete(satu))))
      .then(() => self.clients.claim()),
  )
})
async function openHalaman(request) {
  try {
    return await fetch(request)
  } catch (sebab) {
    const tersimpan = await caches.match('/')
    if (tersimpan) return tersimpan
    throw sebab
  }
}
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(openHalaman(request))
  else if (berkas.includes(pathname)) {
    event.respondWith(caches.match(request).then((tersimpan) => tersimpan ?? fetch(request)))
  }
})
`
}

export function emitShellWorker(): Plugin {
  return {
    name: 'meja:emit-shell-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      // The drawing worker and its decoders come when a scan is opened.
      const berkas = Object.keys(bundle)
        .filter((nama) => nama.startsWith('assets/') && !/pekerja-|\.map$/.test(nama))
        .map((nama) => `/${nama}`)
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: writeShellWorker(berkas) })
    },
  }
}
