/** Rights that begin with a request; that of a fasilitator begins with a nomination (P10.5). */
export const hakDimohon = [
  'administrator',
  'kepala_pd',
  'penanda_tangan',
  'tim',
  'auditor',
] as const
export type HakDimohon = (typeof hakDimohon)[number]

/** Who asks: the person, the head of the office, or an administrator who enters a letter. */
export const jalurPermohonan = ['sendiri', 'kantor', 'surat'] as const
export type JalurPermohonan = (typeof jalurPermohonan)[number]

/**
 * The right of an administrator has no office and no days: it begins when it is approved, and ends by
 * withdrawal or by facts.
 */
export function hasKantorDanMasa(hak: HakDimohon): boolean {
  return hak !== 'administrator'
}

/** A head asks for the own office only, and nobody heads no office. */
export function isKantorWajib(hak: HakDimohon, jalur: JalurPermohonan): boolean {
  return hak === 'kepala_pd' || jalur === 'kantor'
}

/** The rights that may be asked for in this way. */
export function listHakDimohon(jalur: JalurPermohonan): HakDimohon[] {
  return hakDimohon.filter((hak) => jalur !== 'kantor' || hasKantorDanMasa(hak))
}

type Isi = {
  readonly hak: HakDimohon
  readonly perangkatDaerah: string | null
  readonly mulai: string
  readonly sampai: string | null
  readonly tanggalSurat: string
}

export type CacatPermohonan = 'hak' | 'kantor' | 'masa' | 'surat'

/** What keeps a request from being one, whoever asks; days as `2026-11-24`. */
export function checkPermohonan(
  { hak, perangkatDaerah, mulai, sampai, tanggalSurat }: Isi,
  jalur: JalurPermohonan,
  hari: string,
): CacatPermohonan[] {
  const tanpaKantor = perangkatDaerah === null
  const cacat: Record<CacatPermohonan, boolean> = {
    hak: !listHakDimohon(jalur).includes(hak),
    kantor: hasKantorDanMasa(hak) ? tanpaKantor && isKantorWajib(hak, jalur) : !tanpaKantor,
    masa: hasKantorDanMasa(hak)
      ? sampai !== null && (sampai < mulai || sampai < hari)
      : sampai !== null || mulai > hari,
    surat: tanggalSurat > hari,
  }
  return (['hak', 'kantor', 'masa', 'surat'] as const).filter((satu) => cacat[satu])
}

type Orang = { readonly pegawaiId: string; readonly pegawaiPemohon: string }

/** Neither whoever asked nor whoever gets it: another person, not another account (P30.2a). */
export function isPemutusLain({ pegawaiId, pegawaiPemohon }: Orang, pegawaiSaya: string): boolean {
  return pegawaiSaya !== pegawaiId && pegawaiSaya !== pegawaiPemohon
}
