import { endSesiAkun, endSesiSaya, getSesiSaya, listSesiSaya } from '@meja/core/api/sesi.ts'
import { listSesi } from '../../database/sesi.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { endSesiOrangLain, endSesiSendiri } from './service.ts'

export function registerSesi(api: Api): void {
  registerEndpoint(api, getSesiSaya, (_, __, identity) => Promise.resolve(identity))
  registerEndpoint(api, listSesiSaya, async (_, transaksi, identity) => ({
    sesi: await listSesi(transaksi, identity.akunId, identity.sesiId),
  }))
  registerEndpoint(api, endSesiSaya, async ({ body }, transaksi, identity) => ({
    diakhiri: await endSesiSendiri(transaksi, identity, body.sesi),
  }))
  registerEndpoint(api, endSesiAkun, async ({ params, body }, transaksi, identity) => ({
    diakhiri: await endSesiOrangLain(transaksi, identity, params.akunId, body.alasan),
  }))
}
