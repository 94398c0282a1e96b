import { sql } from 'kysely'
import type { z } from 'zod'
import type { listSerahan, postSerahan, settleSerahan } from '@meja/core/api/kiriman.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'

/** Takes a refused decision into the administrators' hands; handed over twice it is there once. */
export async function takeSerahan(
  transaksi: Transaksi,
  { akunId }: Identity,
  { keputusan, kode, catatan }: z.output<typeof postSerahan.body>,
): Promise<z.input<typeof postSerahan.response>> {
  const { transactionId, usulanId } = keputusan
  const usulan = await transaksi
    .selectFrom('usulan')
    .select('id')
    .where('id', '=', usulanId)
    .executeTakeFirst()
  if (usulan === undefined) throw new MejaError('tidak_ditemukan')
  const { numInsertedOrUpdatedRows } = await transaksi
    .insertInto('serahanKiriman')
    .values({ transactionId, akunId, usulanId, isi: JSON.stringify(keputusan), kode, catatan })
    .onConflict((konflik) => konflik.doNothing())
    .executeTakeFirst()
  const serahan = await transaksi
    .selectFrom('serahanKiriman')
    .select('diserahkanPada')
    .where('transactionId', '=', transactionId)
    .where('akunId', '=', akunId)
    .executeTakeFirst()
  if (serahan === undefined) throw new MejaError('transaksi_berbeda')
  if (numInsertedOrUpdatedRows === 1n) {
    await writeAudit(transaksi, akunId, 'kiriman.diserahkan', `usulan:${usulanId}`, {
      transactionId,
      kode,
    })
  }
  return { diserahkanPada: serahan.diserahkanPada.toISOString() }
}

export async function readSerahan(
  transaksi: Transaksi,
): Promise<z.input<typeof listSerahan.response>> {
  const baris = await transaksi
    .selectFrom('serahanKiriman as s')
    .innerJoin('akun as a', 'a.id', 's.akunId')
    .select([
      's.transactionId',
      's.usulanId',
      's.isi',
      's.kode',
      's.catatan',
      's.diserahkanPada',
      'a.namaPengguna as oleh',
    ])
    .where('s.diselesaikanPada', 'is', null)
    .orderBy('s.diserahkanPada')
    .limit(500)
    .execute()
  return {
    serahan: baris.map(({ isi, diserahkanPada, ...satu }) => ({
      ...satu,
      hasil: isi.hasil,
      diputuskanPada: isi.diputuskanPada,
      diserahkanPada: diserahkanPada.toISOString(),
    })),
  }
}

export async function settleSatu(
  transaksi: Transaksi,
  { akunId }: Identity,
  transactionId: string,
  { penyelesaian }: z.output<typeof settleSerahan.body>,
): Promise<z.input<typeof settleSerahan.response>> {
  const baris = await transaksi
    .updateTable('serahanKiriman')
    .set({ diselesaikanOleh: akunId, diselesaikanPada: sql`now()`, penyelesaian })
    .where('transactionId', '=', transactionId)
    .where('diselesaikanPada', 'is', null)
    .returning(['usulanId', 'diselesaikanPada'])
    .executeTakeFirst()
  if (!baris?.diselesaikanPada) throw new MejaError('tidak_ditemukan')
  await writeAudit(transaksi, akunId, 'kiriman.diselesaikan', `usulan:${baris.usulanId}`, {
    transactionId,
    penyelesaian,
  })
  return { diselesaikanPada: baris.diselesaikanPada.toISOString() }
}
