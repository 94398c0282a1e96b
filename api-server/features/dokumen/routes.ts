import { getBerkas, listDokumen, postDokumen, postDokumenUnggahan } from '@meja/core/api/dokumen.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { parseByteRange } from './byte-range.ts'
import type { ScanVirus } from './inspect-berkas.ts'
import type { CheckedStore } from './object-store.ts'
import {
  checkUnggahan,
  openDokumen,
  readArsip,
  receiveBerkas,
  storeDokumen,
  storeUnggahan,
  type BerkasDiterima,
} from './service.ts'
import { registerTus } from './unggah/routes.ts'
import type { UploadRoom } from './unggah/upload-room.ts'

export type DokumenParts = {
  files: CheckedStore
  uploads: UploadRoom
  /** Absent when no virus scanner is configured. */
  scan: ScanVirus | undefined
}

export function registerDokumen(api: Api, { files, uploads, scan }: DokumenParts): void {
  registerEndpoint<typeof postDokumen, BerkasDiterima>(
    api,
    postDokumen,
    ({ query }, transaksi, identity, berkas) => storeDokumen(transaksi, identity, query, berkas),
    {
      check: ({ query }, transaksi) => checkUnggahan(transaksi, query),
      prepare: ({ body }) => receiveBerkas(files, scan, body),
    },
  )

  registerEndpoint<typeof postDokumenUnggahan, BerkasDiterima | undefined>(
    api,
    postDokumenUnggahan,
    ({ body }, transaksi, identity, berkas) => storeUnggahan(transaksi, identity, body, berkas),
    {
      check: ({ body }, transaksi) => checkUnggahan(transaksi, body),
      async prepare({ body }, { akunId }) {
        const bytes = await uploads.findSelesai(akunId, body.unggahanId)
        return bytes && (await receiveBerkas(files, scan, bytes))
      },
      // What was refused stays where it is: a scanner that did not answer costs no second sending.
      finish: ({ body }) => uploads.remove(body.unggahanId),
    },
  )
  registerTus(api, postDokumenUnggahan.roles, uploads)

  registerEndpoint(api, listDokumen, ({ params, query }, transaksi) =>
    readArsip(transaksi, params.pegawaiId, query),
  )

  registerEndpoint(api, getBerkas, async ({ params, request }, transaksi, identity) => {
    const { range: header } = request.headers
    const awal = header === undefined || header.startsWith('bytes=0-')
    const { sha256, tipeMedia } = await openDokumen(transaksi, identity, params.dokumenId, awal)
    return async (reply) => {
      const ukuran = await files.getSize(sha256)
      const range = parseByteRange(header, ukuran)
      // The name says nothing of anybody; the type is what the bytes were found to be.
      reply
        .header('content-disposition', 'inline; filename="dokumen"')
        .header('accept-ranges', 'bytes')
        .header('cache-control', 'private, no-store')
      if (range === null) {
        return reply.code(416).header('content-range', `bytes */${ukuran}`).send()
      }
      const [start, end] = range ?? [0, ukuran - 1]
      const isi = await files.read(sha256, start, end)
      if (range !== undefined) {
        reply.code(206).header('content-range', `bytes ${start}-${end}/${ukuran}`)
      }
      return reply
        .type(tipeMedia)
        .header('content-length', end - start + 1)
        .send(isi)
    }
  })
}
