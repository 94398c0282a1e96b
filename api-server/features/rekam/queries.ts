import { sql } from 'kysely'
import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { Transaksi } from '../../database/connection.ts'
import { kolomDokumen } from '../../database/dokumen.ts'

type Saringan = {
  pegawaiId: string
  /** What was known at this instant. */
  per: string
  /** With rows that had been replaced or withdrawn by then. */
  semua: boolean
  jenis: readonly JenisRiwayat[]
}

/** Rows by kind, the newest fact first; those of the present come from the index of valid rows. */
export function listBaris(transaksi: Transaksi, { pegawaiId, per, semua, jenis }: Saringan) {
  const berakhir = sql<Date | null>`coalesce(digantikan_pada, dicabut_pada)`
  return transaksi
    .selectFrom('riwayat')
    .select([
      'id',
      'jenis',
      'isi',
      'status',
      'sumber',
      'versi',
      sql<string | null>`to_char(berlaku_dari, 'YYYY-MM-DD')`.as('berlakuDari'),
      sql<string | null>`to_char(berlaku_sampai, 'YYYY-MM-DD')`.as('berlakuSampai'),
      'dibuatPada',
      'digantikanPada',
      'dicabutPada',
      'alasan',
      'menggantikan',
      'usulanId',
    ])
    .where('pegawaiId', '=', pegawaiId)
    .where('jenis', 'in', jenis)
    .where('dibuatPada', '<=', new Date(per))
    .$if(!semua, (kueri) =>
      kueri.where((eb) => eb.or([eb(berakhir, 'is', null), eb(berakhir, '>', new Date(per))])),
    )
    .orderBy('jenis')
    .orderBy('berlakuDari', (urutan) => urutan.desc().nullsLast())
    .orderBy('dibuatPada', 'desc')
    .orderBy('id')
    .execute()
}

/** The decision that made each of these proposals part of the record. */
export function listVerifikasi(transaksi: Transaksi, usulanIds: string[]) {
  if (usulanIds.length === 0) return Promise.resolve([])
  return transaksi
    .selectFrom('keputusanVerifikasi as k')
    .innerJoin('akun as a', 'a.id', 'k.akunId')
    .distinctOn('k.usulanId')
    .select(['k.usulanId', 'k.diterimaPada', 'k.asliMetode', 'a.namaPengguna as oleh'])
    .where('k.usulanId', 'in', usulanIds)
    .orderBy('k.usulanId')
    .orderBy('k.versiUsulan', 'desc')
    .execute()
}

export function listBukti(transaksi: Transaksi, usulanIds: string[]) {
  if (usulanIds.length === 0) return Promise.resolve([])
  return transaksi
    .selectFrom('usulanDokumen as ud')
    .innerJoin('dokumen as d', 'd.id', 'ud.dokumenId')
    .select(['ud.usulanId', ...kolomDokumen])
    .where('ud.usulanId', 'in', usulanIds)
    .orderBy('ud.usulanId')
    .orderBy('ud.urutan')
    .execute()
}
