import {
  giveRekomendasi,
  listRekomendasi,
  withdrawRekomendasi,
} from '@meja/core/api/rekomendasi.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { addRekomendasi, endRekomendasi, readRekomendasi } from './service.ts'

export function registerRekomendasi(api: Api): void {
  registerEndpoint(api, listRekomendasi, async (_, transaksi) => ({
    rekomendasi: await readRekomendasi(transaksi),
  }))
  registerEndpoint(api, giveRekomendasi, async ({ body }, transaksi, identity) => ({
    id: await addRekomendasi(transaksi, identity, body),
  }))
  registerEndpoint(api, withdrawRekomendasi, async ({ params }, transaksi, identity) => {
    await endRekomendasi(transaksi, identity, params.rekomendasiId)
    return { status: 'dicabut' as const }
  })
}
