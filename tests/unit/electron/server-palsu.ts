import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Diterima = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type ServerPalsu = {
  readonly alamat: string
  /** What reached the server, in order. */
  readonly diterima: Diterima[]
  close(): Promise<void>
}

/** A real HTTP server on this machine whose answers the test decides. */
export async function startServerPalsu(
  jawab: (permintaan: Diterima, response: ServerResponse) => void,
): Promise<ServerPalsu> {
  const diterima: Diterima[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request
      const permintaan = { method, url, headers, body }
      diterima.push(permintaan)
      return jawab(permintaan, response)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    alamat: `http://127.0.0.1:${port}`,
    diterima,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
