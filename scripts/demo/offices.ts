import type { PerangkatDaerah, UnitKerja, Ukuran } from './provinsi.ts'
import { tabelPerangkatDaerah } from './reference.ts'

type Kantor = {
  kode: string
  /** The part of user names after the dot. */
  slug: string
  pegawai: number
  usulan: number
  jabatan: readonly Jabatan[]
}

export type Jabatan = {
  nama: string
  jenis: 'fungsional' | 'pelaksana'
  /** Codes of tingkat-pendidikan that lead here. */
  tingkat: string
  prodi: string
  gelar: string | null
}

const s1 = (nama: string, prodi: string, gelar: string): Jabatan => ({
  nama,
  jenis: 'fungsional',
  tingkat: '40',
  prodi,
  gelar,
})
const pelaksana = (
  nama: string,
  tingkat: string,
  prodi: string,
  gelar: string | null,
): Jabatan => ({
  nama,
  jenis: 'pelaksana',
  tingkat,
  prodi,
  gelar,
})

const umum: readonly Jabatan[] = [
  pelaksana('Pengadministrasi Perkantoran', '15', 'IPS', null),
  pelaksana('Pengolah Data dan Informasi', '30', 'Manajemen Informatika', 'A.Md.'),
  pelaksana('Penata Layanan Operasional', '40', 'Administrasi Negara', 'S.Sos.'),
  s1('Analis SDM Aparatur Ahli Pertama', 'Ilmu Administrasi Publik', 'S.AP.'),
  s1('Perencana Ahli Pertama', 'Ekonomi Pembangunan', 'S.E.'),
  s1('Arsiparis Ahli Muda', 'Ilmu Perpustakaan', 'S.IP.'),
]

const guru: readonly Jabatan[] = [
  s1('Guru Ahli Pertama', 'Pendidikan Matematika', 'S.Pd.'),
  s1('Guru Ahli Muda', 'Pendidikan Bahasa Indonesia', 'S.Pd.'),
  s1('Guru Ahli Muda', 'Pendidikan Bahasa Inggris', 'S.Pd.'),
  s1('Guru Ahli Madya', 'Pendidikan Fisika', 'S.Pd.'),
  s1('Guru Ahli Pertama', 'Pendidikan Jasmani', 'S.Pd.'),
]

const kesehatan: readonly Jabatan[] = [
  pelaksana('Perawat Terampil', '30', 'Keperawatan', 'A.Md.Kep.'),
  pelaksana('Bidan Terampil', '30', 'Kebidanan', 'A.Md.Keb.'),
  s1('Administrator Kesehatan Ahli Muda', 'Kesehatan Masyarakat', 'S.KM.'),
]

const teknik: readonly Jabatan[] = [
  s1('Teknik Jalan dan Jembatan Ahli Pertama', 'Teknik Sipil', 'S.T.'),
  pelaksana('Pengelola Teknis Lapangan', '17', 'Teknik Bangunan', null),
]

const komputer: readonly Jabatan[] = [
  s1('Pranata Komputer Ahli Pertama', 'Teknik Informatika', 'S.Kom.'),
  pelaksana('Pranata Komputer Terampil', '30', 'Manajemen Informatika', 'A.Md.Kom.'),
]

const alam: readonly Jabatan[] = [
  s1('Penyuluh Pertanian Ahli Pertama', 'Agroteknologi', 'S.P.'),
  s1('Penyuluh Kehutanan Ahli Muda', 'Kehutanan', 'S.Hut.'),
]

const kantor: readonly Kantor[] = [
  {
    kode: '101',
    slug: 'pendidikan',
    pegawai: 112,
    usulan: 20,
    jabatan: [...guru, ...guru, ...umum],
  },
  {
    kode: '102',
    slug: 'kesehatan',
    pegawai: 46,
    usulan: 9,
    jabatan: [...kesehatan, ...kesehatan, ...umum],
  },
  { kode: '204', slug: 'bkd', pegawai: 30, usulan: 5, jabatan: [...umum, ...komputer] },
  { kode: '103', slug: 'binamarga', pegawai: 24, usulan: 5, jabatan: [...teknik, ...umum] },
  { kode: '106', slug: 'sosial', pegawai: 24, usulan: 5, jabatan: umum },
  { kode: '107', slug: 'tenagakerja', pegawai: 24, usulan: 5, jabatan: umum },
  { kode: '109', slug: 'pertanian', pegawai: 24, usulan: 5, jabatan: [...alam, ...umum] },
  { kode: '112', slug: 'kelautan', pegawai: 22, usulan: 4, jabatan: umum },
  { kode: '113', slug: 'kehutanan', pegawai: 24, usulan: 5, jabatan: [...alam, ...umum] },
  { kode: '114', slug: 'kominfo', pegawai: 22, usulan: 4, jabatan: [...komputer, ...umum] },
  { kode: '116', slug: 'perhubungan', pegawai: 24, usulan: 5, jabatan: [...teknik, ...umum] },
  { kode: '115', slug: 'lingkunganhidup', pegawai: 20, usulan: 3, jabatan: umum },
  { kode: '206', slug: 'pendapatan', pegawai: 24, usulan: 4, jabatan: [...komputer, ...umum] },
]

const kantorKecil: readonly Kantor[] = kantor
  .slice(0, 3)
  .map((satu) => ({ ...satu, pegawai: 15, usulan: satu.kode === '101' ? 8 : 4 }))

export function listKantor(ukuran: Ukuran): readonly Kantor[] {
  return ukuran === 'kecil' ? kantorKecil : kantor
}

// Invented units fill what the sample table of the reference lacks; schools carry neutral names.
const unitUmum: readonly [string, string][] = [
  ['01', 'Sekretariat'],
  ['02', 'Bidang Program dan Evaluasi'],
  ['03', 'Bidang Pelayanan'],
  ['11', 'UPT Wilayah Barat'],
  ['12', 'UPT Wilayah Timur'],
]
const unitSekolah: readonly [string, string][] = [
  ['63', 'SMA Negeri 2 (contoh)'],
  ['64', 'SMK Negeri 3 (contoh)'],
  ['65', 'SLB Negeri (contoh)'],
]

export function listPerangkatDaerah(ukuran: Ukuran): PerangkatDaerah[] {
  return listKantor(ukuran).map(({ kode }) => {
    const item = tabelPerangkatDaerah.baris.find((satu) => satu.kode === kode)
    if (item === undefined) throw new Error(`no such perangkat daerah: ${kode}`)
    return { kode, nama: item.label, jenis: item.jenis }
  })
}

export function listUnitKerja(ukuran: Ukuran): UnitKerja[] {
  return listKantor(ukuran).flatMap(({ kode }) => {
    const rujukan = tabelPerangkatDaerah.tambahan.unitKerja
      .filter((unit) => unit.perangkatDaerah === kode)
      .map((unit) => ({ kode: unit.kode, perangkatDaerah: kode, nama: unit.label }))
    const tambahan = [...unitUmum, ...(kode === '101' ? unitSekolah : [])]
      .map(([nomor, nama]) => ({ kode: `${kode}.${nomor}`, perangkatDaerah: kode, nama }))
      .filter((unit) => rujukan.every((satu) => satu.kode !== unit.kode))
    return [...rujukan, ...tambahan].toSorted((a, b) => a.kode.localeCompare(b.kode, 'en'))
  })
}
