import { printDrh } from '@meja/core/api/drh.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { printInWorker } from './print-in-worker.ts'
import { prepareDrh } from './service.ts'

export function registerDrh(api: Api): void {
  registerEndpoint(api, printDrh, async ({ params, query }, transaksi, identity) => {
    const { rekomendasiId } = query
    const drh = await prepareDrh(transaksi, identity, params.pegawaiId, rekomendasiId)
    // Drawn once the transaction is over: it holds no connection of the database.
    return async (reply) =>
      reply
        // The name says nothing of anybody.
        .header('content-disposition', 'attachment; filename="daftar-riwayat-hidup.pdf"')
        .header('cache-control', 'private, no-store')
        .type('application/pdf')
        .send(await printInWorker(drh))
  })
}
