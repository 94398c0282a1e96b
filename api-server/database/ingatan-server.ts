import { sql } from 'kysely'
import type { z } from 'zod'
import type { IngatanServer } from '@meja/core/api/kiriman.ts'
import type { Transaksi } from './connection.ts'

type Baris = { zaman: string; puncak: string }

/** From which a workstation sees that this server was restored to before its receipts (P29.2c). */
export async function readIngatanServer(
  transaksi: Transaksi,
): Promise<z.output<typeof IngatanServer>> {
  const { rows } = await sql<Baris>`
    select id as zaman, puncak_audit() as puncak from zaman_server
    order by urutan desc limit 1`.execute(transaksi)
  const [baris] = rows
  if (baris === undefined) throw new Error('zaman_server kosong')
  return { zaman: baris.zaman, puncak: Number(baris.puncak) }
}
