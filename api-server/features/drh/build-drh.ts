import {
  getDeskripsi,
  kodeJenisRiwayat,
  type IsiRiwayat,
  type Isian,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import { formatIsian } from '@meja/core/domain/tampilan-isian.ts'

export type Pasangan = readonly [label: string, nilai: string]

/** One row of a history: the fields that name it as columns, everything else it says below them. */
export type BarisDrh = { readonly kolom: readonly string[]; readonly rincian: string }

/** One kind: main data as label and value, a history as a table. */
export type DaftarDrh = { readonly judul: string } & (
  | { readonly bentuk: 'pasangan'; readonly isi: readonly Pasangan[] }
  | {
      readonly bentuk: 'tabel'
      readonly kepala: readonly string[]
      readonly baris: readonly BarisDrh[]
    }
)

export type BagianDrh = {
  readonly judul: string
  readonly daftar: readonly DaftarDrh[]
  /** Names of the kinds of this part of which the record holds nothing. */
  readonly kosong: readonly string[]
}

export type BarisSah = { readonly jenis: JenisRiwayat; readonly isi: IsiRiwayat }

/** Kinds that a print shows: confidential ones never leave on paper (P10.2c). */
export const jenisDrh = kodeJenisRiwayat.filter((jenis) => !getDeskripsi(jenis).rahasia)

/** The parts of the usual form, in its order. */
const susunan = [
  {
    judul: 'Keterangan perorangan',
    jenis: ['identitas', 'gelar', 'kartu_keluarga', 'alamat', 'nomor_kartu', 'kepegawaian'],
  },
  {
    judul: 'Pendidikan dan pelatihan',
    jenis: ['pendidikan', 'diklat', 'kursus', 'sertifikasi', 'ujian', 'izin_belajar'],
  },
  {
    judul: 'Riwayat pekerjaan',
    jenis: [
      'cpns',
      'spmt',
      'sttpl',
      'pns',
      'pppk',
      'masa_kerja',
      'pangkat',
      'gaji',
      'jabatan',
      'mutasi',
      'penempatan',
      'kinerja',
      'angka_kredit',
      'cuti',
    ],
  },
  { judul: 'Tanda jasa dan penghargaan', jenis: ['penghargaan'] },
  { judul: 'Keterangan keluarga', jenis: ['pasangan', 'anak', 'keluarga_lain'] },
  { judul: 'Keterangan organisasi', jenis: ['organisasi'] },
] as const satisfies readonly { judul: string; jenis: readonly JenisRiwayat[] }[]

/** Every open kind stands in one part: what is described later comes into the last one by itself. */
export function listSusunan(): { judul: string; jenis: readonly JenisRiwayat[] }[] {
  const disebut = new Set<JenisRiwayat>(susunan.flatMap(({ jenis }) => jenis))
  const sisa = jenisDrh.filter((jenis) => !disebut.has(jenis))
  return [...susunan, { judul: 'Keterangan lain-lain', jenis: sisa }]
}

type Format = (isian: Isian, nilai: string) => string

function listTerisi(isian: readonly Isian[], isi: IsiRiwayat, format: Format): Pasangan[] {
  return isian.flatMap((satu) => {
    const nilai = isi[satu.kunci] ?? null
    return nilai === null || nilai === '' ? [] : [[satu.label.id, format(satu, nilai)] as const]
  })
}

function buildDaftar(jenis: JenisRiwayat, semua: readonly IsiRiwayat[], format: Format): DaftarDrh {
  const { label, tunggal, ringkas, isian } = getDeskripsi(jenis)
  if (tunggal) {
    const isi = semua.flatMap((satu) => listTerisi(isian, satu, format))
    return { judul: label.id, bentuk: 'pasangan', isi }
  }
  const kolom = isian
    .filter(({ kunci }) => ringkas.includes(kunci))
    .toSorted((a, b) => ringkas.indexOf(a.kunci) - ringkas.indexOf(b.kunci))
  const lain = isian.filter(({ kunci }) => !ringkas.includes(kunci))
  return {
    judul: label.id,
    bentuk: 'tabel',
    kepala: kolom.map((satu) => satu.label.id),
    baris: semua.map((isi) => ({
      kolom: kolom.map((satu) => {
        const nilai = isi[satu.kunci] ?? ''
        return nilai === '' ? '—' : format(satu, nilai)
      }),
      rincian: listTerisi(lain, isi, format)
        .map(([nama, nilai]) => `${nama}: ${nilai}`)
        .join('; '),
    })),
  }
}

/** What the print says, derived from the descriptions alone. */
export function buildDrh(
  baris: readonly BarisSah[],
  namaUnit: ReadonlyMap<string, string>,
): BagianDrh[] {
  const format: Format = (isian, nilai) =>
    isian.tipe === 'unit' ? (namaUnit.get(nilai) ?? nilai) : formatIsian(isian, nilai, 'id')
  const menurutJenis = Map.groupBy(baris, ({ jenis }) => jenis)
  return listSusunan().map(({ judul, jenis }) => {
    const [ada, kosong] = [
      jenis.filter((satu) => menurutJenis.has(satu)),
      jenis.filter((satu) => !menurutJenis.has(satu)),
    ]
    return {
      judul,
      daftar: ada.map((satu) =>
        buildDaftar(
          satu,
          (menurutJenis.get(satu) ?? []).map(({ isi }) => isi),
          format,
        ),
      ),
      kosong: kosong.map((satu) => getDeskripsi(satu).label.id),
    }
  })
}
