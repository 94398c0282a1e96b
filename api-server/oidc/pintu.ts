import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { writeAudit } from '../database/audit.ts'
import type { Database } from '../database/connection.ts'
import { runAsPemilik } from '../database/pemilik.ts'
import type { KunciFaktor } from '../faktor/kunci-faktor.ts'
import type { PihakPasskey } from '../faktor/passkey.ts'
import type { AttemptCounter } from '../plugins/attempt-counter.ts'
import type { SendHalaman } from './halaman.ts'
import type { Langkahan } from './langkah.ts'
import type { CaraMasuk } from './prove-faktor.ts'

export type SignInSetup = {
  readonly provider: Provider
  readonly database: Database
  readonly perMinute: number
  readonly kunci: KunciFaktor
  readonly pihak: PihakPasskey | null
  readonly send: SendHalaman
}

/** What the steps of one sign-in share. */
export type Pintu = SignInSetup & {
  readonly langkahan: Langkahan
  /** Attempts at a second step, per account: six digits are few. */
  readonly percobaanKedua: AttemptCounter
  readonly finish: (
    request: FastifyRequest,
    reply: FastifyReply,
    uid: string,
    akunId: string,
    cara: CaraMasuk,
  ) => Promise<FastifyReply>
}

/** A refused attempt, under nobody's name when nobody is known. */
export function noteDitolak(
  { database }: SignInSetup,
  akunId: string | null,
  uid: string,
  aksi: string,
): Promise<void> {
  return runAsPemilik(database, akunId, (transaksi) =>
    writeAudit(transaksi, akunId, aksi, `interaksi:${uid}`, {}),
  )
}
