import type { FastifyRequest } from 'fastify'
import type { HasilKiriman } from '@meja/core/api/kiriman.ts'
import { postKeputusanSekaligus } from '@meja/core/api/kiriman.ts'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import type { Database } from '../../database/connection.ts'
import { runAs, type Pembawa } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { getKode, logGagal } from '../../plugins/errors.ts'
import type { PenandaResi } from './kunci-resi.ts'
import { writeKeputusan } from './write-keputusan.ts'

type Pelaku = {
  readonly database: Database
  readonly penanda: PenandaResi
  readonly pembawa: Pembawa
  readonly request: FastifyRequest
}

async function writeSatu(pelaku: Pelaku, keputusan: Keputusan): Promise<HasilKiriman> {
  const { transactionId } = keputusan
  const akses = { roles: postKeputusanSekaligus.roles, tanpaPakta: false }
  try {
    const resi = await runAs(pelaku.database, pelaku.pembawa, akses, (transaksi, identity) =>
      writeKeputusan(transaksi, identity, pelaku.penanda, keputusan),
    )
    return { keadaan: 'diterima', transactionId, resi }
  } catch (error) {
    logGagal(error, pelaku.request)
    const rincian = error instanceof MejaError ? (error.rincian ?? {}) : {}
    return { keadaan: 'ditolak', transactionId, kode: getKode(error), rincian }
  }
}

/** One after the other, each its own transaction: what is refused holds up none behind it (P33). */
export async function writeSekaligus(
  pelaku: Pelaku,
  semua: readonly Keputusan[],
): Promise<HasilKiriman[]> {
  const hasil: HasilKiriman[] = []
  for (const keputusan of semua) {
    const sebelum = hasil.at(-1)
    // Without its database every further one would only wait for it in vain.
    const putus = sebelum?.keadaan === 'ditolak' && sebelum.kode === 'basis_data_tak_terjangkau'
    hasil.push(
      putus
        ? { ...sebelum, transactionId: keputusan.transactionId }
        : await writeSatu(pelaku, keputusan),
    )
  }
  return hasil
}
