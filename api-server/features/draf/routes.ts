import { deleteDraf, listDraf, postDraf } from '@meja/core/api/draf.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { removeDraf, readDraf, saveDraf } from './service.ts'

export function registerDraf(api: Api): void {
  registerEndpoint(api, listDraf, (_, transaksi) => readDraf(transaksi))
  registerEndpoint(api, postDraf, ({ body }, transaksi, identity) =>
    saveDraf(transaksi, identity, body),
  )
  registerEndpoint(api, deleteDraf, ({ params }, transaksi) => removeDraf(transaksi, params.drafId))
}
