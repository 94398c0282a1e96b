import {
  changeKontak,
  changeSandi,
  getKeamanan,
  getTantangan,
  removePasskey,
  removeTotp,
  renewCadangan,
  requestKodeSurel,
  savePasskey,
  saveTotp,
  startPasskey,
  startTotp,
  verifySurel,
} from '@meja/core/api/keamanan.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { proveOwner, type KeamananParts } from './bukti.ts'
import { checkKodeSurel, sendKodeSurel } from './surel.ts'
import {
  beginBukti,
  beginPasskey,
  beginTotp,
  dropFaktor,
  finishPasskey,
  finishTotp,
  readKeamanan,
  replaceCadangan,
  replaceKontak,
  replaceSandi,
} from './service.ts'

/** The library's options go to the browser as they are. */
const toPilihan = (isi: object): Record<string, unknown> => ({ ...isi })

/** How the own account is opened, and where its owner is reached: for the owner alone (P30.2j). */
export function registerKeamanan(api: Api, parts: KeamananParts): void {
  registerEndpoint(api, getKeamanan, (_, transaksi, identity) =>
    readKeamanan(transaksi, parts, identity),
  )
  registerEndpoint(api, getTantangan, async (_, transaksi, identity) => ({
    pilihan: toPilihan(await beginBukti(transaksi, parts, identity)),
  }))
  registerEndpoint(api, changeSandi, async ({ body }, transaksi, identity) => ({
    sesiBerakhir: await replaceSandi(transaksi, parts, identity, body),
  }))
  registerEndpoint(api, changeKontak, async ({ body }, transaksi, identity) => {
    await replaceKontak(transaksi, parts, identity, body)
    return { surel: body.surel, nomorHp: body.nomorHp }
  })
  registerEndpoint(api, requestKodeSurel, async (_, transaksi, identity) => {
    await sendKodeSurel(transaksi, parts, identity)
    return { dikirim: true as const }
  })
  registerEndpoint(api, verifySurel, async ({ body }, transaksi, identity) => ({
    hasil: await checkKodeSurel(transaksi, parts, identity, body.kode),
  }))
  registerEndpoint(api, startTotp, async ({ body }, transaksi, identity) => {
    await proveOwner(transaksi, parts, identity, body.bukti)
    return beginTotp(transaksi, parts, identity)
  })
  registerEndpoint(api, saveTotp, async ({ body }, transaksi, identity) => ({
    kodeCadangan: await finishTotp(transaksi, parts, identity, body.kode),
  }))
  registerEndpoint(api, removeTotp, async ({ body }, transaksi, identity) => {
    await proveOwner(transaksi, parts, identity, body.bukti)
    await dropFaktor(transaksi, identity, { cara: 'totp' })
    return { dihapus: true as const }
  })
  registerEndpoint(api, startPasskey, async ({ body }, transaksi, identity) => {
    await proveOwner(transaksi, parts, identity, body.bukti)
    return { pilihan: toPilihan(await beginPasskey(transaksi, parts, identity)) }
  })
  registerEndpoint(api, savePasskey, async ({ body }, transaksi, identity) => ({
    kodeCadangan: await finishPasskey(transaksi, parts, identity, body),
  }))
  registerEndpoint(api, removePasskey, async ({ params, body }, transaksi, identity) => {
    await proveOwner(transaksi, parts, identity, body.bukti)
    await dropFaktor(transaksi, identity, { cara: 'passkey', id: params.passkeyId })
    return { dihapus: true as const }
  })
  registerEndpoint(api, renewCadangan, async ({ body }, transaksi, identity) => {
    await proveOwner(transaksi, parts, identity, body.bukti)
    return { kodeCadangan: await replaceCadangan(transaksi, parts, identity) }
  })
}
