import { getKelengkapan, getKualitas, listKualitasPegawai } from '@meja/core/api/kualitas.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { readKelengkapan, readKualitas, readKualitasUnit } from './service.ts'

export function registerKualitas(api: Api): void {
  registerEndpoint(api, getKelengkapan, ({ params }, transaksi, identity) =>
    readKelengkapan(transaksi, identity, params.pegawaiId),
  )
  registerEndpoint(api, getKualitas, ({ query }, transaksi, identity) =>
    readKualitas(transaksi, identity, query),
  )
  registerEndpoint(api, listKualitasPegawai, ({ params, query }, transaksi, identity) =>
    readKualitasUnit(transaksi, identity, params.unitKerja, query),
  )
}
