type Hak = {
  readonly aktif: boolean
  readonly sebabGugur: string | null
  readonly mulai: string | null
}

/** How a right stands today; suspended by a fact, not by a person's word (P10.6). */
export function getKeadaanHak(
  { aktif, sebabGugur, mulai }: Hak,
  hari: string,
): 'aktif' | 'belum_mulai' | 'ditangguhkan' {
  if (!aktif || sebabGugur !== null) return 'ditangguhkan'
  return mulai !== null && mulai > hari ? 'belum_mulai' : 'aktif'
}
