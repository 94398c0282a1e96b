import { sql } from 'kysely'
import { formatNomorRekomendasi } from '@meja/core/domain/rekomendasi.ts'
import { MejaError } from '../meja-error.ts'
import type { Transaksi } from './connection.ts'
import type { Identity } from './identity.ts'
import type { Tables } from './tables.ts'

export type DasarPenyajian = { readonly nomor: string; readonly penerima: string }

/**
 * On what a presentation of this employee's data rests today (P18): the own data need nothing, anybody
 * else's a recommendation in force for this kind and this office.
 */
export async function getDasarPenyajian(
  transaksi: Transaksi,
  { pegawaiId: saya }: Identity,
  pegawaiId: string,
  penyajian: Tables['rekomendasi']['penyajian'],
  rekomendasiId: string | undefined,
): Promise<DasarPenyajian | null> {
  if (saya === pegawaiId) return null
  if (rekomendasiId === undefined) throw new MejaError('rekomendasi_diperlukan')
  const ada = await transaksi
    .selectFrom('rekomendasi as r')
    .innerJoin('pegawai as p', (gabung) =>
      gabung.on(
        sql<boolean>`coalesce(r.perangkat_daerah, p.perangkat_daerah) = p.perangkat_daerah`,
      ),
    )
    .select(['r.urutan', 'r.penerima'])
    .where('r.id', '=', rekomendasiId)
    .where('p.id', '=', pegawaiId)
    .where('r.penyajian', '=', penyajian)
    .where('r.dicabutPada', 'is', null)
    .where(sql<boolean>`r.berlaku @> hari_ini()`)
    .executeTakeFirst()
  if (ada === undefined) throw new MejaError('rekomendasi_tidak_berlaku')
  return { nomor: formatNomorRekomendasi(ada.urutan), penerima: ada.penerima }
}
