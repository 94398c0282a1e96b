import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'
import type { z } from 'zod'
import { MejaError } from '../meja-error.ts'
import { findTemuan } from '../turunan/check-aturan.ts'
import type { Transaksi } from './connection.ts'
import { buildDokumen, kolomDokumen } from './dokumen.ts'
import { buildPegawaiRingkas } from './pegawai-ringkas.ts'
import { openRahasia } from './rahasia.ts'

/** Proposals with the employee they are about: what lists and cases begin with. */
export function selectUsulan(transaksi: Transaksi) {
  return transaksi
    .selectFrom('usulan as u')
    .innerJoin('pegawai as p', 'p.id', 'u.pegawaiId')
    .innerJoin('unitKerja as k', 'k.kode', 'p.unitKerja')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'u.perangkatDaerah')
    .select([
      'u.id',
      'u.versi',
      'u.status',
      'u.jenis',
      'u.aksi',
      'u.diajukanPada',
      'p.id as pegawaiId',
      'p.nip',
      'p.nama',
      'p.gelarDepan',
      'p.gelarBelakang',
      'k.nama as unitKerja',
      'd.nama as perangkatDaerah',
    ])
    .select((eb) =>
      eb
        .selectFrom('usulanDokumen as ud')
        .whereRef('ud.usulanId', '=', 'u.id')
        .select((hitung) => hitung.fn.countAll<string>().as('n'))
        .as('jumlahDokumen'),
    )
}

function findBarisKasus(transaksi: Transaksi, usulanId: string) {
  return selectUsulan(transaksi)
    .leftJoin('riwayat as r', (join) => join.onRef('r.id', '=', 'u.riwayatId'))
    .select([
      'u.perangkatDaerah as kodePerangkatDaerah',
      'u.riwayatId',
      'u.diajukanOleh',
      'u.alasan',
      'u.sumber',
      'u.sebelum',
      'u.sesudah',
      'u.temuan',
      'p.dataUtama',
      'r.versi as versiRiwayat',
    ])
    .where('u.id', '=', usulanId)
    .executeTakeFirst()
}

export type BarisKasus = NonNullable<Awaited<ReturnType<typeof findBarisKasus>>>

/** The case, with the row it changes also where that is confidential (P10.2c). */
export async function findKasusTerbuka(transaksi: Transaksi, usulanId: string) {
  const kasus = await findBarisKasus(transaksi, usulanId)
  if (kasus === undefined || !getDeskripsi(kasus.jenis).rahasia) return kasus
  await openRahasia(transaksi, kasus.pegawaiId, `usulan ${usulanId}`)
  return findBarisKasus(transaksi, usulanId)
}

export async function listDokumenUsulan(transaksi: Transaksi, usulanId: string) {
  const baris = await transaksi
    .selectFrom('usulanDokumen as ud')
    .innerJoin('dokumen as d', 'd.id', 'ud.dokumenId')
    .select(kolomDokumen)
    .where('ud.usulanId', '=', usulanId)
    .orderBy('ud.urutan')
    .execute()
  return baris.map(buildDokumen)
}

export function findKeputusanTerakhir(transaksi: Transaksi, usulanId: string) {
  return transaksi
    .selectFrom('keputusanVerifikasi as k')
    .innerJoin('akun as a', 'a.id', 'k.akunId')
    .select(['k.hasil', 'a.namaPengguna as oleh', 'k.diterimaPada'])
    .where('k.usulanId', '=', usulanId)
    .orderBy('k.versiUsulan', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type BarisRingkas = Awaited<ReturnType<ReturnType<typeof selectUsulan>['execute']>>[number]

/** One line of a list of proposals. */
export function buildRingkas(baris: BarisRingkas) {
  return {
    id: baris.id,
    versi: baris.versi,
    status: baris.status,
    jenis: baris.jenis,
    aksi: baris.aksi,
    pegawai: buildPegawaiRingkas({ ...baris, id: baris.pegawaiId }),
    perangkatDaerah: baris.perangkatDaerah,
    diajukanPada: baris.diajukanPada.toISOString(),
    jumlahDokumen: Number(baris.jumlahDokumen),
  }
}

/** The rules on the record of now while it waits; once it is decided, what they said then. */
async function findTemuanKasus(transaksi: Transaksi, baris: BarisKasus) {
  const menunggu = baris.status === 'diajukan' || baris.status === 'terverifikasi_1'
  return menunggu ? findTemuan(transaksi, baris) : (baris.temuan ?? [])
}

/** One case as the desk shows it; what another office owns is not found. */
export async function getKasusById(
  transaksi: Transaksi,
  usulanId: string,
): Promise<z.input<typeof Kasus>> {
  const baris = await findKasusTerbuka(transaksi, usulanId)
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
      ...buildPegawaiRingkas({ ...baris, id: baris.pegawaiId }),
      perangkatDaerah: baris.perangkatDaerah,
      jabatan: baris.dataUtama['jabatan'] ?? null,
      golongan: baris.dataUtama['golongan'] ?? null,
    },
    alasan: baris.alasan,
    sumber: baris.sumber,
    versiRiwayat: baris.versiRiwayat,
    sebelum: baris.sebelum,
    sesudah: baris.sesudah,
    dokumen: await listDokumenUsulan(transaksi, usulanId),
    temuan: await findTemuanKasus(transaksi, baris),
    keputusanTerakhir: terakhir
      ? { hasil: terakhir.hasil, oleh: terakhir.oleh, pada: terakhir.diterimaPada.toISOString() }
      : null,
  }
}
