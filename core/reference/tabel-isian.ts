import jenisDiklat from './jenis-diklat.json' with { type: 'json' }
import jenisKenaikanPangkat from './jenis-kenaikan-pangkat.json' with { type: 'json' }
import predikatKinerja from './predikat-kinerja.json' with { type: 'json' }
import tingkatPendidikan from './tingkat-pendidikan.json' with { type: 'json' }
import type { BarisRujukan } from './rujukan.ts'

/**
 * The tables whose codes stand in fields of kind `rujukan` (core/domain/jenis-riwayat). Other tables
 * are imported where they are used, so that no program carries all of them.
 */
const tabelIsian = {
  'jenis-diklat': jenisDiklat.baris,
  'jenis-kenaikan-pangkat': jenisKenaikanPangkat.baris,
  'predikat-kinerja': predikatKinerja.baris,
  'tingkat-pendidikan': tingkatPendidikan.baris,
} as const satisfies Record<string, readonly BarisRujukan[]>

export type NamaTabelIsian = keyof typeof tabelIsian

export function findRujukan(nama: NamaTabelIsian, kode: string): BarisRujukan | undefined {
  return tabelIsian[nama].find((baris) => baris.kode === kode)
}

/** The words for a code; a code that the table does not know is shown as it is. */
export function getLabelRujukan(nama: NamaTabelIsian, kode: string): string {
  return findRujukan(nama, kode)?.label ?? kode
}
