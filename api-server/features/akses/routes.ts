import {
  approveAkses,
  findCalonAkses,
  getHakCsv,
  listHak,
  listHakSaya,
  listPermohonanAkses,
  refuseAkses,
  requestAkses,
  revokeHak,
  withdrawAkses,
} from '@meja/core/api/akses.ts'
import {
  closeTinjauan,
  getTinjauan,
  getTinjauanCsv,
  judgeHak,
  listTinjauan,
  openTinjauan,
} from '@meja/core/api/tinjauan.ts'
import { writeAudit } from '../../database/audit.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { sendCsv, writeHakCsv, writeTinjauanCsv } from './csv.ts'
import { endHak, readHak, readHakSaya } from './hak.ts'
import {
  addPermohonan,
  approvePermohonan,
  findCalon,
  readPermohonan,
  refusePermohonan,
  withdrawPermohonan,
} from './permohonan.ts'
import {
  endTinjauan,
  judgeBaris,
  readSemuaTinjauan,
  readTinjauan,
  startTinjauan,
} from './tinjauan.ts'

export function registerAkses(api: Api): void {
  registerHak(api)
  registerPermohonan(api)
  registerTinjauan(api)
}

function registerHak(api: Api): void {
  registerEndpoint(api, listHak, async (_, transaksi) => ({
    hak: await readHak(transaksi),
    per: new Date().toISOString(),
  }))
  registerEndpoint(api, getHakCsv, async (_, transaksi, { akunId }) => {
    const csv = writeHakCsv(await readHak(transaksi))
    await writeAudit(transaksi, akunId, 'hak.ekspor', 'akun', {})
    return sendCsv(csv, 'tinjauan-hak.csv')
  })
  registerEndpoint(api, listHakSaya, (_, transaksi, identity) => readHakSaya(transaksi, identity))
  registerEndpoint(api, revokeHak, async ({ params, body }, transaksi, identity) => {
    await endHak(transaksi, identity, { hakId: params.hakId, hak: body.hak }, body.alasan)
    return { status: 'dicabut' as const }
  })
}

function registerPermohonan(api: Api): void {
  registerEndpoint(api, listPermohonanAkses, async (_, transaksi, identity) => ({
    permohonan: await readPermohonan(transaksi, identity),
  }))
  registerEndpoint(api, findCalonAkses, async ({ body }, transaksi) => ({
    calon: await findCalon(transaksi, body.nip),
  }))
  registerEndpoint(api, requestAkses, async ({ body }, transaksi, identity) => ({
    id: await addPermohonan(transaksi, identity, body),
  }))
  registerEndpoint(api, approveAkses, async ({ params }, transaksi, identity) => {
    await approvePermohonan(transaksi, identity, params.permohonanAksesId)
    return { status: 'disetujui' as const }
  })
  registerEndpoint(api, refuseAkses, async ({ params, body }, transaksi, identity) => {
    await refusePermohonan(transaksi, identity, params.permohonanAksesId, body.alasan)
    return { status: 'ditolak' as const }
  })
  registerEndpoint(api, withdrawAkses, async ({ params, body }, transaksi, identity) => {
    await withdrawPermohonan(transaksi, identity, params.permohonanAksesId, body.alasan)
    return { status: 'dicabut' as const }
  })
}

function registerTinjauan(api: Api): void {
  registerEndpoint(api, listTinjauan, async (_, transaksi) => ({
    tinjauan: await readSemuaTinjauan(transaksi),
  }))
  registerEndpoint(api, openTinjauan, async ({ body }, transaksi, identity) => ({
    id: await startTinjauan(transaksi, identity, body),
  }))
  registerEndpoint(api, getTinjauan, ({ params }, transaksi, identity) =>
    readTinjauan(transaksi, identity, params.tinjauanId),
  )
  registerEndpoint(api, judgeHak, async ({ params, body }, transaksi, identity) => ({
    jumlah: await judgeBaris(transaksi, identity, params.tinjauanId, body),
  }))
  registerEndpoint(api, closeTinjauan, async ({ params }, transaksi, identity) => {
    await endTinjauan(transaksi, identity, params.tinjauanId)
    return { status: 'ditutup' as const }
  })
  registerEndpoint(api, getTinjauanCsv, async ({ params }, transaksi, identity) => {
    const { baris } = await readTinjauan(transaksi, identity, params.tinjauanId)
    const objek = `tinjauan_akses:${params.tinjauanId}`
    await writeAudit(transaksi, identity.akunId, 'tinjauan.ekspor', objek, {})
    return sendCsv(writeTinjauanCsv(baris), 'laporan-tinjauan-akses.csv')
  })
}
