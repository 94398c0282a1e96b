import { formatNama } from '@meja/core/domain/tampilan-nilai.ts'

export type BarisPegawai = {
  readonly id: string
  readonly nip: string
  readonly nama: string
  readonly gelarDepan: string | null
  readonly gelarBelakang: string | null
  readonly unitKerja: string
}

/** An employee as lists and headers name one: with titles, as on paper. */
export function buildPegawaiRingkas({
  id,
  nip,
  nama,
  gelarDepan,
  gelarBelakang,
  unitKerja,
}: BarisPegawai) {
  return { id, nip, unitKerja, nama: formatNama(nama, gelarDepan, gelarBelakang) }
}
