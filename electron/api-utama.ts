import type { z } from 'zod'
import { ErrorBody, type Endpoint } from '@meja/core/api/endpoint.ts'
import type { ApiDoor } from './api-door.ts'
import { GalatIpc } from './ipc.ts'
import { asalAplikasi } from './static-files.ts'

export type ApiUtama = <E extends Endpoint & { response: z.ZodType }>(
  endpoint: E,
  body?: E['body'] extends z.ZodType ? z.input<E['body']> : undefined,
) => Promise<z.output<E['response']>>

/** The main process asks the server through the same door as the screens, with the same identity. */
export function createApiUtama(door: ApiDoor): ApiUtama {
  return async (endpoint, body) => {
    const url = new URL(endpoint.path, asalAplikasi)
    const request = new Request(`http://localhost${endpoint.path}`, {
      method: endpoint.method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const jawaban = await door(request, url)
    const isi: unknown = await jawaban.json().catch(() => null)
    if (jawaban.ok) return endpoint.response.parse(isi) as z.output<(typeof endpoint)['response']>
    throw new GalatIpc(ErrorBody.safeParse(isi).data?.kode ?? 'kesalahan_server')
  }
}
