import { postUsulan } from '@meja/core/api/usulan.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { createUsulan } from './service.ts'

export function registerUsulan(api: Api): void {
  registerEndpoint(api, postUsulan, ({ body }, transaksi, identity) =>
    createUsulan(transaksi, identity, body),
  )
}
