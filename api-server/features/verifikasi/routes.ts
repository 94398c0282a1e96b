import {
  listKunciResi,
  listSerahan,
  postKeputusanSekaligus,
  postPeriksaKiriman,
  postSerahan,
  settleSerahan,
  type HasilKiriman,
} from '@meja/core/api/kiriman.ts'
import { getAntrean, getKasus, postKeputusan } from '@meja/core/api/verifikasi.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { getKasusById } from '../../database/kasus.ts'
import type { PenandaResi } from './kunci-resi.ts'
import { readSerahan, settleSatu, takeSerahan } from './serahan.ts'
import { checkKiriman, listAntrean } from './service.ts'
import { writeKeputusan } from './write-keputusan.ts'
import { writeSekaligus } from './write-sekaligus.ts'

export function registerVerifikasi(api: Api, penanda: PenandaResi): void {
  registerEndpoint(api, getAntrean, ({ query }, transaksi, identity) =>
    listAntrean(transaksi, identity, query),
  )
  registerEndpoint(api, getKasus, ({ params }, transaksi) =>
    getKasusById(transaksi, params.usulanId),
  )
  registerEndpoint(api, postKeputusan, ({ body }, transaksi, identity) =>
    writeKeputusan(transaksi, identity, penanda, body),
  )
  registerEndpoint<typeof postKeputusanSekaligus, HasilKiriman[]>(
    api,
    postKeputusanSekaligus,
    async (_konteks, _transaksi, _identity, hasil) => ({ hasil }),
    {
      // Whoever may not decide is refused before anything is tried.
      check: async () => {},
      prepare: ({ body, request }, pembawa) =>
        writeSekaligus({ database: api.database, penanda, pembawa, request }, body.keputusan),
    },
  )
  registerEndpoint(api, postPeriksaKiriman, ({ body }, transaksi) =>
    checkKiriman(transaksi, body.transactionId),
  )
  registerEndpoint(api, listKunciResi, () => Promise.resolve({ kunci: [...penanda.umum] }))
  registerEndpoint(api, postSerahan, ({ body }, transaksi, identity) =>
    takeSerahan(transaksi, identity, body),
  )
  registerEndpoint(api, listSerahan, (_, transaksi) => readSerahan(transaksi))
  registerEndpoint(api, settleSerahan, ({ params, body }, transaksi, identity) =>
    settleSatu(transaksi, identity, params.transactionId, body),
  )
}
