import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Readable } from 'node:stream'
import { MejaError } from '../../meja-error.ts'
import { hashBytes, type ObjectStat, type ObjectStore } from './object-store.ts'

export type S3Options = {
  bucket: string
  region: string
  /** Another server than Amazon's; its buckets are then named in the path. */
  endpoint?: string | undefined
  /** Without it the usual places are searched: environment, files, the machine's role. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined
}

/** Not every server knows "only when it is not there yet"; the hash in the name guards as well. */
const tanpaSyarat = new Set([400, 501])

/** The store could not be asked, as against what it answered. */
async function ask<T>(pertanyaan: Promise<T>): Promise<T> {
  try {
    return await pertanyaan
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
    // 501 is an answer as well: the server knows no such request.
    if (status !== undefined && (status < 500 || status === 501)) throw error
    throw new MejaError('penyimpanan_tak_terjangkau')
  }
}

/** Originals in a bucket of any S3, by configuration. */
export class S3Store implements ObjectStore {
  readonly #client: S3Client
  readonly #bucket: string

  constructor({ bucket, region, endpoint, credentials }: S3Options) {
    this.#bucket = bucket
    this.#client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      ...(credentials !== undefined && { credentials }),
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
      // Servers other than Amazon's know no CRC trailers; the bytes have their own hash.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  #locate(sha256: string) {
    return {
      Bucket: this.#bucket,
      Key: `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
    }
  }

  async write(bytes: Uint8Array): Promise<string> {
    const sha256 = hashBytes(bytes)
    const ada = await this.stat(sha256)
    if (ada?.ukuran === bytes.length) return sha256
    const objek = {
      ...this.#locate(sha256),
      Body: bytes,
      ContentLength: bytes.length,
      ContentType: 'application/octet-stream',
    }
    try {
      await ask(this.#client.send(new PutObjectCommand({ ...objek, IfNoneMatch: '*' })))
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error
      const status = error.$metadata.httpStatusCode ?? 500
      // Somebody else stored the same bytes meanwhile.
      if (status === 412 || status === 409) return sha256
      if (!tanpaSyarat.has(status)) throw error
      await ask(this.#client.send(new PutObjectCommand(objek)))
    }
    return sha256
  }

  async stat(sha256: string): Promise<ObjectStat | undefined> {
    try {
      const kepala = await ask(this.#client.send(new HeadObjectCommand(this.#locate(sha256))))
      const { ContentLength = 0, ETag = '', LastModified } = kepala
      return { ukuran: ContentLength, tanda: `${ETag} ${LastModified?.toISOString() ?? ''}` }
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  }

  async read(sha256: string, start: number, end: number): Promise<Readable> {
    const Range = `bytes=${start}-${end}`
    const { Body } = await ask(
      this.#client.send(new GetObjectCommand({ ...this.#locate(sha256), Range })),
    )
    if (!(Body instanceof Readable)) throw new MejaError('penyimpanan_tak_terjangkau')
    return Body
  }
}
