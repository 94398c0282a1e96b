import { Readable } from 'node:stream'
import {
  applyImpor,
  getBerkasDitolak,
  listBarisImpor,
  listImpor,
  postImpor,
  undoImpor,
} from '@meja/core/api/impor.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { applyNext, createImpor, listRows, listTerbaru, undo } from './service.ts'
import { writeRejected } from './write-rejected.ts'

const tipeXlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function registerImpor(api: Api): void {
  registerEndpoint(api, postImpor, ({ query, body }, transaksi, identity) =>
    createImpor(transaksi, identity, query, body),
  )
  registerEndpoint(api, listImpor, (_context, transaksi) => listTerbaru(transaksi))
  registerEndpoint(api, listBarisImpor, ({ params, query }, transaksi) =>
    listRows(transaksi, params.imporId, query),
  )
  registerEndpoint(api, applyImpor, ({ params, body }, transaksi, identity) =>
    applyNext(transaksi, identity, params.imporId, body.batas),
  )
  registerEndpoint(api, undoImpor, ({ params, body }, transaksi, identity) =>
    undo(transaksi, identity, params.imporId, body.alasan),
  )
  registerEndpoint(api, getBerkasDitolak, async ({ params }, transaksi) => {
    const bytes = await writeRejected(transaksi, params.imporId)
    return (reply) =>
      reply
        .type(tipeXlsx)
        .header('content-disposition', 'attachment; filename="baris-ditolak.xlsx"')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(bytes))
  })
}
