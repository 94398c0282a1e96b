import { findPegawai, getOrganisasi, searchPegawai } from '@meja/core/api/pegawai.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { readOrganisasi, searchBerhalaman } from './search.ts'
import { findPegawaiByNip } from './service.ts'

export function registerPegawai(api: Api): void {
  registerEndpoint(api, findPegawai, async ({ body }, transaksi) => ({
    pegawai: await findPegawaiByNip(transaksi, body.nip),
  }))
  registerEndpoint(api, searchPegawai, ({ body }, transaksi) => searchBerhalaman(transaksi, body))
  registerEndpoint(api, getOrganisasi, (_, transaksi) => readOrganisasi(transaksi))
}
