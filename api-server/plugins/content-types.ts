import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { MejaError } from '../meja-error.ts'

/** `__proto__` as a key is never ours. */
function refuseProto(kunci: string, nilai: unknown): unknown {
  if (kunci === '__proto__' || kunci === 'constructor') throw new SyntaxError('kunci terlarang')
  return nilai
}

/** Only JSON, spelled plainly: `application/json\ta` and its kin must not skip validation. */
export function registerContentTypes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    // Fastify writes the parameter in quotes before it compares.
    /^application\/json(?:; ?charset="?utf-8"?)?$/i,
    { parseAs: 'string' },
    (_, body, done) => {
      try {
        done(null, JSON.parse(String(body), refuseProto))
      } catch {
        done(new MejaError('permintaan_tidak_sah'))
      }
    },
  )
  app.addContentTypeParser(/^application\/octet-stream$/, (_, payload, done) => {
    done(null, payload)
  })
}

/** All bytes of an upload, or `berkas_terlalu_besar` as soon as they pass the limit. */
export async function readBerkas(body: unknown, maks: number): Promise<Uint8Array> {
  if (!(body instanceof Readable)) throw new MejaError('permintaan_tidak_sah')
  const bagian: Uint8Array[] = []
  let ukuran = 0
  for await (const satu of body as AsyncIterable<Uint8Array>) {
    ukuran += satu.length
    if (ukuran > maks) throw new MejaError('berkas_terlalu_besar', { maks })
    bagian.push(satu)
  }
  return Buffer.concat(bagian)
}
