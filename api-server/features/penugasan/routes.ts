import { assignPenugasan, endPenugasan, listPenugasan } from '@meja/core/api/penugasan.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { assignTugas, endTugas, listTugas } from './service.ts'

export function registerPenugasan(api: Api): void {
  registerEndpoint(api, listPenugasan, async (_, transaksi) => ({
    penugasan: await listTugas(transaksi),
  }))
  registerEndpoint(api, assignPenugasan, async ({ body }, transaksi, identity) => ({
    id: await assignTugas(transaksi, identity, body),
  }))
  registerEndpoint(api, endPenugasan, async ({ params, body }, transaksi, identity) => {
    await endTugas(transaksi, identity, params.penugasanId, body.sampai)
    return { status: 'diakhiri' as const }
  })
}
