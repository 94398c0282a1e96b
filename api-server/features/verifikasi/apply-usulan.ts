import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'

type Perubahan = {
  id: string
  pegawaiId: string
  jenis: JenisRiwayat
  aksi: 'tambah' | 'koreksi'
  riwayatId: string | null
  sesudah: IsiRiwayat
}

/** The row that the new one replaces: the corrected one, or the only one where there is but one. */
async function findRiwayatLama(transaksi: Transaksi, usulan: Perubahan): Promise<string | null> {
  if (usulan.aksi === 'koreksi') return usulan.riwayatId
  if (!getDeskripsi(usulan.jenis).tunggal) return null
  const lama = await transaksi
    .selectFrom('riwayat')
    .select('id')
    .where('pegawaiId', '=', usulan.pegawaiId)
    .where('jenis', '=', usulan.jenis)
    .where('status', '=', 'valid')
    .executeTakeFirst()
  return lama?.id ?? null
}

/** Makes a verified proposal part of the record; the old row stays, marked as replaced (P1.15). */
export async function applyUsulan(
  transaksi: Transaksi,
  identity: Identity,
  usulan: Perubahan,
): Promise<void> {
  const menggantikan = await findRiwayatLama(transaksi, usulan)
  if (menggantikan !== null) {
    const { numUpdatedRows } = await transaksi
      .updateTable('riwayat')
      .set({ status: 'digantikan', digantikanPada: new Date(), versi: sql<number>`versi + 1` })
      .where('id', '=', menggantikan)
      .where('status', '=', 'valid')
      .executeTakeFirst()
    // The row was replaced by another proposal in the meantime: somebody must look again.
    if (numUpdatedRows !== 1n) throw new MejaError('keputusan_usang')
  }
  await transaksi
    .insertInto('riwayat')
    .values({
      id: randomUUID(),
      pegawaiId: usulan.pegawaiId,
      jenis: usulan.jenis,
      isi: JSON.stringify(usulan.sesudah),
      status: 'valid',
      sumber: identity.peran === 'administrator' ? 'administrator' : 'fasilitator',
      menggantikan,
      usulanId: usulan.id,
    })
    .execute()
  await transaksi
    .updateTable('pegawai')
    .set({ versi: sql<number>`versi + 1` })
    .where('id', '=', usulan.pegawaiId)
    .execute()
}
