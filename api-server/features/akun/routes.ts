import {
  getHakCsv,
  listAkunPegawai,
  listHak,
  setAktifAkun,
  setPeranAkun,
} from '@meja/core/api/akun.ts'
import { writeAudit } from '../../database/audit.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { changePeran, readAkun, readHak, switchAkun, writeHakCsv } from './service.ts'

export function registerAkun(api: Api): void {
  registerEndpoint(api, listAkunPegawai, async ({ params }, transaksi, identity) => ({
    akun: await readAkun(transaksi, params.pegawaiId, identity.sesiId),
  }))
  registerEndpoint(api, setAktifAkun, async ({ params, body }, transaksi, identity) => {
    await switchAkun(transaksi, identity, params.akunId, body)
    return { aktif: body.aktif }
  })
  registerEndpoint(api, setPeranAkun, async ({ params, body }, transaksi, identity) => {
    await changePeran(transaksi, identity, params.akunId, body)
    return { peran: body.peran }
  })
  registerEndpoint(api, listHak, async (_, transaksi) => ({
    hak: await readHak(transaksi),
    per: new Date().toISOString(),
  }))
  registerEndpoint(api, getHakCsv, async (_, transaksi, { akunId }) => {
    const csv = await writeHakCsv(transaksi)
    await writeAudit(transaksi, akunId, 'hak.ekspor', 'akun', {})
    return (reply) =>
      reply
        .header('content-disposition', 'attachment; filename="tinjauan-hak.csv"')
        .header('cache-control', 'private, no-store')
        .type('text/csv; charset=utf-8')
        .send(csv)
  })
}
