import type { FastifyReply } from 'fastify'
import {
  invitePegawai,
  listPemulihan,
  listUndangan,
  printSurat,
  printSuratUnit,
  revokeUndangan,
  startPemulihan,
  witnessPemulihan,
} from '@meja/core/api/undangan.ts'
import type { KunciFaktor } from '../../faktor/kunci-faktor.ts'
import { registerEndpoint, type Api } from '../../plugins/endpoint.ts'
import { beginPemulihan, invite, readPemulihan, readUndangan, revoke, witness } from './service.ts'
import { drawSurat, prepareSurat, prepareSuratUnit, type Surat } from './surat.ts'

export type UndanganParts = {
  readonly kunci: KunciFaktor
  /** Where letters send people. */
  readonly publicUrl: string
}

/** Accounts that a person opens alone: letters with one-time codes, and recovery by two (P30.2j). */
export function registerUndangan(api: Api, { kunci, publicUrl }: UndanganParts): void {
  // Drawn once the transaction is over: it holds no connection of the database.
  const send = (surat: readonly Surat[]) => async (reply: FastifyReply) =>
    reply
      .header('content-disposition', 'attachment; filename="surat-kode-akun.pdf"')
      .header('cache-control', 'private, no-store')
      .type('application/pdf')
      .send(await drawSurat(surat, publicUrl))

  registerEndpoint(api, listUndangan, async ({ query }, transaksi) => ({
    undangan: await readUndangan(transaksi, query.unit),
  }))
  registerEndpoint(api, invitePegawai, ({ body }, transaksi, identity) =>
    invite(transaksi, kunci, identity, body.pegawai),
  )
  registerEndpoint(api, revokeUndangan, async ({ params, body }, transaksi, identity) => {
    await revoke(transaksi, identity, params.kodeAkunId, body.alasan)
    return { dicabut: true as const }
  })
  registerEndpoint(api, printSuratUnit, async ({ query }, transaksi, identity) =>
    send(await prepareSuratUnit(transaksi, kunci, identity, query.unit)),
  )
  registerEndpoint(api, printSurat, async ({ params }, transaksi, identity) =>
    send([await prepareSurat(transaksi, kunci, identity, params.kodeAkunId)]),
  )
  registerEndpoint(api, listPemulihan, async (_, transaksi, identity) => ({
    pemulihan: await readPemulihan(transaksi, identity),
  }))
  registerEndpoint(api, startPemulihan, ({ body }, transaksi, identity) =>
    beginPemulihan(transaksi, kunci, identity, body),
  )
  registerEndpoint(api, witnessPemulihan, ({ params }, transaksi, identity) =>
    witness(transaksi, kunci, identity, params.kodeAkunId),
  )
}
