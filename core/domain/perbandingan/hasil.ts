import type { Kotak } from './kata.ts'
import type { Hubungan } from './konteks.ts'

/** What the machine suggests; only a person decides. */
export type StatusBanding = 'sama' | 'beda' | 'periksa_mata'

/** Why it suggests that, for a person who asks. */
export type AturanBanding =
  | 'sama_di_label'
  | 'beda_di_label'
  | 'mirip_di_label'
  | 'tidak_terbaca_pasti'
  | 'label_meragukan'
  | 'tanpa_padanan'
  | 'ada_tambahan'

export type AlasanBanding = {
  readonly aturan: AturanBanding
  /** The label as it stands in the vocabulary, when one was found. */
  readonly label: string | null
  readonly hubungan: Hubungan | null
  /** 0 to 100. */
  readonly keyakinan: number
}

export type KotakHalaman = { readonly halaman: number; readonly kotak: Kotak }

export type HasilBanding = {
  readonly kunci: string
  readonly status: StatusBanding
  readonly terbaca: string | null
  readonly kotak: readonly KotakHalaman[]
  readonly alasan: AlasanBanding
}
