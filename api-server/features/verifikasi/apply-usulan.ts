import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { AksiUsulan, SumberUsulan } from '@meja/core/domain/status-usulan.ts'
import type { Transaksi } from '../../database/connection.ts'
import { MejaError } from '../../meja-error.ts'
import { writeTurunan, type Turunan } from '../../turunan/write-turunan.ts'

type Perubahan = {
  id: string
  pegawaiId: string
  jenis: JenisRiwayat
  aksi: AksiUsulan
  riwayatId: string | null
  sesudah: IsiRiwayat
  alasan: string | null
  sumber: SumberUsulan
}

/** The row that gives way: the changed one, or the only one where there is but one. */
async function findRiwayatLama(transaksi: Transaksi, usulan: Perubahan): Promise<string | null> {
  if (usulan.aksi !== 'tambah') return usulan.riwayatId
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

/** Takes a row out of the present record; its values stay as they were (P1.15). */
async function endRiwayat(transaksi: Transaksi, id: string, usulan: Perubahan): Promise<void> {
  const kini = sql<Date>`now()`
  const { numUpdatedRows } = await transaksi
    .updateTable('riwayat')
    .set({
      versi: sql<number>`versi + 1`,
      alasan: usulan.alasan,
      ...(usulan.aksi === 'cabut'
        ? { status: 'dicabut' as const, dicabutPada: kini }
        : { status: 'digantikan' as const, digantikanPada: kini }),
    })
    .where('id', '=', id)
    .where('status', '=', 'valid')
    .executeTakeFirst()
  // The row gave way to another proposal in the meantime: somebody must look again.
  if (numUpdatedRows !== 1n) throw new MejaError('keputusan_usang')
}

/**
 * Makes a verified proposal part of the record. What it takes the place of stays, marked, and both
 * carry the same instant: the record as of any moment has each fact once. What follows from the record
 * follows in the same transaction, also where the change takes effect in the past.
 */
export async function applyUsulan(
  transaksi: Transaksi,
  usulan: Perubahan,
): Promise<Turunan | null> {
  const menggantikan = await findRiwayatLama(transaksi, usulan)
  if (menggantikan !== null) await endRiwayat(transaksi, menggantikan, usulan)
  if (usulan.aksi !== 'cabut') {
    await transaksi
      .insertInto('riwayat')
      .values({
        id: randomUUID(),
        pegawaiId: usulan.pegawaiId,
        jenis: usulan.jenis,
        isi: JSON.stringify(usulan.sesudah),
        status: 'valid',
        sumber: usulan.sumber,
        alasan: usulan.alasan,
        menggantikan,
        usulanId: usulan.id,
      })
      .execute()
  }
  const turunan = await writeTurunan(transaksi, [usulan.pegawaiId])
  return turunan.get(usulan.pegawaiId) ?? null
}
