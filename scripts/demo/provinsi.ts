import type { IsiRiwayat, JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { NilaiPenilaian } from '@meja/core/domain/keputusan.ts'
import type { HasilKeputusan } from '@meja/core/domain/status-usulan.ts'

/** The demo province as it stands in provinsi.json. Everything and everyone in it is invented. */
export type Provinsi = {
  versi: number
  seed: string
  hariIni: string
  perangkatDaerah: PerangkatDaerah[]
  unitKerja: UnitKerja[]
  pegawai: Pegawai[]
  akun: Akun[]
  dokumen: Dokumen[]
  usulan: Usulan[]
}

export type PerangkatDaerah = { kode: string; nama: string; jenis: string }
export type UnitKerja = { kode: string; perangkatDaerah: string; nama: string }

/** Kinds whose papers the demo province can draw. */
export const jenisPindaian = [
  'pangkat',
  'cpns',
  'gaji',
  'pendidikan',
  'pasangan',
  'kartu_keluarga',
  'kinerja',
  'diklat',
] as const satisfies readonly JenisRiwayat[]
export type JenisPindaian = (typeof jenisPindaian)[number]

/** Appointments are in the record too, without a paper of their own. */
type JenisContoh = JenisPindaian | 'pns' | 'pppk'

export type Riwayat<J extends JenisContoh = JenisContoh> = {
  id: string
  jenis: J
  isi: IsiRiwayat
}

export type DataUtama = {
  nip: string
  nama: string
  gelarDepan: string | null
  gelarBelakang: string | null
  tempatLahir: string
  tanggalLahir: string
  jenisKelamin: 'L' | 'P'
  agama: string
  statusPerkawinan: string
  jenisPegawai: 'PNS' | 'CPNS' | 'PPPK'
  kedudukanHukum: string
  nik: string
  nomorKk: string
  tmtCpns: string | null
  tmtPns: string | null
  tmtPppk: string | null
  akhirPppk: string | null
  golongan: string
  jabatan: string
  jenisJabatan: 'struktural' | 'fungsional' | 'pelaksana'
}

export type Pegawai = {
  id: string
  nip: string
  perangkatDaerah: string
  unitKerja: string
  dataUtama: DataUtama
  riwayat: Riwayat[]
}

export type Akun = {
  id: string
  username: string
  peran: 'fasilitator' | 'administrator' | 'user_personal'
  nama: string
  pegawaiId: string
  perangkatDaerah: string | null
}

export type TipeMedia = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff'
export type Ekstensi = 'pdf' | 'jpg' | 'png' | 'tif'

export type Dokumen = {
  id: string
  pegawaiId: string
  jenis: string
  sha256: string
  tipeMedia: TipeMedia
  ekstensi: Ekstensi
  ukuran: number
  halaman: number
  namaAsli: string
}

export type Penilaian = { kunci: string; nilai: NilaiPenilaian; alasan?: string }

export type KeputusanLama = {
  akunId: string
  diputusPada: string
  hasil: HasilKeputusan
  penilaian: Penilaian[]
  /** Where the paper original was seen (P1.17); null on a return. */
  asliDilihatDi: string | null
}

export type Usulan = {
  id: string
  pegawaiId: string
  jenis: JenisPindaian
  aksi: 'tambah' | 'koreksi'
  riwayatId: string | null
  sebelum: IsiRiwayat | null
  sesudah: IsiRiwayat
  dokumenIds: string[]
  diajukanPada: string
  status: 'diajukan' | 'terverifikasi_1' | 'valid' | 'dikembalikan'
  keputusan: KeputusanLama | null
}

/** How a typed value was made to differ from the paper. */
export type JenisBeda =
  'tukar' | 'angka' | 'jenjang' | 'balik' | 'tahun' | 'huruf' | 'jumlah' | 'orang'

export type Ditanam = { kunci: string; jenis: JenisBeda; kertas: string; usulan: string }

/** What the paper of one proposal really says; read by tests, never by the product. */
export type KebenaranUsulan = {
  usulanId: string
  kertas: IsiRiwayat
  pemilik: { nama: string; nip: string }
  ditanam: Ditanam | null
  profil: Profil
  dpi: number
  terbaca: boolean
}

export type Kebenaran = { usulan: KebenaranUsulan[]; milikFasilitator: string }

export const namaProfil = [
  'baik',
  'sedang',
  'buruk',
  'ponsel',
  'fotokopi',
  'gelap',
  'kabur',
  'terpotong',
] as const

/** How the paper met the scanner; the last three leave nothing that a person could verify. */
export type Profil = (typeof namaProfil)[number]

export type Ukuran = 'penuh' | 'kecil'
