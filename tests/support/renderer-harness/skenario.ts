/** What the harness pretends; chosen with `?skenario=` and changeable while the page runs. */
export const skenario = [
  'masuk',
  'keluar',
  'menunggu_peramban',
  'masuk_gagal',
  'sesi_berakhir',
  'tidak_diingat',
  'administrator',
  'user_personal',
  'luring',
  'lambat',
  'kosong',
  'pakta',
  'tidak_berwenang',
  'kesalahan_server',
  'basis_data_tak_terjangkau',
  'keputusan_usang',
  'sudah_diputuskan',
] as const

export type Skenario = (typeof skenario)[number]

export const kepalaSkenario = 'x-harness-skenario'

export function parseSkenario(teks: string | null | undefined): Skenario {
  return skenario.find((satu) => satu === teks) ?? 'masuk'
}
