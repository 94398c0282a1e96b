import type { IsiRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { Riwayat, JenisPindaian } from './provinsi.ts'
import type { Random } from './random.ts'
import { addMonths, getParts, hariIni, makeDate } from './calendar.ts'
import {
  makeIsiCpns,
  makeIsiDiklat,
  makeIsiGaji,
  makeIsiKartuKeluarga,
  makeIsiKinerja,
  makeIsiPangkat,
  makeIsiPasangan,
  makeIsiPendidikan,
  makeJenjangBerikut,
} from './histories.ts'
import type { Orang } from './people.ts'
import { plantBeda } from './planting.ts'

/** What a person proposes, with the values as the paper has them. */
export type Pokok = {
  jenis: JenisPindaian
  dokumen: string
  riwayat: Riwayat | null
  kertas: IsiRiwayat
}

type Pembuat = (random: Random, orang: Orang, kepala: Orang) => Pokok | null

const tambah = (jenis: JenisPindaian, dokumen: string, kertas: IsiRiwayat): Pokok => ({
  jenis,
  dokumen,
  riwayat: null,
  kertas,
})

/** The record holds an old mistake and the proposal puts it right; the paper agrees with it. */
function correct(
  random: Random,
  orang: Orang,
  riwayat: Riwayat<JenisPindaian>,
  dokumen: string,
): Pokok {
  const benar = riwayat.isi
  const salah = plantBeda(random, riwayat.jenis, benar, random.int(0, 6)).sesudah
  const lama = { ...riwayat, isi: salah }
  orang.pegawai.riwayat = orang.pegawai.riwayat.map((satu) =>
    satu.id === riwayat.id ? lama : satu,
  )
  return { jenis: riwayat.jenis, dokumen, riwayat: lama, kertas: benar }
}

const find = (orang: Orang, jenis: JenisPindaian): Riwayat<JenisPindaian>[] =>
  orang.pegawai.riwayat.filter((satu): satu is Riwayat<JenisPindaian> => satu.jenis === jenis)

const pangkat: Pembuat = (random, orang) => {
  const terakhir = orang.karier.at(-1)
  if (orang.pegawai.dataUtama.jenisPegawai !== 'PNS' || terakhir === undefined) return null
  const lama = find(orang, 'pangkat').at(-1)
  if (orang.karier.length > 1 && lama !== undefined && random.chance(0.25)) {
    return correct(random, orang, lama, 'SK_KP')
  }
  if (terakhir.tmt > '2023-10-01' || terakhir.golongan.startsWith('IV')) return null
  const tmt = random.pick(['2026-04-01', '2026-06-01', '2026-08-01', '2026-10-01'])
  return tambah('pangkat', 'SK_KP', makeIsiPangkat(random, makeJenjangBerikut(orang, tmt), false))
}

const cpns: Pembuat = (random, orang) => {
  const ada = find(orang, 'cpns')[0]
  if (ada === undefined) return null
  if (random.chance(0.5)) return correct(random, orang, ada, 'SK_CPNS')
  orang.pegawai.riwayat = orang.pegawai.riwayat.filter((satu) => satu !== ada)
  return tambah('cpns', 'SK_CPNS', makeIsiCpns(random, orang))
}

const gaji: Pembuat = (random, orang) => {
  const { tmtCpns, jenisPegawai } = orang.pegawai.dataUtama
  if (tmtCpns === null || jenisPegawai !== 'PNS') return null
  const tahun = getParts(tmtCpns).year
  const tmt = addMonths(tmtCpns, 24 * Math.floor((2026 - tahun) / 2))
  if (tmt <= tmtCpns || tmt < '2025-01-01') return null
  return tambah('gaji', 'SK_KGB', makeIsiGaji(random, orang, tmt))
}

const lanjutan: Record<string, { tingkat: string; prodi: string; gelar: string }> = {
  '15': { tingkat: '40', prodi: 'Administrasi Negara', gelar: 'S.Sos.' },
  '17': { tingkat: '40', prodi: 'Teknik Sipil', gelar: 'S.T.' },
  '30': { tingkat: '40', prodi: 'Manajemen', gelar: 'S.E.' },
  '40': { tingkat: '45', prodi: 'Magister Administrasi Publik', gelar: 'M.AP.' },
}

const pendidikan: Pembuat = (random, orang) => {
  const pilihan = lanjutan[orang.jabatan.tingkat]
  const { tmtCpns, tmtPppk } = orang.pegawai.dataUtama
  const masuk = getParts(tmtCpns ?? tmtPppk ?? hariIni).year
  if (pilihan === undefined || masuk > 2021) return null
  const tahun = random.int(Math.max(masuk + 2, 2016), 2025)
  return tambah('pendidikan', 'IJAZAH', makeIsiPendidikan(random, { ...pilihan, tahun }))
}

const pasangan: Pembuat = (random, orang) => {
  if (orang.pegawai.dataUtama.statusPerkawinan !== '4') return null
  const nikah = makeDate(random.int(2024, 2026), random.int(1, 9), random.int(1, 28))
  return tambah('pasangan', 'AKTA_NIKAH', makeIsiPasangan(random, orang, nikah))
}

const kartuKeluarga: Pembuat = (random, orang) => {
  const lama = find(orang, 'kartu_keluarga')[0]
  if (lama === undefined) return null
  // Moved house: the same family card number, a new address.
  return {
    jenis: 'kartu_keluarga',
    dokumen: 'KK',
    riwayat: lama,
    kertas: makeIsiKartuKeluarga(random, orang),
  }
}

const kinerja: Pembuat = (random, orang, kepala) => {
  const masuk = orang.pegawai.dataUtama.tmtCpns ?? orang.pegawai.dataUtama.tmtPppk ?? hariIni
  if (masuk > '2025-01-31') return null
  return tambah('kinerja', 'SKP', makeIsiKinerja(random, 2025, kepala))
}

const diklat: Pembuat = (random) =>
  tambah('diklat', 'SERT_DIKLAT', makeIsiDiklat(random, random.int(2025, 2026)))

const pembuat: Record<JenisPindaian, Pembuat> = {
  pangkat,
  cpns,
  gaji,
  pendidikan,
  pasangan,
  kartu_keluarga: kartuKeluarga,
  kinerja,
  diklat,
}

/** Null when this person has nothing of that kind to propose. */
export function findPokok(
  random: Random,
  jenis: JenisPindaian,
  orang: Orang,
  kepala: Orang,
): Pokok | null {
  return pembuat[jenis](random, orang, kepala)
}

/** The order in which kinds arrive, in about the shares of a real desk. */
export const urutanJenis: readonly JenisPindaian[] = [
  'pangkat',
  'gaji',
  'pendidikan',
  'kartu_keluarga',
  'kinerja',
  'cpns',
  'pangkat',
  'diklat',
  'gaji',
  'pasangan',
  'pangkat',
  'kinerja',
  'gaji',
  'kartu_keluarga',
  'pendidikan',
  'cpns',
  'pangkat',
  'diklat',
]
