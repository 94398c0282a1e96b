import { getAntrean, getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { getKasusById } from '../../database/kasus.ts'
import { listAntrean } from './service.ts'
import { writeKeputusan } from './write-keputusan.ts'

export function registerVerifikasi(api: Api): void {
  registerEndpoint(api, getAntrean, ({ query }, transaksi, identity) =>
    listAntrean(transaksi, identity, query),
  )
  registerEndpoint(api, getKasus, ({ params }, transaksi) =>
    getKasusById(transaksi, params.usulanId),
  )
  registerEndpoint(api, postKeputusan, ({ body }, transaksi, identity) =>
    writeKeputusan(transaksi, identity, body),
  )
}
