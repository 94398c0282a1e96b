import {
  getDeskripsi,
  kunciPemilik,
  listKunciPenilaian,
  type TipeIsian,
} from '@meja/core/domain/jenis-riwayat.ts'
import type { IsianBanding, TipeBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import { getLabelRujukan } from '@meja/core/reference/tabel-isian.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'

/** How each kind of value is looked for; null is what papers do not print as the record has it. */
const tipeBanding: Record<TipeIsian, TipeBanding | null> = {
  nama: 'nama',
  teks: 'teks',
  nomor: 'nomor',
  tanggal: 'tanggal',
  tahun: 'angka',
  uang: 'uang',
  masa: 'masa',
  bilangan: 'angka',
  angka: 'angka',
  nip: 'nip',
  nik: 'nik',
  golongan: 'golongan',
  pilihan: null,
  yaTidak: null,
  unit: null,
  surel: 'teks',
  rujukan: 'teks',
}

/** What the reader looks for first: the person whose paper it should be. */
const kunciNamaPemilik = 'nama'
const kunciNipPemilik = 'nip'
const pemilikLain = { nama: 'pegawai1_nama', nip: 'pegawai1_nip' } as const

/** Keys under which name and number of the employee are compared; the record may have a name of its own. */
export function getKunciPemilik(kasus: Kasus): { readonly nama: string; readonly nip: string } {
  const adaNama = getDeskripsi(kasus.jenis).isian.some(({ kunci }) => kunci === kunciNamaPemilik)
  return adaNama ? pemilikLain : { nama: kunciNamaPemilik, nip: kunciNipPemilik }
}

/** The proposed values of a case as the scan is asked for them. */
export function listIsianBanding(kasus: Kasus): IsianBanding[] {
  const isian = new Map(getDeskripsi(kasus.jenis).isian.map((satu) => [satu.kunci, satu]))
  const pemilik = getKunciPemilik(kasus)
  return listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah).flatMap(
    (kunci): IsianBanding[] => {
      if (kunci === kunciPemilik) {
        return [
          { kunci: pemilik.nama, tipe: 'nama', nilai: kasus.pegawai.nama },
          { kunci: pemilik.nip, tipe: 'nip', nilai: kasus.pegawai.nip },
        ]
      }
      const satu = isian.get(kunci)
      const nilai = kasus.sesudah[kunci] ?? null
      const tipe = satu === undefined ? null : tipeBanding[satu.tipe]
      if (satu === undefined || tipe === null || nilai === null || nilai === '') return []
      return [
        {
          kunci,
          tipe,
          nilai: satu.rujukan === undefined ? nilai : getLabelRujukan(satu.rujukan, nilai),
          label: satu.label.id,
        },
      ]
    },
  )
}
