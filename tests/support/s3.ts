import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Options } from '../../api-server/features/dokumen/s3-store.ts'
import { findFreePort } from './server.ts'

export type BucketUji = {
  readonly options: S3Options
  /** Puts other bytes under a name, as a hand from outside would. */
  readonly spoil: (key: string, bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

const credentials = { accessKeyId: 'uji', secretAccessKey: 'rahasia-untuk-uji' }

async function readIsi(request: IncomingMessage): Promise<Buffer> {
  const bagian: Buffer[] = []
  for await (const satu of request as AsyncIterable<Buffer>) bagian.push(satu)
  return Buffer.concat(bagian)
}

/** Bytes `bytes=a-b` of an object; the whole without a range. */
function sendObjek(request: IncomingMessage, response: ServerResponse, isi: Buffer): void {
  const [, awal, akhir] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  const potong = awal === undefined ? isi : isi.subarray(Number(awal), Number(akhir) + 1)
  response.writeHead(awal === undefined ? 200 : 206, {
    'content-length': potong.length,
    etag: `"${createHash('md5').update(isi).digest('hex')}"`,
    'last-modified': new Date(0).toUTCString(),
  })
  response.end(request.method === 'HEAD' ? undefined : potong)
}

/**
 * A stand-in that speaks as much S3 as the store asks for, with or without conditional puts; it checks
 * no signature. With MEJA_TEST_S3_URL a real server takes its place, in the same tests.
 */
async function startTiruan(bersyarat: boolean) {
  const objek = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void (async () => {
      const kunci = (request.url ?? '').split('?')[0] ?? ''
      const isi = objek.get(kunci)
      if (request.method === 'PUT') {
        const baru = await readIsi(request)
        const syarat = request.headers['if-none-match'] === '*'
        if (syarat && !bersyarat) return response.writeHead(501).end()
        if (syarat && isi !== undefined) return response.writeHead(412).end()
        objek.set(kunci, baru)
        return response.writeHead(200, { etag: '"x"' }).end()
      }
      if (isi === undefined) return response.writeHead(404).end()
      return sendObjek(request, response, isi)
    })()
  })
  const port = await findFreePort()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export async function openBucketUji(bersyarat = true): Promise<BucketUji> {
  const nyata = process.env['MEJA_TEST_S3_URL']
  const { endpoint, close } = nyata
    ? { endpoint: nyata, close: () => Promise.resolve() }
    : await startTiruan(bersyarat)
  const options = { bucket: `uji-${Date.now()}`, region: 'us-east-1', endpoint, credentials }
  const client = new S3Client({ ...options, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: options.bucket }))
  client.destroy()
  return {
    options,
    close,
    async spoil(key, bytes) {
      const jalan = new S3Client({ ...options, forcePathStyle: true })
      await jalan.send(new PutObjectCommand({ Bucket: options.bucket, Key: key, Body: bytes }))
      jalan.destroy()
    },
  }
}
