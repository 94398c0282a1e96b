import { getDeskripsi, type IsiRiwayat, type JenisRiwayat } from './jenis-riwayat.ts'
import type { Peran } from './peran.ts'

const titik = '•'

/** Digits keep their last three, so that a person at the desk can tell two apart; words keep nothing. */
function maskNilai(nilai: string): string {
  return /^\d{6,}$/.test(nilai) ? titik.repeat(nilai.length - 3) + nilai.slice(-3) : titik.repeat(3)
}

type Pembaca = { readonly peran: Peran; readonly pegawaiId: string }

/**
 * Sensitive values open to the person and to administrators; a fasilitator sees them on the
 * verification desk only (record model, section 6).
 */
export function isDisamarkan({ peran, pegawaiId }: Pembaca, tentang: string): boolean {
  return peran === 'fasilitator' && pegawaiId !== tentang
}

/** Sensitive values of one row hidden, everything else as it is (record model, section 6). */
export function maskIsi(jenis: JenisRiwayat, isi: IsiRiwayat): IsiRiwayat {
  const peka = new Set(
    getDeskripsi(jenis)
      .isian.filter((satu) => satu.peka === true)
      .map((satu) => satu.kunci),
  )
  return Object.fromEntries(
    Object.entries(isi).map(([kunci, nilai]) => [
      kunci,
      nilai !== null && peka.has(kunci) ? maskNilai(nilai) : nilai,
    ]),
  )
}
