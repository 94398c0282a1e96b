import { formatNama } from '@meja/core/domain/tampilan-nilai.ts'
import type { Transaksi } from './connection.ts'

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

/** One employee with unit and office by name; undefined for whoever this login does not see. */
export function findPegawaiById(transaksi: Transaksi, id: string) {
  return transaksi
    .selectFrom('pegawai as p')
    .innerJoin('unitKerja as k', 'k.kode', 'p.unitKerja')
    .innerJoin('perangkatDaerah as d', 'd.kode', 'p.perangkatDaerah')
    .select([
      'p.id',
      'p.nip',
      'p.nama',
      'p.gelarDepan',
      'p.gelarBelakang',
      'p.dataUtama',
      'p.versi',
      'p.perangkatDaerah as kodePerangkatDaerah',
      'k.nama as unitKerja',
      'd.nama as perangkatDaerah',
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()
}
