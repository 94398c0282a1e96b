import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'

export async function listSesi(transaksi: Transaksi, { akunId, sesiId }: Identity) {
  const baris = await transaksi
    .selectFrom('sesi')
    .select(['id', 'perangkat', 'alamatKasar', 'dibuatPada', 'terakhirPada'])
    .where('akunId', '=', akunId)
    .where('diakhiriPada', 'is', null)
    .orderBy('terakhirPada', 'desc')
    .execute()
  return baris.map((satu) => ({
    ...satu,
    dibuatPada: satu.dibuatPada.toISOString(),
    terakhirPada: satu.terakhirPada.toISOString(),
    ini: satu.id === sesiId,
  }))
}

/**
 * Ends sessions: the row refuses their access tokens from the next request on, and what the issuer
 * held for the grant is gone, so that nothing new is issued.
 */
export async function endSesi(
  transaksi: Transaksi,
  oleh: string,
  akunId: string,
  pilih: { readonly sesi?: readonly string[] },
): Promise<number> {
  let kueri = transaksi
    .updateTable('sesi')
    .set({ diakhiriPada: new Date(), diakhiriOleh: oleh })
    .where('akunId', '=', akunId)
    .where('diakhiriPada', 'is', null)
  if (pilih.sesi !== undefined) kueri = kueri.where('id', 'in', pilih.sesi)
  const baris = await kueri.returning('grantId').execute()
  if (baris.length > 0) {
    await transaksi
      .deleteFrom('oidcPayload')
      .where(
        'grantId',
        'in',
        baris.map(({ grantId }) => grantId),
      )
      .execute()
  }
  return baris.length
}

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
