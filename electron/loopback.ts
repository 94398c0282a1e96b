import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const halaman = (judul: string, isi: string) =>
  `<!doctype html><html lang="id"><meta charset="utf-8"><title>Meja ASN</title><body><h1>${judul}</h1><p>${isi}</p></body></html>`

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  connection: 'close',
}

export type Loopback = {
  readonly redirectUri: string
  /** The address with which the browser came back, or null when it was closed before. */
  readonly kembali: Promise<URL | null>
  /** Only who brings this state is let in: any page can knock, and must not end the waiting. */
  expectState(state: string): void
  close(): void
}

/** Listens on this machine only, on a free port, for the browser's way back (RFC 8252). */
export async function openLoopback(): Promise<Loopback> {
  let resolveKembali: (url: URL | null) => void = () => {}
  const kembali = new Promise<URL | null>((resolve) => {
    resolveKembali = resolve
  })
  let diharapkan: string | null = null
  const server = createServer((request, response) => {
    // Any page in the browser can knock here; "//" is a path that no URL can be made of.
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1')
    const milikKita = diharapkan !== null && url?.searchParams.get('state') === diharapkan
    if (request.method !== 'GET' || url?.pathname !== '/kembali' || !milikKita) {
      response.writeHead(404, headers).end()
      return
    }
    const gagal = url.searchParams.has('error')
    response
      .writeHead(200, headers)
      .end(
        gagal
          ? halaman('Masuk dibatalkan', 'Kembali ke aplikasi Meja ASN untuk mencoba lagi.')
          : halaman(
              'Anda sudah masuk',
              'Lanjutkan di aplikasi Meja ASN. Halaman ini boleh ditutup.',
            ),
      )
    resolveKembali(url)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    redirectUri: `http://127.0.0.1:${port}/kembali`,
    kembali,
    expectState(state) {
      diharapkan = state
    },
    close() {
      server.close()
      server.closeIdleConnections()
      resolveKembali(null)
    },
  }
}
