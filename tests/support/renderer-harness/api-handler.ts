import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { FixtureApi } from './fixture-api.ts'
import { kepalaSkenario, parseSkenario } from './skenario.ts'

/** As slow as a village office on a bad day. */
const jedaLambat = 4000

/** Answers `/api/*` from the fixture; every other path is left to `lewat`. */
export async function answerApi(
  api: FixtureApi,
  request: IncomingMessage,
  response: ServerResponse,
  lewat: () => void,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (!url.pathname.startsWith('/api/')) {
    lewat()
    return
  }
  const skenario = parseSkenario(request.headers[kepalaSkenario]?.toString())
  const body = await text(request)
  if (skenario === 'lambat') await wait(jedaLambat)
  const jawaban = api.answer(request.method ?? 'GET', url, body, skenario)
  response.writeHead(jawaban.status, { 'content-type': jawaban.tipe }).end(jawaban.isi)
}
