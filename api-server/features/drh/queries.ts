import type { JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { Transaksi } from '../../database/connection.ts'

/** What is part of the record now, as a life goes: the oldest fact first. */
export function listBarisSah(
  transaksi: Transaksi,
  pegawaiId: string,
  jenis: readonly JenisRiwayat[],
) {
  return transaksi
    .selectFrom('riwayat')
    .select(['jenis', 'isi'])
    .where('pegawaiId', '=', pegawaiId)
    .where('status', '=', 'valid')
    .where('jenis', 'in', jenis)
    .orderBy('berlakuDari', (urutan) => urutan.asc().nullsFirst())
    .orderBy('dibuatPada')
    .orderBy('id')
    .execute()
}

export async function listNamaUnit(
  transaksi: Transaksi,
  kode: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (kode.length === 0) return new Map()
  const baris = await transaksi
    .selectFrom('unitKerja')
    .select(['kode', 'nama'])
    .where('kode', 'in', kode)
    .execute()
  return new Map(baris.map((satu) => [satu.kode, satu.nama]))
}
