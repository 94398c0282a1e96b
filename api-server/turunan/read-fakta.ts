import { sql } from 'kysely'
import type { FaktaLuar } from '@meja/core/domain/aturan-rekam.ts'
import type { Transaksi } from '../database/connection.ts'

type BarisFakta = Required<Omit<FaktaLuar, 'nikTervalidasi'>> & { pegawaiId: string }

/**
 * What the rules ask that is in no history: whether the account has an e-mail and a number (never
 * which, P30.2j), whether the unit is open, who else holds the same post, who looks after a unit.
 */
export async function readFakta(
  transaksi: Transaksi,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FaktaLuar>> {
  const { rows } = await sql<BarisFakta>`select * from fakta_pegawai(${ids}::uuid[])`.execute(
    transaksi,
  )
  return new Map(rows.map(({ pegawaiId, ...fakta }) => [pegawaiId, fakta]))
}
