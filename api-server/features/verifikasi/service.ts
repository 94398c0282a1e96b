import type { postPeriksaKiriman } from '@meja/core/api/kiriman.ts'
import type { getAntrean } from '@meja/core/api/verifikasi.ts'
import type { z } from 'zod'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { buildRingkas } from '../../database/kasus.ts'
import { readIngatanServer } from '../../database/ingatan-server.ts'
import { countAntrean, listBarisAntrean, listDikenal } from './queries.ts'

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

/** Which of these own decisions are not here, though their receipts say that they were. */
export async function checkKiriman(
  transaksi: Transaksi,
  transactionId: readonly string[],
): Promise<z.input<typeof postPeriksaKiriman.response>> {
  const dikenal = await listDikenal(transaksi, transactionId)
  return {
    ...(await readIngatanServer(transaksi)),
    takDikenal: transactionId.filter((satu) => !dikenal.has(satu)),
  }
}
