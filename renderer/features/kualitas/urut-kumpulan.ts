import type { KumpulanKualitas } from '@meja/core/api/kualitas.ts'

export type Urutan = 'kualitas' | 'kelengkapan' | 'pegawai' | 'nama'

const getNilai = {
  kualitas: (satu: KumpulanKualitas) => satu.kualitas?.total ?? 101,
  kelengkapan: (satu: KumpulanKualitas) => satu.kelengkapan?.total ?? 101,
  pegawai: (satu: KumpulanKualitas) => -satu.pegawai,
  nama: () => 0,
} as const

/** The worst first, the largest first, or by name; of equals by name. Who was not looked at comes last. */
export function sortKumpulan(
  semua: readonly KumpulanKualitas[],
  urutan: Urutan,
): KumpulanKualitas[] {
  const nilai = getNilai[urutan]
  return semua.toSorted((a, b) => nilai(a) - nilai(b) || a.nama.localeCompare(b.nama, 'id'))
}

/** The indicator that most people of it fail. */
export function findTerbanyak({
  gagal,
}: KumpulanKualitas): KumpulanKualitas['gagal'][number] | null {
  return gagal.toSorted((a, b) => b.jumlah - a.jumlah)[0] ?? null
}
