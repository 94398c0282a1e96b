import type { Konteks } from '../aturan/aturan.ts'
import { aturanDataUtama } from '../aturan/data-utama.ts'
import { listTemuanNip } from '../aturan/identitas.ts'
import { findJabatan, findPendidikanTerakhir } from '../nilai-turunan.ts'
import { listRiwayat } from '../rekam.ts'

/** True when something that everybody has is missing (BKN, dimension of completeness). */
export const indikatorKelengkapan = {
  // The reporting window reaches two years back.
  COM_1: ({ rekam, hariIni }: Konteks) => {
    const terlama = String(Number(hariIni.slice(0, 4)) - 2)
    return listRiwayat(rekam, 'kinerja').every(({ isi }) => (isi['tahun'] ?? '') < terlama)
  },
  COM_2: ({ rekam, hariIni }: Konteks) => findJabatan(rekam, hariIni) === undefined,
  COM_3: ({ rekam, hariIni }: Konteks) => findPendidikanTerakhir(rekam, hariIni) === undefined,
  COM_4: (konteks: Konteks) => aturanDataUtama['PEGAWAI-04'].list(konteks).length > 0,
  COM_5: (konteks: Konteks) => aturanDataUtama['PEGAWAI-09'].list(konteks).length > 0,
  COM_6: ({ fakta }: Konteks) => fakta.adaSurel === false,
  COM_7: ({ fakta }: Konteks) => fakta.adaNomorHp === false,
} as const

const hasTemuanNip = (kode: string) => (konteks: Konteks) =>
  listTemuanNip(konteks).some((satu) => satu.kode === kode)

/** True when the record and the number tell different things (BKN, dimension of consistency). */
export const indikatorKesesuaian = {
  CON_1: hasTemuanNip('NIP-11'),
  CON_2: hasTemuanNip('NIP-10'),
  CON_3: hasTemuanNip('NIP-12'),
  CON_4: hasTemuanNip('NIP-13'),
} as const
