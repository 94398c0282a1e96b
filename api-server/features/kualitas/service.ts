import type { z } from 'zod'
import type { getKelengkapan, getKualitas, listKualitasPegawai } from '@meja/core/api/kualitas.ts'
import { getDeskripsi, kodeJenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import { kodeIndikator, type KodeIndikator } from '@meja/core/domain/kualitas-data.ts'
import { findBerlakuBaris, type RekamPegawai } from '@meja/core/domain/rekam.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'
import {
  deriveKualitasTerbuka,
  readUkuran,
  type Ukuran,
} from '@meja/core/domain/ukuran-kualitas.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { buildPegawaiRingkas, findPegawaiById } from '../../database/pegawai-ringkas.ts'
import { MejaError } from '../../meja-error.ts'
import { addKerangkaRahasia, readRekamTersimpan } from '../../turunan/read-rekam.ts'
import { readFakta } from '../../turunan/read-fakta.ts'
import {
  findKualitasRahasia,
  findPerangkatDaerah,
  findUnit,
  listHitungan,
  listPegawaiUnit,
} from './queries.ts'

type Kumpulan = z.input<typeof getKualitas.response>['induk']

const listGagal = (ukuran: Ukuran): KodeIndikator[] =>
  kodeIndikator.filter((kode) => (ukuran[kode] ?? 0) > 0)

/** The row that lacks it, so that whoever mends it corrects that row and adds no second one. */
function findRiwayatId(rekam: RekamPegawai, jenis: string, hariIni: string): string | null {
  const kode = kodeJenisRiwayat.find((satu) => satu === jenis)
  if (kode === undefined || getDeskripsi(kode).rahasia) return null
  return findBerlakuBaris(rekam, kode, hariIni)?.id ?? null
}

async function readRahasia(transaksi: Transaksi, { peran }: Identity, pegawaiId: string) {
  if (peran !== 'administrator') return null
  const baris = await findKualitasRahasia(transaksi, pegawaiId)
  return baris === undefined ? null : { gagal: listGagal(baris.ukuran), per: baris.per }
}

/** One record against its required list, now. What rests on confidential rows is of the daily run. */
export async function readKelengkapan(
  transaksi: Transaksi,
  identity: Identity,
  pegawaiId: string,
): Promise<z.input<typeof getKelengkapan.response>> {
  const pegawai = await findPegawaiById(transaksi, pegawaiId)
  const [terbuka] = await readRekamTersimpan(transaksi, [pegawaiId])
  if (pegawai === undefined || terbuka === undefined) throw new MejaError('tidak_ditemukan')
  const hariIni = getTanggalJakarta(new Date())
  const [lengkap = terbuka] = await addKerangkaRahasia(transaksi, [terbuka], hariIni)
  const { kelengkapan, skor, gagal } = deriveKualitasTerbuka(
    terbuka.rekam,
    lengkap.rekam,
    hariIni,
    lengkap.bukti,
    (await readFakta(transaksi, [pegawaiId])).get(pegawaiId),
  )
  return {
    pegawai: buildPegawaiRingkas(pegawai),
    kelompok: kelengkapan.kelompok,
    total: kelengkapan.total,
    kekurangan: kelengkapan.kekurangan.map((satu) => ({
      ...satu,
      olehAdministrator: satu.jenis !== 'akun' && getDeskripsi(satu.jenis).kelas === 'A',
      riwayatId: findRiwayatId(terbuka.rekam, satu.jenis, hariIni),
    })),
    kualitas: {
      ...skor,
      gagal: [...gagal],
      rahasia: await readRahasia(transaksi, identity, pegawaiId),
    },
    per: hariIni,
  }
}

type Jumlah = { kode: string; nama: string; jumlah: Map<string, number> }

function buildKumpulan({ kode, nama, jumlah }: Jumlah): Kumpulan {
  const { pegawai, dinilai, lengkap, kelengkapan, kualitas, gagal } = readUkuran(jumlah)
  return {
    kode,
    nama,
    pegawai,
    dinilai,
    lengkap,
    kelengkapan,
    kualitas,
    gagal: kodeIndikator.flatMap((satu) => {
      const n = gagal[satu] ?? 0
      return n > 0 ? [{ kode: satu, jumlah: n }] : []
    }),
  }
}

/** What is missing most often: of each kind the field that most people lack, in its words. */
function listKurang(jumlah: ReadonlyMap<string, number>) {
  const sudah = new Set<string>()
  return Object.entries(readUkuran(jumlah).kurang)
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .flatMap(([ukuran, n]) => {
      const [nama = '', kunci = null] = ukuran.split('.')
      const jenis = kodeJenisRiwayat.find((satu) => satu === nama)
      if (jenis === undefined || sudah.has(nama)) return []
      sudah.add(nama)
      const { label, isian } = getDeskripsi(jenis)
      const milik = isian.find((satu) => satu.kunci === kunci)?.label ?? {
        id: 'dokumen bukti',
        en: 'proof',
      }
      const kata = { id: `${label.id}: ${milik.id}`, en: `${label.en}: ${milik.en}` }
      return [{ jenis, kunci, label: kata, jumlah: n }]
    })
    .slice(0, 12)
}

/** Offices side by side, or the units of one; sums that change with every decision, none older. */
export async function readKualitas(
  transaksi: Transaksi,
  identity: Identity,
  { perangkatDaerah }: z.output<typeof getKualitas.query>,
): Promise<z.input<typeof getKualitas.response>> {
  // A fasilitator has one office: its units are what there is to see.
  const kode =
    identity.peran === 'fasilitator' ? (identity.perangkatDaerah?.kode ?? '') : perangkatDaerah
  if (perangkatDaerah !== undefined && perangkatDaerah !== kode) {
    throw new MejaError('tidak_ditemukan')
  }
  const kantor = kode === undefined ? undefined : await findPerangkatDaerah(transaksi, kode)
  if (kode !== undefined && kantor === undefined) throw new MejaError('tidak_ditemukan')
  const semua: Jumlah = { kode: kantor?.kode ?? '', nama: kantor?.nama ?? '', jumlah: new Map() }
  const bagian = new Map<string, Jumlah>()
  for (const { ukuran, jumlah, ...dasar } of await listHitungan(transaksi, kode ?? null)) {
    const satu = bagian.get(dasar.kode) ?? { ...dasar, jumlah: new Map<string, number>() }
    bagian.set(dasar.kode, satu)
    if (ukuran === null) continue
    satu.jumlah.set(ukuran, Number(jumlah))
    semua.jumlah.set(ukuran, (semua.jumlah.get(ukuran) ?? 0) + Number(jumlah))
  }
  return {
    induk: buildKumpulan(semua),
    bagian: [...bagian.values()].map(buildKumpulan),
    kurang: listKurang(semua.jumlah),
  }
}

export async function readKualitasUnit(
  transaksi: Transaksi,
  identity: Identity,
  unitKerja: string,
  { indikator, setelah, batas }: z.output<typeof listKualitasPegawai.query>,
): Promise<z.input<typeof listKualitasPegawai.response>> {
  const unit = await findUnit(transaksi, unitKerja)
  const sendiri =
    identity.peran === 'administrator' ||
    unit?.kodePerangkatDaerah === identity.perangkatDaerah?.kode
  if (unit === undefined || !sendiri) throw new MejaError('tidak_ditemukan')
  const baris = await listPegawaiUnit(transaksi, {
    unitKerja,
    indikator,
    setelah,
    batas: batas + 1,
  })
  const { kodePerangkatDaerah: _kode, ...bersih } = unit
  return {
    unit: bersih,
    pegawai: baris.slice(0, batas).map((satu) => ({
      ...buildPegawaiRingkas(satu),
      kelengkapan: satu.kelengkapan / 100,
      kualitas: satu.kualitas / 100,
      gagal: listGagal(satu.ukuran),
    })),
    berlanjut: baris.length > batas,
  }
}
