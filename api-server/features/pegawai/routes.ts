import { findPegawai } from '@meja/core/api/pegawai.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { findPegawaiByNip } from './service.ts'

export function registerPegawai(api: Api): void {
  registerEndpoint(api, findPegawai, async ({ body }, transaksi) => ({
    pegawai: await findPegawaiByNip(transaksi, body.nip),
  }))
}
