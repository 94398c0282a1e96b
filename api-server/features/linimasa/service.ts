import type { z } from 'zod'
import { Peristiwa, type getLinimasa } from '@meja/core/api/linimasa.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import { isPegawaiTerlihat, listPeristiwa } from './queries.ts'

/** The story of one person's record, as far as this login may know it. */
export async function readLinimasa(
  transaksi: Transaksi,
  { peran }: Identity,
  pegawaiId: string,
  { sebelum, kunci, batas }: z.output<typeof getLinimasa.query>,
): Promise<z.input<typeof getLinimasa.response>> {
  if (!(await isPegawaiTerlihat(transaksi, pegawaiId))) throw new MejaError('tidak_ditemukan')
  const baris = await listPeristiwa(transaksi, {
    pegawaiId,
    sebelum,
    kunci,
    // One more than the page tells whether there is another.
    batas: batas + 1,
    denganAudit: peran === 'administrator',
  })
  const peristiwa = baris
    .slice(0, batas)
    .map(({ isi, ...dasar }) => Peristiwa.parse({ ...isi, ...dasar }))
  return { peristiwa, berlanjut: baris.length > batas }
}
