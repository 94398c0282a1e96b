import type { NamaTabelIsian } from '../../reference/tabel-isian.ts'

/** The two languages of the interface; Indonesian is the first (glossary). */
export type Label = { readonly id: string; readonly en: string }

/**
 * How a value is written. All values are text, because identifiers and money must survive every
 * hop exactly (nip.md): `tanggal` YYYY-MM-DD, `tahun` four digits, `uang` whole rupiah as digits,
 * `masa` months as digits, `bilangan` whole digits, `angka` digits with a decimal comma, `nip` 18
 * and `nik` 16 digits, `golongan` III/b, `rujukan` a code of the named reference table, `pilihan`
 * one of the field's own short list, `yaTidak` "ya" or "tidak", `unit` a code of the organisation
 * tree.
 */
export type TipeIsian =
  | 'teks'
  | 'nama'
  | 'nomor'
  | 'tanggal'
  | 'tahun'
  | 'uang'
  | 'masa'
  | 'bilangan'
  | 'angka'
  | 'nip'
  | 'nik'
  | 'golongan'
  | 'rujukan'
  | 'pilihan'
  | 'yaTidak'
  | 'unit'
  | 'surel'

export type Pilihan = { readonly kode: string; readonly label: Label }

export type Isian = {
  readonly kunci: string
  readonly label: Label
  readonly tipe: TipeIsian
  readonly wajib: boolean
  /** Longest accepted text, in characters. */
  readonly maks: number
  /** Name of the table in core/reference; only for `rujukan`. */
  readonly rujukan?: NamaTabelIsian
  /** The field's own short list; only for `pilihan`. */
  readonly pilihan?: readonly Pilihan[]
  /** What the whole text must look like, where the kind alone says too little. */
  readonly pola?: RegExp
  /** Masked for everybody but the person and administrators (record model, section 6). */
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
  /** Read by administrators with a stated purpose only (P10.2c). */
  readonly rahasia: boolean
  /** Only one row of this kind is valid at a time (main data); a new one replaces it. */
  readonly tunggal: boolean
  /** Key fields need the administrator's second check before they change the record (P10.2b). */
  readonly perluAdministrator: boolean
  /** Codes of core/reference/jenis-dokumen that prove a row. */
  readonly bukti: readonly string[]
  /** False where a fact may stand without paper. */
  readonly wajibBukti: boolean
  /** The field with the first day on which the fact holds. */
  readonly mulai?: string
  /** The field with the last day; a row without a value there is open. */
  readonly selesai?: string
  /** The two or three fields that name a row in a list. */
  readonly ringkas: readonly string[]
  /** Where the regulation asks for it. */
  readonly pasal: string
  readonly isian: readonly Isian[]
}

type Opsi = Partial<Omit<Isian, 'kunci' | 'label' | 'tipe'>>

const maksBawaan: Partial<Record<TipeIsian, number>> = {
  nip: 18,
  nik: 16,
  tahun: 4,
  masa: 3,
  uang: 12,
  yaTidak: 5,
  nomor: 60,
}

/** One field; what is not said is optional, at most 100 characters, and open to read. */
export function isian(
  kunci: string,
  tipe: TipeIsian,
  id: string,
  en: string,
  opsi: Opsi = {},
): Isian {
  return {
    kunci,
    label: { id, en },
    tipe,
    ...opsi,
    wajib: opsi.wajib ?? false,
    maks: opsi.maks ?? maksBawaan[tipe] ?? 100,
  }
}

export const wajib = { wajib: true } as const
export const peka = { peka: true } as const

/** A short list of a field: code, Indonesian and English words. */
export function pilihan(...baris: readonly (readonly [string, string, string])[]): Opsi {
  return { pilihan: baris.map(([kode, id, en]) => ({ kode, label: { id, en } })) }
}

/** What most kinds are: several rows, decided by a fasilitator, with paper, open to read. */
const bawaan = {
  rahasia: false,
  tunggal: false,
  perluAdministrator: false,
  wajibBukti: true,
} as const

type Ubahan = Partial<
  Pick<DeskripsiRiwayat, 'rahasia' | 'tunggal' | 'perluAdministrator' | 'wajibBukti'>
> &
  Omit<DeskripsiRiwayat, 'rahasia' | 'tunggal' | 'perluAdministrator' | 'wajibBukti'>

export function riwayat(ubahan: Ubahan): DeskripsiRiwayat {
  return { ...bawaan, ...ubahan }
}

/** Confidential data: written and verified by administrators, opened for a purpose (P10.2c). */
export function riwayatRahasia(ubahan: Ubahan): DeskripsiRiwayat {
  return { ...bawaan, perluAdministrator: true, rahasia: true, ...ubahan }
}

export const nomorSk = isian('nomorSk', 'nomor', 'Nomor SK', 'Decree number', wajib)
export const tanggalSk = isian('tanggalSk', 'tanggal', 'Tanggal SK', 'Decree date', wajib)
export const golongan = isian('golongan', 'golongan', 'Golongan/ruang', 'Grade', wajib)
export const masaKerjaGolongan = isian(
  'masaKerjaGolongan',
  'masa',
  'Masa kerja golongan',
  'Time in grade',
)
export const gajiPokok = isian('gajiPokok', 'uang', 'Gaji pokok', 'Base pay', peka)
export const pejabatPenetap = isian(
  'pejabatPenetap',
  'teks',
  'Pejabat penetap',
  'Signed by office of',
)
