import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { endSesi } from '../../database/sesi.ts'
import { MejaError } from '../../meja-error.ts'

export async function endSesiSendiri(
  transaksi: Transaksi,
  { akunId }: Identity,
  sesi: readonly string[],
): Promise<number> {
  const jumlah = await endSesi(transaksi, akunId, akunId, { sesi })
  if (jumlah === 0) throw new MejaError('tidak_ditemukan')
  await writeAudit(transaksi, akunId, 'sesi.akhiri', `akun:${akunId}`, { jumlah })
  return jumlah
}

export async function endSesiOrangLain(
  transaksi: Transaksi,
  identity: Identity,
  akunId: string,
  alasan: string,
): Promise<number> {
  const akun = await transaksi
    .selectFrom('akun')
    .select('id')
    .where('id', '=', akunId)
    .executeTakeFirst()
  if (akun === undefined) throw new MejaError('tidak_ditemukan')
  const jumlah = await endSesi(transaksi, identity.akunId, akunId, {})
  await writeAudit(transaksi, identity.akunId, 'sesi.akhiri', `akun:${akunId}`, { jumlah, alasan })
  return jumlah
}
