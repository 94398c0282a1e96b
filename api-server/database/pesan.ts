import { sql } from 'kysely'
import type { KeadaanPesan } from '@meja/core/api/pesan.ts'
import type { Database, Transaksi } from './connection.ts'

/** A message that has waited so long waits for more than its turn. */
const macetMenit = 30

/** Whether messages of this installation go out; `diatur` is what this node was started with. */
export async function readKeadaanPesan(
  database: Database | Transaksi,
  diatur: boolean,
): Promise<KeadaanPesan> {
  if (!diatur) return 'belum_diatur'
  const { rows } = await sql<{ macet: boolean | null }>`
    select pesan_tertua() < now() - make_interval(mins => ${macetMenit}) as macet`.execute(database)
  return rows[0]?.macet === true ? 'macet' : 'lancar'
}
