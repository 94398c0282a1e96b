import type { DeskripsiRiwayat } from './riwayat/deskripsi.ts'
import { riwayatKarier } from './riwayat/karier.ts'
import { riwayatKompetensiKinerja } from './riwayat/kompetensi-kinerja.ts'
import { riwayatKualifikasi } from './riwayat/kualifikasi.ts'
import { riwayatPengangkatan } from './riwayat/pengangkatan.ts'
import { riwayatPribadi } from './riwayat/pribadi.ts'

/**
 * Every history and main-data group that a proposal can change, described once (P6, P16). Forms,
 * server validation, database checks, comparison rows and the requirements table derive from these
 * descriptions: adding a history is adding a description. What belongs to the account (password,
 * e-mail, mobile; P30.2j) is not here, and computed values are not either.
 */
const jenisRiwayat = {
  ...riwayatPribadi,
  ...riwayatKualifikasi,
  ...riwayatKompetensiKinerja,
  ...riwayatPengangkatan,
  ...riwayatKarier,
} as const satisfies Record<string, DeskripsiRiwayat>

export type {
  DeskripsiRiwayat,
  Isian,
  KelasTulis,
  Kelompok,
  Label,
  Pilihan,
  TipeIsian,
} from './riwayat/deskripsi.ts'

export type JenisRiwayat = keyof typeof jenisRiwayat

export const kodeJenisRiwayat = Object.keys(jenisRiwayat) as [JenisRiwayat, ...JenisRiwayat[]]

export function getDeskripsi(jenis: JenisRiwayat): DeskripsiRiwayat {
  return jenisRiwayat[jenis]
}

/** Kinds that whoever sees the person may read, and those that are opened for a purpose (P10.2c). */
export const jenisTerbuka = kodeJenisRiwayat.filter((jenis) => !getDeskripsi(jenis).rahasia)
export const jenisRahasia = kodeJenisRiwayat.filter((jenis) => getDeskripsi(jenis).rahasia)

/**
 * The row that a fasilitator judges besides the proposal's fields: that the paper belongs to this
 * employee (name and NIP). It is not a field of the record, so it has no description above.
 */
export const kunciPemilik = 'pemilik'

/** One row's values by key; null where the paper or the record says nothing. */
export type IsiRiwayat = Readonly<Record<string, string | null>>

/**
 * Keys that a decision on this proposal must judge, in the order they stand on screen: whose paper
 * it is, then every field that has a value before or after.
 */
export function listKunciPenilaian(
  jenis: JenisRiwayat,
  sebelum: IsiRiwayat | null,
  sesudah: IsiRiwayat,
): string[] {
  const terisi = jenisRiwayat[jenis].isian
    .map((satu) => satu.kunci)
    .filter((kunci) => (sesudah[kunci] ?? null) !== null || (sebelum?.[kunci] ?? null) !== null)
  return [kunciPemilik, ...terisi]
}
