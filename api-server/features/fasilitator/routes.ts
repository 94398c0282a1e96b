import {
  appointFasilitator,
  changeUnitFasilitator,
  endFasilitator,
  findCalonFasilitator,
  listFasilitator,
  listKantorDikepalai,
  listUnitTanpaFasilitator,
  listUsulanFasilitator,
  proposeFasilitator,
  rejectUsulanFasilitator,
  withdrawUsulanFasilitator,
} from '@meja/core/api/fasilitator.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import {
  findCalon,
  readKantorDikepalai,
  readPenugasan,
  readUnitKosong,
  readUsulan,
  withdrawUsulan,
} from './kantor.ts'
import { appointCalon, changeUnit, endTugas, proposeCalon, rejectCalon } from './service.ts'

export function registerFasilitator(api: Api): void {
  registerEndpoint(api, proposeFasilitator, async ({ body }, transaksi, identity) => ({
    id: await proposeCalon(transaksi, identity, body),
  }))
  registerEndpoint(api, listUsulanFasilitator, async (_, transaksi) => ({
    usulan: await readUsulan(transaksi),
  }))
  registerEndpoint(api, appointFasilitator, async ({ params, body }, transaksi, identity) => ({
    penugasanId: await appointCalon(transaksi, identity, params.usulanPenunjukanId, body),
  }))
  registerEndpoint(api, rejectUsulanFasilitator, async ({ params, body }, transaksi, identity) => {
    await rejectCalon(transaksi, identity, params.usulanPenunjukanId, body.alasan)
    return { status: 'ditolak' as const }
  })
  registerEndpoint(api, listFasilitator, async (_, transaksi) => ({
    fasilitator: await readPenugasan(transaksi),
  }))
  registerEndpoint(api, endFasilitator, async ({ params, body }, transaksi, identity) => {
    await endTugas(transaksi, identity, params.penugasanId, body)
    return { status: 'diakhiri' as const }
  })
  registerEndpoint(api, changeUnitFasilitator, async ({ params, body }, transaksi, identity) => ({
    penugasanId: await changeUnit(transaksi, identity, params.penugasanId, body),
  }))
  registerEndpoint(api, listUnitTanpaFasilitator, async (_, transaksi) => ({
    unit: await readUnitKosong(transaksi),
  }))
  registerEndpoint(api, listKantorDikepalai, async (_, transaksi) => ({
    kantor: await readKantorDikepalai(transaksi),
  }))
  registerEndpoint(api, findCalonFasilitator, async ({ body }, transaksi) => ({
    calon: await findCalon(transaksi, body.nip),
  }))
  registerEndpoint(
    api,
    withdrawUsulanFasilitator,
    async ({ params, body }, transaksi, identity) => {
      await withdrawUsulan(transaksi, identity, params.usulanPenunjukanId, body.alasan)
      return { status: 'dicabut' as const }
    },
  )
}
