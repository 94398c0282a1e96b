import type { IsiRekomendasi } from '@meja/core/api/rekomendasi.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'

const hariMs = 86_400_000

/** A day so many days from today. */
export function getHari(jarak: number): string {
  return getTanggalJakarta(new Date(Date.now() + jarak * hariMs))
}

/** A recommendation that holds today for the employees of every office. */
export function buildRekomendasi(ubah: Partial<IsiRekomendasi> = {}): IsiRekomendasi {
  return {
    penyajian: 'drh',
    tujuan: 'pelayanan kepegawaian di loket uji',
    penerima: 'Loket Pelayanan Uji',
    perangkatDaerah: null,
    mulai: getHari(-1),
    sampai: getHari(30),
    ...ubah,
  }
}
