import type { ResponseOf } from '@meja/core/api/endpoint.ts'
import type { getRekam } from '@meja/core/api/rekam.ts'
import { deriveNilai, type NilaiTurunan } from '@meja/core/domain/nilai-turunan.ts'
import type { PerTanggal } from './per-tanggal.ts'

export type Rekam = ResponseOf<typeof getRekam>

/** What a record says of a person in a line, as of a day. */
export type Ringkasan = Pick<
  NilaiTurunan,
  | 'jenisPegawai'
  | 'golongan'
  | 'pangkat'
  | 'tmtGolongan'
  | 'masaKerjaGolongan'
  | 'jabatan'
  | 'tmtJabatan'
  | 'pendidikanTerakhir'
  | 'masaKerja'
  | 'usia'
  | 'tmtPensiun'
  | 'tmtKgbBerikutnya'
  | 'jumlahPasangan'
  | 'jumlahAnak'
>

/**
 * Current values as of a day, computed from the valid rows. Today the register's own are shown, as in
 * every list; of a past day nobody but the histories knows.
 */
export function deriveRingkasan(
  { pegawai, baris }: Rekam,
  per: PerTanggal | null,
  hariIni: string,
): Ringkasan {
  const nilai = deriveNilai({ nip: pegawai.nip, baris }, per?.tanggal ?? hariIni)
  if (per !== null) return nilai
  return {
    ...nilai,
    jenisPegawai: pegawai.jenisPegawai ?? nilai.jenisPegawai,
    golongan: pegawai.golongan ?? nilai.golongan,
    jabatan: pegawai.jabatan ?? nilai.jabatan,
  }
}
