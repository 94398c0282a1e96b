import jenisDiklat from './jenis-diklat.json' with { type: 'json' }
import jenisDokumen from './jenis-dokumen.json' with { type: 'json' }
import jenisKenaikanPangkat from './jenis-kenaikan-pangkat.json' with { type: 'json' }
import predikatKinerja from './predikat-kinerja.json' with { type: 'json' }
import tingkatPendidikan from './tingkat-pendidikan.json' with { type: 'json' }
import type { BarisRujukan } from './rujukan.ts'

/** The tables whose codes stand in fields of kind `rujukan` (core/domain/jenis-riwayat). */
const tabel: Readonly<Record<string, readonly BarisRujukan[]>> = {
  'jenis-diklat': jenisDiklat.baris,
  'jenis-dokumen': jenisDokumen.baris,
  'jenis-kenaikan-pangkat': jenisKenaikanPangkat.baris,
  'predikat-kinerja': predikatKinerja.baris,
  'tingkat-pendidikan': tingkatPendidikan.baris,
}

/** The words for a code; a code that the table does not know is shown as it is. */
export function getLabelRujukan(nama: string, kode: string): string {
  return tabel[nama]?.find((baris) => baris.kode === kode)?.label ?? kode
}
