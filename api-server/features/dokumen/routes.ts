import { getBerkas, postDokumen } from '@meja/core/api/dokumen.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { parseByteRange } from './byte-range.ts'
import type { FileStore } from './file-store.ts'
import { getDokumen, storeDokumen } from './service.ts'

export function registerDokumen(api: Api, files: FileStore): void {
  registerEndpoint(api, postDokumen, ({ query, body }, transaksi, identity) =>
    storeDokumen(transaksi, identity, files, query, body),
  )

  registerEndpoint(api, getBerkas, async ({ params, request }, transaksi) => {
    const { sha256, tipeMedia } = await getDokumen(transaksi, params.dokumenId)
    const ukuran = await files.getSize(sha256)
    const range = parseByteRange(request.headers.range, ukuran)
    return (reply) => {
      // The name says nothing of anybody; the type is what the bytes were found to be.
      reply
        .header('content-disposition', 'inline; filename="dokumen"')
        .header('accept-ranges', 'bytes')
        .header('cache-control', 'private, no-store')
      if (range === null) {
        return reply.code(416).header('content-range', `bytes */${ukuran}`).send()
      }
      const [start, end] = range ?? [0, ukuran - 1]
      if (range !== undefined) {
        reply.code(206).header('content-range', `bytes ${start}-${end}/${ukuran}`)
      }
      return reply
        .type(tipeMedia)
        .header('content-length', end - start + 1)
        .send(files.read(sha256, start, end))
    }
  })
}
