import { getKomputer, postDenyut, postPerintahKunci } from '@meja/core/api/komputer.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { listKomputerTerlihat, orderKunci, takeDenyut } from './service.ts'

export function registerKomputer(api: Api): void {
  registerEndpoint(api, postDenyut, ({ body }, transaksi, identity) =>
    takeDenyut(transaksi, identity, body),
  )
  registerEndpoint(api, getKomputer, (_, transaksi) => listKomputerTerlihat(transaksi))
  registerEndpoint(api, postPerintahKunci, ({ body }, transaksi, identity) =>
    orderKunci(transaksi, identity, body),
  )
}
