import type { NamaTabelIsian } from '../reference/tabel-isian.ts'

/**
 * Every history and main-data group that a proposal can change, described once (P6, P16). Forms,
 * server validation, comparison rows and the requirements table derive from these descriptions:
 * adding a history is adding a description.
 */

/** The two languages of the interface; Indonesian is the first (glossary). */
export type Label = { readonly id: string; readonly en: string }

/**
 * How a value is written. All values are text, because identifiers and money must survive every
 * hop exactly (nip.md): `tanggal` YYYY-MM-DD, `uang` whole rupiah as digits, `masa` months as
 * digits, `angka` digits with a decimal comma, `nip` 18 and `nik` 16 digits, `golongan` III/b,
 * `rujukan` a code of the named reference table.
 */
export type TipeIsian =
  | 'teks'
  | 'nama'
  | 'nomor'
  | 'tanggal'
  | 'uang'
  | 'masa'
  | 'angka'
  | 'nip'
  | 'nik'
  | 'golongan'
  | 'rujukan'

export type Isian = {
  readonly kunci: string
  readonly label: Label
  readonly tipe: TipeIsian
  readonly wajib: boolean
  /** Longest accepted text, in characters. */
  readonly maks: number
  /** Name of the table in core/reference; only for `rujukan`. */
  readonly rujukan?: NamaTabelIsian
  /** What the whole text must look like, where the kind alone says too little. */
  readonly pola?: RegExp
  readonly peka?: boolean
}

/** The five groups of master data (P6.2). */
export type Kelompok = 'pribadi' | 'kualifikasi' | 'kompetensi' | 'kinerja' | 'pendukung'

/** Who may write: S the employee, F the facilitator on behalf too, A administrators only. */
export type KelasTulis = 'S' | 'F' | 'A'

export type DeskripsiRiwayat = {
  readonly label: Label
  readonly kelompok: Kelompok
  readonly kelas: KelasTulis
  /** Only one row of this kind is valid at a time (main data); a new one replaces it. */
  readonly tunggal: boolean
  /** Key fields need the administrator's second check before they change the record (P10.2b). */
  readonly perluAdministrator: boolean
  readonly rahasia: boolean
  readonly wajibBukti: boolean
  readonly mulai?: string
  readonly selesai?: string
  /** Codes of core/reference/jenis-dokumen that prove a row. */
  readonly bukti: readonly string[]
  readonly isian: readonly Isian[]
}

type Opsi = Partial<Pick<Isian, 'wajib' | 'maks' | 'rujukan' | 'pola'>>

function isian(kunci: string, tipe: TipeIsian, id: string, en: string, opsi: Opsi = {}): Isian {
  return {
    kunci,
    label: { id, en },
    tipe,
    wajib: opsi.wajib ?? false,
    maks: opsi.maks ?? 100,
    ...(opsi.rujukan === undefined ? {} : { rujukan: opsi.rujukan }),
    ...(opsi.pola === undefined ? {} : { pola: opsi.pola }),
  }
}

const tahun = { wajib: true, maks: 4, pola: /^(19|20)\d{2}$/ }

const wajib = { wajib: true }
const nomorSk = isian('nomorSk', 'nomor', 'Nomor SK', 'Decree number', { wajib: true, maks: 60 })
const tanggalSk = isian('tanggalSk', 'tanggal', 'Tanggal SK', 'Decree date', wajib)
const golongan = isian('golongan', 'golongan', 'Golongan/ruang', 'Grade', wajib)
const masaKerjaGolongan = isian('masaKerjaGolongan', 'masa', 'Masa kerja golongan', 'Time in grade')
const gajiPokok = isian('gajiPokok', 'uang', 'Gaji pokok', 'Base pay')

