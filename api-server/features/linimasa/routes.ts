import { getLinimasa } from '@meja/core/api/linimasa.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { readLinimasa } from './service.ts'

export function registerLinimasa(api: Api): void {
  registerEndpoint(api, getLinimasa, ({ params, query }, transaksi, identity) =>
    readLinimasa(transaksi, identity, params.pegawaiId, query),
  )
}
