import {
  closeUnit,
  findPegawai,
  getOrganisasi,
  reopenUnit,
  searchPegawai,
} from '@meja/core/api/pegawai.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { closeUnitOn, reopenUnitNow } from './penutupan.ts'
import { readOrganisasi, searchBerhalaman } from './search.ts'
import { findPegawaiByNip } from './service.ts'

export function registerPegawai(api: Api): void {
  registerEndpoint(api, findPegawai, async ({ body }, transaksi) => ({
    pegawai: await findPegawaiByNip(transaksi, body.nip),
  }))
  registerEndpoint(api, searchPegawai, ({ body }, transaksi) => searchBerhalaman(transaksi, body))
  registerEndpoint(api, getOrganisasi, (_, transaksi) => readOrganisasi(transaksi))
  registerEndpoint(api, closeUnit, async ({ params, body }, transaksi, identity) => {
    await closeUnitOn(transaksi, identity, params.unitKerja, body)
    return { ditutupPada: body.mulai }
  })
  registerEndpoint(api, reopenUnit, async ({ params, body }, transaksi, identity) => {
    await reopenUnitNow(transaksi, identity, params.unitKerja, body.alasan)
    return { dibuka: true as const }
  })
}
