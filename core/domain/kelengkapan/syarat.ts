import type { JenisRiwayat } from '../jenis-riwayat.ts'
import { findJabatan, findPendidikanTerakhir, getJenisPegawai } from '../nilai-turunan.ts'
import { isBerlaku, listRiwayat, type BarisRiwayat, type RekamPegawai } from '../rekam.ts'

/** A row that this person must have; undefined where it is missing. */
export type Syarat = {
  readonly jenis: JenisRiwayat
  readonly baris: BarisRiwayat | undefined
  /** Which of several rows of the kind is meant. */
  readonly sebutan: string
}

/** Of everybody: who the person is, what the person is and where. */
const semuaPegawai: readonly JenisRiwayat[] = [
  'identitas',
  'kartu_keluarga',
  'alamat',
  'kepegawaian',
  'kedudukan',
  'jabatan',
  'penempatan',
  'kompetensi',
]

const menurutJenis: Readonly<Record<string, readonly JenisRiwayat[]>> = {
  CPNS: ['cpns', 'spmt', 'pangkat'],
  PNS: ['cpns', 'spmt', 'pns', 'sttpl', 'pangkat', 'gaji'],
  PPPK: ['pppk'],
  PPPK_PW: ['pppk'],
}

/** The row that holds now; of confidential results too, where the latest may have run out. */
function findBaris(rekam: RekamPegawai, jenis: JenisRiwayat, hariIni: string) {
  return listRiwayat(rekam, jenis).findLast((satu) => isBerlaku(satu, hariIni))
}

/** Spouse of the married, titles of graduates, credit points of functional posts. */
function listBersyarat(rekam: RekamPegawai, hariIni: string): JenisRiwayat[] {
  const identitas = findBaris(rekam, 'identitas', hariIni)?.isi
  const tingkat = findPendidikanTerakhir(rekam, hariIni)?.['tingkat'] ?? '00'
  const jf = findJabatan(rekam, hariIni)?.['jenisJabatan'] === '2'
  const pns = getJenisPegawai(rekam, hariIni) === 'PNS'
  return [
    ...(identitas?.['statusPerkawinan'] === '1' ? (['pasangan'] as const) : []),
    ...(tingkat >= '20' ? (['gelar'] as const) : []),
    ...(jf && pns ? (['angka_kredit'] as const) : []),
  ]
}

/** Performance of the two years that have ended; nobody has one of before the appointment. */
function listKinerja(rekam: RekamPegawai, hariIni: string): Syarat[] {
  const tahunMasuk = Number(rekam.nip.slice(8, 12))
  return [1, 2]
    .map((lalu) => Number(hariIni.slice(0, 4)) - lalu)
    .filter((tahun) => tahun >= tahunMasuk)
    .map((tahun) => ({
      jenis: 'kinerja',
      baris: listRiwayat(rekam, 'kinerja').findLast(({ isi }) => isi['tahun'] === String(tahun)),
      sebutan: ` ${tahun}`,
    }))
}

/** Every row that this person must have, by kind of employee, post, education and marriage. */
export function listSyarat(rekam: RekamPegawai, hariIni: string): Syarat[] {
  const jenisPegawai = getJenisPegawai(rekam, hariIni)
  const jenis = [
    ...semuaPegawai,
    ...(menurutJenis[jenisPegawai] ?? []),
    ...listBersyarat(rekam, hariIni),
  ]
  const diakui = listRiwayat(rekam, 'pendidikan').filter(({ isi }) => isi['diakui'] === 'ya')
  const isiTerakhir = findPendidikanTerakhir(rekam, hariIni)
  return [
    ...jenis.map((satu) => ({
      jenis: satu,
      // Credit points are stated for a period that has ended.
      baris:
        satu === 'angka_kredit' ? listRiwayat(rekam, satu).at(-1) : findBaris(rekam, satu, hariIni),
      sebutan: '',
    })),
    {
      jenis: 'pendidikan' as const,
      baris: diakui.find(({ isi }) => isi === isiTerakhir),
      sebutan: '',
    },
    ...listKinerja(rekam, hariIni),
  ]
}
