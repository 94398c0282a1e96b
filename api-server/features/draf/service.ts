import type { z } from 'zod'
import { batasDraf, type listDraf, type postDraf } from '@meja/core/api/draf.ts'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  countDrafLain,
  deleteDrafById,
  isPegawaiTerlihat,
  listBarisDraf,
  listDokumenDraf,
  upsertDraf,
} from './queries.ts'

export async function readDraf(transaksi: Transaksi): Promise<z.input<typeof listDraf.response>> {
  const baris = await listBarisDraf(transaksi)
  const ids = [...new Set(baris.flatMap(({ isi }) => isi.dokumenIds))]
  const dokumen = new Map((await listDokumenDraf(transaksi, ids)).map((satu) => [satu.id, satu]))
  return {
    draf: baris.map(({ isi: { dokumenIds, ...isi }, diubahPada, ...satu }) => ({
      ...satu,
      ...isi,
      // A document that was lost to this reader since is simply no longer attached.
      dokumen: dokumenIds.flatMap((id) => dokumen.get(id) ?? []),
      diubahPada: diubahPada.toISOString(),
    })),
  }
}

/** The draft is the writer's note and no proposal: nothing of it is checked but whose it is. */
export async function saveDraf(
  transaksi: Transaksi,
  identity: Identity,
  { id, pegawaiId, ...isi }: z.output<typeof postDraf.body>,
): Promise<z.input<typeof postDraf.response>> {
  // Reading it again would leave no trace (P10.2c).
  if (getDeskripsi(isi.jenis).rahasia) throw new MejaError('tidak_berwenang')
  if (!(await isPegawaiTerlihat(transaksi, pegawaiId))) throw new MejaError('tidak_ditemukan')
  if ((await countDrafLain(transaksi, id)) >= batasDraf) throw new MejaError('draf_terlalu_banyak')
  const pada = new Date()
  const tersimpan = await upsertDraf(
    transaksi,
    { id, akunId: identity.akunId, pegawaiId, isi },
    pada,
  )
  if (tersimpan === 0n) throw new MejaError('tidak_ditemukan')
  return { id, diubahPada: pada.toISOString() }
}

export async function removeDraf(transaksi: Transaksi, id: string): Promise<{ id: string }> {
  await deleteDrafById(transaksi, id)
  return { id }
}
