import { getPesan, retryPesan } from '@meja/core/api/pesan.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { readPesan, repeatPesan } from './service.ts'

/** Whether messages go out, for administrators; what stands in them is nobody's to read here. */
export function registerPesan(api: Api, diatur: boolean): void {
  registerEndpoint(api, getPesan, (_, transaksi) => readPesan(transaksi, diatur))
  registerEndpoint(api, retryPesan, async ({ params }, transaksi, identity) => {
    await repeatPesan(transaksi, identity, params.pesanId)
    return { diulang: true as const }
  })
}
