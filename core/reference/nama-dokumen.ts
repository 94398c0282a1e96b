import jenisDokumen from './jenis-dokumen.json' with { type: 'json' }

const label = new Map(jenisDokumen.baris.map((satu) => [satu.kode, satu.label]))

/** What people call this kind of paper; a kind that the table does not know keeps its code. */
export function getLabelDokumen(kode: string): string {
  return label.get(kode) ?? kode
}
