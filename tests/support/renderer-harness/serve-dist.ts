import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createStaticFiles } from '../../../electron/static-files.ts'
import { answerApi } from './api-handler.ts'
import type { FixtureApi } from './fixture-api.ts'

export type DistServer = { readonly alamat: string; stop(): Promise<void> }

/** The two files of the bridge as one classic script that runs before the application's module. */
function buildBridge(): string {
  const baca = (nama: string) =>
    stripTypeScriptTypes(readFileSync(new URL(nama, import.meta.url), 'utf8'))
      .replaceAll(/^import [^\n]+$/gm, '')
      .replaceAll(/^export /gm, '')
  return `{${baca('./skenario.ts')}\n${baca('./fake-bridge.ts')}}`
}

/**
 * The built renderer with the very headers that the desktop app sends: what passes here passes the
 * content security policy. Bridge and API are the harness's.
 */
export async function serveDist(folder: string, api: FixtureApi): Promise<DistServer> {
  const files = createStaticFiles(folder)
  const bridge = buildBridge()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname === '/harness-bridge.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(bridge)
      return
    }
    const jawaban = files(pathname)
    const isi = Buffer.from(await jawaban.arrayBuffer())
    response
      .writeHead(jawaban.status, Object.fromEntries(jawaban.headers))
      .end(
        pathname.endsWith('.html')
          ? isi.toString().replace('<head>', '<head><script src="/harness-bridge.js"></script>')
          : isi,
      )
  }

  const server = createServer((request, response) => {
    void answerApi(api, request, response, () => {
      answer(request, response).catch(() => response.destroy())
    })
  })
  await new Promise<void>((siap) => server.listen(0, '127.0.0.1', siap))
  return {
    alamat: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((selesai) => {
        server.closeAllConnections()
        server.close(() => selesai())
      }),
  }
}
