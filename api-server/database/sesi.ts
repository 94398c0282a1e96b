import { sql } from 'kysely'
import type { Transaksi } from './connection.ts'

/** Open sessions of an account; one that its issuer forgets after 14 days is over. */
export async function listSesi(transaksi: Transaksi, akunId: string, sesiId: string | null) {
  const baris = await transaksi
    .selectFrom('sesi')
    .select(['id', 'perangkat', 'alamatKasar', 'dibuatPada', 'terakhirPada'])
    .where('akunId', '=', akunId)
    .where('diakhiriPada', 'is', null)
    .where(sql<boolean>`terakhir_pada > now() - interval '14 days'`)
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
