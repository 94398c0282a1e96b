import { getSesiSaya } from '@meja/core/api/sesi.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'

export function registerSesi(api: Api): void {
  registerEndpoint(api, getSesiSaya, (_, __, identity) => Promise.resolve(identity))
}
