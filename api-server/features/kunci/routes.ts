import {
  getCatatanLayar,
  getKunciServer,
  postBukaKunci,
  postCatatanLayar,
} from '@meja/core/api/kunci.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import type { KunciPemulihan } from './kunci-server.ts'
import { listCatatanLayar, openKunci, writeCatatan } from './service.ts'

export function registerKunci(api: Api, kunci: KunciPemulihan): void {
  registerEndpoint(api, getKunciServer, () => Promise.resolve(kunci.umum))
  registerEndpoint(api, postBukaKunci, ({ body }, transaksi, identity) =>
    openKunci(transaksi, identity, kunci, body),
  )
  registerEndpoint(api, postCatatanLayar, ({ body }, transaksi, identity) =>
    writeCatatan(transaksi, identity, body),
  )
  registerEndpoint(api, getCatatanLayar, (_, transaksi) => listCatatanLayar(transaksi))
}
