import type { getAntrean } from '@meja/core/api/verifikasi.ts'
import type { z } from 'zod'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { buildRingkas } from '../../database/kasus.ts'
import { countAntrean, listBarisAntrean } from './queries.ts'

export async function listAntrean(
  transaksi: Transaksi,
  identity: Identity,
  query: z.output<typeof getAntrean.query>,
): Promise<z.input<typeof getAntrean.response>> {
  const baris = await listBarisAntrean(transaksi, identity, query)
  return {
    usulan: baris.map(buildRingkas),
    jumlah: await countAntrean(transaksi, identity),
    per: new Date().toISOString(),
  }
}
