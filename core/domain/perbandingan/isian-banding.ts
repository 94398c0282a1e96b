/** Kinds of value that can be compared; the record's own form of each is told in jenis-riwayat. */
export type TipeBanding =
  | 'nip'
  | 'nik'
  | 'nama'
  | 'tanggal'
  | 'golongan'
  | 'pangkat'
  | 'nomor'
  | 'uang'
  | 'masa'
  | 'angka'
  | 'teks'

/** A field of the record that is to be found on the scan. */
export type IsianBanding = {
  readonly kunci: string
  readonly tipe: TipeBanding
  readonly nilai: string
  /** As forms call it; adds to the labels that are looked for. */
  readonly label?: string
}
