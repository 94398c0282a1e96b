import { getUsulan, listUsulanPegawai, postUsulan, withdrawUsulan } from '@meja/core/api/usulan.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { getUsulanById, listUsulan } from './read-usulan.ts'
import { createUsulan } from './service.ts'
import { withdraw } from './withdraw-usulan.ts'

export function registerUsulan(api: Api): void {
  registerEndpoint(api, postUsulan, ({ body }, transaksi, identity) =>
    createUsulan(transaksi, identity, body),
  )
  registerEndpoint(api, getUsulan, ({ params }, transaksi) =>
    getUsulanById(transaksi, params.usulanId),
  )
  registerEndpoint(api, listUsulanPegawai, ({ params }, transaksi) =>
    listUsulan(transaksi, params.pegawaiId),
  )
  registerEndpoint(api, withdrawUsulan, ({ params, body }, transaksi, identity) =>
    withdraw(transaksi, identity, params.usulanId, body.versi),
  )
}
