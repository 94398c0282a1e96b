import { Readable } from 'node:stream'
import writeXlsxFile from 'write-excel-file/node'
import {
  applyImpor,
  getBerkasDitolak,
  listBarisImpor,
  listImpor,
  postImpor,
  undoImpor,
} from '@meja/core/api/impor.ts'
import { pesanImpor } from '@meja/core/domain/temuan-impor.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { listBaris, selectImpor } from './queries.ts'
import { applyNext, buildImpor, createImpor, getImporById, undo } from './service.ts'

export function registerImpor(api: Api): void {
  registerEndpoint(api, postImpor, ({ query, body }, transaksi, identity) =>
    createImpor(transaksi, identity, query, body),
  )
  registerEndpoint(api, listImpor, async (_context, transaksi) => ({
    impor: (await selectImpor(transaksi).orderBy('i.dibuatPada', 'desc').limit(50).execute()).map(
      buildImpor,
    ),
  }))
  registerEndpoint(api, listBarisImpor, async ({ params, query }, transaksi) => ({
    baris: await listBaris(transaksi, params.imporId, query),
  }))
  registerEndpoint(api, applyImpor, ({ params, body }, transaksi, identity) =>
    applyNext(transaksi, identity, params.imporId, body.batas),
  )
  registerEndpoint(api, undoImpor, ({ params, body }, transaksi, identity) =>
    undo(transaksi, identity, params.imporId, body.alasan),
  )
  registerEndpoint(api, getBerkasDitolak, async ({ params }, transaksi) => {
    const { kolom } = await getImporById(transaksi, params.imporId)
    const saringan = { vonis: 'ditolak', setelah: 0, batas: 100_000 } as const
    const ditolak = await listBaris(transaksi, params.imporId, saringan)
    // Every cell is text: a NIP keeps its digits, and nothing that begins with = is a formula.
    const teks = (value: string) => ({ type: String, value })
    const lembar = [
      [...kolom, 'Baris', 'Sebab ditolak'].map((value) => ({
        ...teks(value),
        fontWeight: 'bold' as const,
      })),
      ...ditolak.map(({ sel, nomor, temuan }) => {
        const sebab = temuan.map(({ kode, kunci }) =>
          kunci === undefined ? pesanImpor[kode][1] : `${kunci}: ${pesanImpor[kode][1]}`,
        )
        return [...sel, String(nomor), sebab.join('; ')].map(teks)
      }),
    ]
    const bytes = await writeXlsxFile(lembar).toBuffer()
    return (reply) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="baris-ditolak.xlsx"')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(bytes))
  })
}
