import { getPakta, signPakta } from '@meja/core/api/pakta.ts'
import { readPakta, signNaskah } from '../../database/pakta.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'

export function registerPakta(api: Api): void {
  registerEndpoint(api, getPakta, (_, transaksi, identity) => readPakta(transaksi, identity))
  registerEndpoint(api, signPakta, async ({ body }, transaksi, identity) => {
    await signNaskah(transaksi, identity, body)
    return { ditandatangani: true as const }
  })
}
