import { listAkunPegawai, setAktifAkun } from '@meja/core/api/akun.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { readAkun, switchAkun } from './service.ts'

export function registerAkun(api: Api): void {
  registerEndpoint(api, listAkunPegawai, async ({ params }, transaksi, identity) => ({
    akun: await readAkun(transaksi, params.pegawaiId, identity.sesiId),
  }))
  registerEndpoint(api, setAktifAkun, async ({ params, body }, transaksi, identity) => {
    await switchAkun(transaksi, identity, params.akunId, body)
    return { aktif: body.aktif }
  })
}
