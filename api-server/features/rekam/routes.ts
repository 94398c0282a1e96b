import { getRekam, openRekamRahasia } from '@meja/core/api/rekam.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { readRahasia, readRekam } from './service.ts'

export function registerRekam(api: Api): void {
  registerEndpoint(api, getRekam, ({ params, query }, transaksi, identity) =>
    readRekam(transaksi, identity, params.pegawaiId, query),
  )
  registerEndpoint(api, openRekamRahasia, ({ params, body }, transaksi) =>
    readRahasia(transaksi, params.pegawaiId, body.tujuan),
  )
}
