import agama from './agama.json' with { type: 'json' }
import eselon from './eselon.json' with { type: 'json' }
import golonganDarah from './golongan-darah.json' with { type: 'json' }
import hubunganKeluarga from './hubungan-keluarga.json' with { type: 'json' }
import jenisDiklat from './jenis-diklat.json' with { type: 'json' }
import jenisHukumanDisiplin from './jenis-hukuman-disiplin.json' with { type: 'json' }
import jenisJabatan from './jenis-jabatan.json' with { type: 'json' }
import jenisKelamin from './jenis-kelamin.json' with { type: 'json' }
import jenisKenaikanPangkat from './jenis-kenaikan-pangkat.json' with { type: 'json' }
import jenisPegawai from './jenis-pegawai.json' with { type: 'json' }
import jenjangJabatanFungsional from './jenjang-jabatan-fungsional.json' with { type: 'json' }
import kedudukanHukum from './kedudukan-hukum.json' with { type: 'json' }
import kompetensi from './kompetensi.json' with { type: 'json' }
import penghargaan from './penghargaan.json' with { type: 'json' }
import predikatKinerja from './predikat-kinerja.json' with { type: 'json' }
import statusPerkawinan from './status-perkawinan.json' with { type: 'json' }
import tingkatPendidikan from './tingkat-pendidikan.json' with { type: 'json' }
import { listBerlaku, type BarisRujukan } from './rujukan.ts'

/**
 * The tables whose codes stand in fields of kind `rujukan` (core/domain/jenis-riwayat). Other tables
 * are imported where they are used, so that no program carries all of them.
 */
const tabelIsian = {
  agama: agama.baris,
  eselon: eselon.baris,
  'golongan-darah': golonganDarah.baris,
  'hubungan-keluarga': hubunganKeluarga.baris,
  'jenis-diklat': jenisDiklat.baris,
  'jenis-hukuman-disiplin': jenisHukumanDisiplin.baris,
  'jenis-jabatan': jenisJabatan.baris,
  'jenis-kelamin': jenisKelamin.baris,
  'jenis-kenaikan-pangkat': jenisKenaikanPangkat.baris,
  'jenis-pegawai': jenisPegawai.baris,
  'jenjang-jabatan-fungsional': jenjangJabatanFungsional.baris,
  'kedudukan-hukum': kedudukanHukum.baris,
  kompetensi: kompetensi.baris,
  penghargaan: penghargaan.baris,
  'predikat-kinerja': predikatKinerja.baris,
  'status-perkawinan': statusPerkawinan.baris,
  'tingkat-pendidikan': tingkatPendidikan.baris,
} as const satisfies Record<string, readonly BarisRujukan[]>

export type NamaTabelIsian = keyof typeof tabelIsian

export function findRujukan(nama: NamaTabelIsian, kode: string): BarisRujukan | undefined {
  return tabelIsian[nama].find((baris) => baris.kode === kode)
}

/** The code that a text means: the code itself, or its words, whatever the capitals. */
export function findKodeRujukan(nama: NamaTabelIsian, teks: string): string | undefined {
  const dicari = teks.toLowerCase()
  const baris: readonly BarisRujukan[] = tabelIsian[nama]
  return baris.find(
    ({ kode, label }) => kode.toLowerCase() === dicari || label?.toLowerCase() === dicari,
  )?.kode
}

/** The words for a code; a code that the table does not know is shown as it is. */
export function getLabelRujukan(nama: NamaTabelIsian, kode: string): string {
  return findRujukan(nama, kode)?.label ?? kode
}

/** What a person may choose for a fact of this day; rows that are no longer law stay readable only. */
export function listRujukan(nama: NamaTabelIsian, pada: string): BarisRujukan[] {
  return listBerlaku<BarisRujukan>(tabelIsian[nama], pada)
}
