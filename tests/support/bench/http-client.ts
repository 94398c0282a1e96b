import { Agent, request } from 'node:http'
import type { Endpoint } from '@meja/core/api/endpoint.ts'

/** Requests over kept connections, as a desktop makes them; only the bytes, no parsing into schemas. */
export function openHttp(serverUrl: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  async function call(
    endpoint: Endpoint,
    token: string,
    { params = {}, body }: { params?: Record<string, string>; body?: unknown } = {},
  ): Promise<unknown> {
    const jalur = endpoint.path.replaceAll(/:(\w+)/g, (_, nama: string) => params[nama] ?? '')
    const isi = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const kirim = request(
        new URL(jalur, serverUrl),
        {
          agent,
          method: endpoint.method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(isi !== undefined && { 'content-type': 'application/json' }),
          },
        },
        (jawaban) => {
          let teks = ''
          jawaban.setEncoding('utf8').on('data', (bagian: string) => (teks += bagian))
          jawaban.on('end', () => {
            if (jawaban.statusCode === 200) resolve(JSON.parse(teks))
            else reject(new Error(`${endpoint.name}: ${jawaban.statusCode} ${teks}`))
          })
        },
      )
      kirim.on('error', reject)
      kirim.end(isi)
    })
  }
  return { call, close: () => agent.destroy() }
}
