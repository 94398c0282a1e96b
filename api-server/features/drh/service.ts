import { randomUUID } from 'node:crypto'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import { isDisamarkan, maskIsi } from '@meja/core/domain/samaran.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { getDasarPenyajian } from '../../database/rekomendasi.ts'
import { findPegawaiById } from '../../database/pegawai-ringkas.ts'
import { MejaError } from '../../meja-error.ts'
import { buildDrh, jenisDrh, type BarisSah } from './build-drh.ts'
import type { Drh } from './draw-drh.ts'
import { listBarisSah, listNamaUnit } from './queries.ts'

const sebutan = {
  user_personal: 'pegawai',
  fasilitator: 'fasilitator',
  administrator: 'administrator',
} as const satisfies Record<Identity['peran'], string>

function listKodeUnit(baris: readonly BarisSah[]): string[] {
  const kode = baris.flatMap(({ jenis, isi }) =>
    getDeskripsi(jenis)
      .isian.filter(({ tipe }) => tipe === 'unit')
      .flatMap(({ kunci }) => isi[kunci] ?? []),
  )
  return [...new Set(kode)]
}

/**
 * One person's record as it is now, masked as on screen, ready to be printed. The audit entry with the
 * print's number and the version of the record is there before anything leaves: what a paper said can
 * be read again from the record of that instant.
 */
export async function prepareDrh(
  transaksi: Transaksi,
  identity: Identity,
  pegawaiId: string,
  rekomendasiId: string | undefined,
): Promise<Drh> {
  const pegawai = await findPegawaiById(transaksi, pegawaiId)
  if (pegawai === undefined) throw new MejaError('tidak_ditemukan')
  const dasar = await getDasarPenyajian(transaksi, identity, pegawaiId, 'drh', rekomendasiId)
  const { dataUtama, versi, ...diri } = pegawai
  const disamarkan = isDisamarkan(identity, pegawaiId)
  const sah = await listBarisSah(transaksi, pegawaiId, jenisDrh)
  const baris = disamarkan
    ? sah.map(({ jenis, isi }) => ({ jenis, isi: maskIsi(jenis, isi) }))
    : sah
  const namaUnit = await listNamaUnit(transaksi, listKodeUnit(baris))
  const nomorCetak = randomUUID()
  await writeAudit(transaksi, identity.akunId, 'drh.cetak', `pegawai:${pegawaiId}`, {
    nomorCetak,
    versi,
    disamarkan,
    rekomendasi: dasar?.nomor ?? null,
  })
  return {
    pegawai: {
      ...diri,
      jabatan: dataUtama['jabatan'] ?? null,
      golongan: dataUtama['golongan'] ?? null,
    },
    bagian: buildDrh(baris, namaUnit),
    disamarkan,
    waktu: new Date(),
    oleh: `${identity.nama} (${sebutan[identity.peran]})`,
    nomorCetak,
    dasar,
  }
}
