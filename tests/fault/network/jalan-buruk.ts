import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** What a line between an office and the province may do to one request. */
export const gangguan = [
  'through',
  'request lost',
  'answer lost',
  'answer cut off',
  'sent twice',
  'answer late',
  '413',
  '429',
  '503',
  'token expired',
] as const
export type Gangguan = (typeof gangguan)[number]

type Jawaban = { status: number; headers: IncomingMessage['headers']; isi: Buffer }

async function readSemua(arus: AsyncIterable<Buffer>): Promise<Buffer> {
  const bagian: Buffer[] = []
  for await (const satu of arus) bagian.push(satu)
  return Buffer.concat(bagian)
}

function forward(permintaan: IncomingMessage, isi: Buffer): Promise<Jawaban> {
  const { promise, resolve, reject } = Promise.withResolvers<Jawaban>()
  const kirim = request(
    new URL(permintaan.url ?? ''),
    { method: permintaan.method, headers: permintaan.headers },
    (jawaban) => {
      void readSemua(jawaban).then(
        (semua) =>
          resolve({ status: jawaban.statusCode ?? 0, headers: jawaban.headers, isi: semua }),
        reject,
      )
    },
  )
  kirim.on('error', reject)
  kirim.end(isi)
  return promise
}

/** A proxy that answers in the server's place answers in HTML, not in our words. */
function answerAsing(jawab: ServerResponse, status: number): void {
  jawab.writeHead(status, { 'content-type': 'text/html' })
  jawab.end(`<h1>${status}</h1>`)
}

export type JalanBuruk = {
  readonly port: number
  /** How often each was done to a request that carries decisions. */
  readonly dilakukan: ReadonlyMap<Gangguan, number>
  readonly close: () => void
}

/**
 * An HTTP proxy between the desk and the server. Requests that carry decisions get what `pick` says;
 * all others pass, so that the desk stays signed in.
 */
export async function openJalanBuruk(
  pick: () => Gangguan,
  acak: () => number,
): Promise<JalanBuruk> {
  const dilakukan = new Map<Gangguan, number>()
  /** A token expires once; the fresh one is good. */
  const kedaluwarsa = new Set<string>()

  async function answer(permintaan: IncomingMessage, jawab: ServerResponse): Promise<void> {
    const isi = await readSemua(permintaan)
    const membawa =
      permintaan.method === 'POST' &&
      /\/api\/verifikasi\/keputusan(\/sekaligus)?$/.test(permintaan.url ?? '')
    let satu = membawa ? pick() : 'through'
    const token = permintaan.headers.authorization ?? ''
    if (satu === 'token expired' && kedaluwarsa.has(token)) satu = 'through'
    if (membawa) dilakukan.set(satu, (dilakukan.get(satu) ?? 0) + 1)
    if (satu === 'request lost') return void jawab.destroy()
    if (satu === '413' || satu === '429' || satu === '503') return answerAsing(jawab, Number(satu))
    if (satu === 'token expired') {
      kedaluwarsa.add(token)
      jawab.writeHead(401, { 'content-type': 'application/json' })
      return void jawab.end(JSON.stringify({ kode: 'sesi_berakhir', idPermintaan: 'x' }))
    }
    if (satu === 'sent twice') await forward(permintaan, isi)
    const hasil = await forward(permintaan, isi)
    if (satu === 'answer lost') return void jawab.destroy()
    if (satu === 'answer late') await setTimeout(acak() * 3000)
    jawab.writeHead(hasil.status, hasil.headers)
    if (satu === 'answer cut off') {
      jawab.write(hasil.isi.subarray(0, Math.floor(hasil.isi.length / 2)))
      return void jawab.destroy()
    }
    jawab.end(hasil.isi)
  }

  const server = createServer((permintaan, jawab) => {
    answer(permintaan, jawab).catch(() => jawab.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    dilakukan,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