export const jenisRiwayat = {
  pangkat: {
    label: { id: 'Riwayat pangkat', en: 'Rank history' },
    kelompok: 'pendukung',
    kelas: 'F',
    tunggal: false,
    perluAdministrator: true,
    rahasia: false,
    wajibBukti: true,
    bukti: ['SK_KP', 'SK_CPNS'],
    isian: [
      nomorSk,
      tanggalSk,
      golongan,
      isian('tmtGolongan', 'tanggal', 'TMT golongan', 'Grade effective from', wajib),
      masaKerjaGolongan,
      gajiPokok,
      isian('jenisKp', 'rujukan', 'Jenis kenaikan pangkat', 'Kind of promotion', {
        rujukan: 'jenis-kenaikan-pangkat',
      }),
      isian('pejabatPenetap', 'teks', 'Pejabat penetap', 'Signed by office of'),
    ],
  },
  cpns: {
    label: { id: 'Pengangkatan CPNS', en: 'First appointment' },
    kelompok: 'pendukung',
    kelas: 'S',
    tunggal: true,
    perluAdministrator: true,
    rahasia: false,
    wajibBukti: true,
    bukti: ['SK_CPNS'],
    isian: [
      nomorSk,
      tanggalSk,
      isian('tmtCpns', 'tanggal', 'TMT CPNS', 'Candidate from', wajib),
      golongan,
      gajiPokok,
      isian('unitKerja', 'teks', 'Unit kerja', 'Work unit', { maks: 150 }),
    ],
  },
  gaji: {
    label: { id: 'Riwayat gaji berkala', en: 'Periodic pay rise' },
    kelompok: 'pendukung',
    kelas: 'F',
    tunggal: false,
    perluAdministrator: false,
    rahasia: false,
    wajibBukti: true,
    mulai: 'tmtGaji',
    bukti: ['SK_KGB'],
    isian: [
      nomorSk,
      tanggalSk,
      golongan,
      masaKerjaGolongan,
      { ...gajiPokok, wajib: true },
      isian('tmtGaji', 'tanggal', 'TMT gaji', 'Pay effective from', wajib),
      isian('tmtBerikutnya', 'tanggal', 'KGB berikutnya', 'Next rise due'),
    ],
  },
  pendidikan: {
    label: { id: 'Riwayat pendidikan', en: 'Education' },
    kelompok: 'kualifikasi',
    kelas: 'S',
    tunggal: false,
    perluAdministrator: false,
    rahasia: false,
    wajibBukti: true,
    bukti: ['IJAZAH'],
    isian: [
      isian('tingkat', 'rujukan', 'Tingkat', 'Level', {
        wajib: true,
        rujukan: 'tingkat-pendidikan',
      }),
      isian('programStudi', 'teks', 'Program studi', 'Study programme', wajib),
      isian('namaSekolah', 'teks', 'Sekolah/perguruan tinggi', 'School', {
        wajib: true,
        maks: 150,
      }),
      isian('nomorIjazah', 'nomor', 'Nomor ijazah', 'Diploma number', { wajib: true, maks: 60 }),
      isian('tanggalLulus', 'tanggal', 'Tanggal lulus', 'Graduated on'),
      isian('tahunLulus', 'angka', 'Tahun lulus', 'Year', tahun),
      isian('gelarBelakang', 'teks', 'Gelar', 'Title', { maks: 50 }),
    ],
  },
  pasangan: {
    label: { id: 'Suami/istri', en: 'Spouse' },
    kelompok: 'pribadi',
    kelas: 'S',
    tunggal: false,
    perluAdministrator: false,
    rahasia: false,
    wajibBukti: true,
    mulai: 'tanggalNikah',
    selesai: 'tanggalCerai',
    bukti: ['AKTA_NIKAH'],
    isian: [
      isian('nama', 'nama', 'Nama pasangan', "Spouse's name", wajib),
      isian('tanggalLahir', 'tanggal', 'Tanggal lahir', 'Born on'),
      isian('tanggalNikah', 'tanggal', 'Tanggal nikah', 'Married on', wajib),
      isian('nomorAkta', 'nomor', 'Nomor akta nikah', 'Certificate number', { maks: 60 }),
      isian('pekerjaan', 'teks', 'Pekerjaan', 'Occupation'),
      isian('tanggalCerai', 'tanggal', 'Tanggal cerai', 'Divorced on'),
    ],
  },
  kartu_keluarga: {
    label: { id: 'Kartu keluarga dan alamat', en: 'Family card and address' },
    kelompok: 'pribadi',
    kelas: 'S',
    tunggal: true,
    perluAdministrator: false,
    rahasia: false,
    wajibBukti: true,
    bukti: ['KK'],
    isian: [
      isian('nomorKk', 'nik', 'Nomor KK', 'Family card number', { wajib: true, maks: 16 }),
      { ...isian('nik', 'nik', 'NIK', 'Citizen number', { wajib: true, maks: 16 }), peka: true },
      isian('jalan', 'teks', 'Alamat', 'Street', { wajib: true, maks: 150 }),
      isian('rtRw', 'teks', 'RT/RW', 'RT/RW', { maks: 7 }),
      isian('kelurahan', 'teks', 'Kelurahan/desa', 'Village'),
      isian('kecamatan', 'teks', 'Kecamatan', 'District'),
      isian('kabkota', 'teks', 'Kabupaten/kota', 'Regency or city'),
      isian('kodePos', 'angka', 'Kode pos', 'Postcode', { maks: 5, pola: /^\d{5}$/ }),
    ],
  },
  kinerja: {
    label: { id: 'Riwayat kinerja (SKP)', en: 'Performance' },
    kelompok: 'kinerja',
    kelas: 'S',
    tunggal: false,
    perluAdministrator: false,
    rahasia: false,
    wajibBukti: true,
    bukti: ['SKP'],
    isian: [
      isian('tahun', 'angka', 'Tahun', 'Year', tahun),
      isian('predikat', 'rujukan', 'Predikat kinerja', 'Rating', {
        wajib: true,
        rujukan: 'predikat-kinerja',
      }),
      isian('hasilKerja', 'teks', 'Hasil kerja', 'Work results'),
      isian('perilaku', 'teks', 'Perilaku kerja', 'Work behaviour'),
      isian('penilaiNama', 'nama', 'Nama penilai', 'Appraiser'),
      isian('penilaiNip', 'nip', 'NIP penilai', "Appraiser's NIP", { maks: 18 }),
    ],
  },
  diklat: {
    label: { id: 'Riwayat diklat', en: 'Training' },
    kelompok: 'kualifikasi',
    kelas: 'S',
    tunggal: false,
    perluAdministrator: false,
    rahasia: false,
    wajibBukti: true,
    bukti: ['SERT_DIKLAT'],
    isian: [
      isian('jenisDiklat', 'rujukan', 'Jenis diklat', 'Kind', {
        wajib: true,
        rujukan: 'jenis-diklat',
      }),
      isian('nama', 'teks', 'Nama diklat', 'Name', { wajib: true, maks: 150 }),
      isian('penyelenggara', 'teks', 'Penyelenggara', 'Held by', { maks: 150 }),
      isian('tanggalMulai', 'tanggal', 'Tanggal mulai', 'From', wajib),
      isian('tanggalSelesai', 'tanggal', 'Tanggal selesai', 'Until', wajib),
      isian('jumlahJp', 'angka', 'Jumlah JP', 'Hours', { maks: 4, pola: /^\d+$/ }),
      isian('nomorSertifikat', 'nomor', 'Nomor sertifikat', 'Certificate number', { maks: 60 }),
    ],
  },
  hukuman_disiplin: {
    label: { id: 'Hukuman disiplin', en: 'Discipline' },
    kelompok: 'pendukung',
    kelas: 'A',
    tunggal: false,
    perluAdministrator: true,
    rahasia: true,
    wajibBukti: true,
    mulai: 'tmt',
    selesai: 'akhir',
    bukti: ['SK_HUKDIS'],
    isian: [
      nomorSk,
      tanggalSk,
      isian('tmt', 'tanggal', 'TMT', 'From', wajib),
      isian('akhir', 'tanggal', 'Akhir', 'Until'),
    ],
  },
} as const satisfies Record<string, DeskripsiRiwayat>

export type JenisRiwayat = keyof typeof jenisRiwayat

export const kodeJenisRiwayat = Object.keys(jenisRiwayat) as [JenisRiwayat, ...JenisRiwayat[]]

export function getDeskripsi(jenis: JenisRiwayat): DeskripsiRiwayat {
  return jenisRiwayat[jenis]
}

/**
 * The row that a fasilitator judges besides the proposal's fields: that the paper belongs to this
 * employee (name and NIP). It is not a field of the record, so it has no description above.
 */
export const kunciPemilik = 'pemilik'

/** One row's values by key; null where the paper or the record says nothing. */
export type IsiRiwayat = Readonly<Record<string, string | null>>

/**
 * Keys that a decision on this proposal must judge, in the order they stand on screen: whose paper
 * it is, then every field that has a value before or after.
 */
export function listKunciPenilaian(
  jenis: JenisRiwayat,
  sebelum: IsiRiwayat | null,
  sesudah: IsiRiwayat,
): string[] {
  const terisi = jenisRiwayat[jenis].isian
    .map((satu) => satu.kunci)
    .filter((kunci) => (sesudah[kunci] ?? null) !== null || (sebelum?.[kunci] ?? null) !== null)
  return [kunciPemilik, ...terisi]
}
