import { findStatusGiliran } from '@meja/core/domain/status-usulan.ts'
import { formatNama } from '@meja/core/domain/tampilan-nilai.ts'
import type { getAntrean, Kasus } from '@meja/core/api/verifikasi.ts'
import type { z } from 'zod'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { MejaError } from '../../meja-error.ts'
import {
  countAntrean,
  findBarisKasus,
  findKeputusanTerakhir,
  listBarisAntrean,
  listDokumenUsulan,
} from './queries.ts'

type Baris = {
  pegawaiId: string
  nip: string
  nama: string
  gelarDepan: string | null
  gelarBelakang: string | null
  unitKerja: string
}

function buildPegawai(baris: Baris) {
  return {
    id: baris.pegawaiId,
    nip: baris.nip,
    nama: formatNama(baris.nama, baris.gelarDepan, baris.gelarBelakang),
    unitKerja: baris.unitKerja,
  }
}

export async function listAntrean(
  transaksi: Transaksi,
  identity: Identity,
  query: z.output<typeof getAntrean.query>,
): Promise<z.input<typeof getAntrean.response>> {
  const status = findStatusGiliran(identity.peran)
  if (status === null) throw new MejaError('tidak_berwenang')
  const { jenis, setelah, batas } = query
  const baris = await listBarisAntrean(transaksi, { status, jenis, setelah, batas })
  return {
    usulan: baris.map((satu) => ({
      id: satu.id,
      versi: satu.versi,
      status: satu.status,
      jenis: satu.jenis,
      aksi: satu.aksi,
      pegawai: buildPegawai(satu),
      perangkatDaerah: satu.perangkatDaerah,
      diajukanPada: satu.diajukanPada.toISOString(),
      jumlahDokumen: Number(satu.jumlahDokumen),
    })),
    jumlah: await countAntrean(transaksi, status),
    per: new Date().toISOString(),
  }
}

/** One case as the desk shows it; what another office owns is not found. */
export async function getKasusById(
  transaksi: Transaksi,
  usulanId: string,
): Promise<z.input<typeof Kasus>> {
  const baris = await findBarisKasus(transaksi, usulanId)
  if (baris === undefined) throw new MejaError('tidak_ditemukan')
  const terakhir = await findKeputusanTerakhir(transaksi, usulanId)
  return {
    id: baris.id,
    versi: baris.versi,
    status: baris.status,
    jenis: baris.jenis,
    aksi: baris.aksi,
    diajukanPada: baris.diajukanPada.toISOString(),
    pegawai: {
      ...buildPegawai(baris),
      perangkatDaerah: baris.perangkatDaerah,
      jabatan: baris.dataUtama['jabatan'] ?? null,
      golongan: baris.dataUtama['golongan'] ?? null,
    },
    versiRiwayat: baris.versiRiwayat,
    sebelum: baris.sebelum,
    sesudah: baris.sesudah,
    dokumen: await listDokumenUsulan(transaksi, usulanId),
    keputusanTerakhir: terakhir
      ? { hasil: terakhir.hasil, oleh: terakhir.oleh, pada: terakhir.diterimaPada.toISOString() }
      : null,
  }
}
