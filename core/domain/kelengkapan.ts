import type { FaktaLuar } from './aturan/aturan.ts'
import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
  type Kelompok,
  type Label,
} from './jenis-riwayat.ts'
import { listSyarat } from './kelengkapan/syarat.ts'
import type { BarisRiwayat, RekamPegawai } from './rekam.ts'

/** Codes of the verified documents that prove a row, by its id. */
export type BuktiBaris = ReadonlyMap<string, readonly string[]>

/** One thing that is missing: a required field, or a row's proof. */
export type Kekurangan = {
  readonly kelompok: Kelompok
  /** "akun" for what only the owner enters (P30.2j). */
  readonly jenis: JenisRiwayat | 'akun'
  readonly apa: 'isian' | 'bukti'
  /** The field; null for a proof. */
  readonly kunci: string | null
  readonly label: Label
}

type Butir = Kekurangan & { readonly ada: boolean }

export type Kelengkapan = {
  /** 0 to 100 per group of P6.2, and of all five by their weights. */
  readonly kelompok: Readonly<Record<Kelompok, number>>
  readonly total: number
  readonly kekurangan: readonly Kekurangan[]
}

/** Record model, section 7. */
export const bobotKelompok: Readonly<Record<Kelompok, number>> = {
  pribadi: 25,
  kualifikasi: 20,
  kompetensi: 10,
  kinerja: 20,
  pendukung: 25,
}

export const kelompokKelengkapan = Object.keys(bobotKelompok) as Kelompok[]

const labelAkun = {
  surel: { id: 'Surel pribadi', en: 'Personal e-mail' },
  nomorHp: { id: 'Nomor HP', en: 'Mobile number' },
} as const

function hasNilai(isi: IsiRiwayat | undefined, kunci: string): boolean {
  return (isi?.[kunci] ?? '') !== ''
}

/** A row's required fields and its proof, with words that say of which year or other it is. */
function listButirBaris(
  jenis: JenisRiwayat,
  baris: BarisRiwayat | undefined,
  bukti: BuktiBaris,
  sebutan: string,
): Butir[] {
  const { isian, kelompok, wajibBukti, bukti: sah, label } = getDeskripsi(jenis)
  const tulis = (isi: Label, akhiran = sebutan): Label => ({
    id: `${label.id}${akhiran}: ${isi.id}`,
    en: `${label.en}${akhiran}: ${isi.en}`,
  })
  const dimiliki = baris === undefined ? [] : (bukti.get(baris.id) ?? [])
  const butirBukti: Butir = {
    kelompok,
    jenis,
    apa: 'bukti',
    kunci: null,
    label: tulis({ id: 'dokumen bukti', en: 'proof' }),
    ada: dimiliki.some((kode) => sah.includes(kode)),
  }
  return [
    ...isian
      .filter((satu) => satu.wajib)
      .map((satu): Butir => ({
        kelompok,
        jenis,
        apa: 'isian',
        kunci: satu.kunci,
        label: tulis(satu.label),
        ada: hasNilai(baris?.isi, satu.kunci),
      })),
    ...(wajibBukti ? [butirBukti] : []),
  ]
}

/** E-mail and mobile number are told as there or not there, never read; untold they are not asked. */
function listButirAkun(fakta: FaktaLuar): Butir[] {
  const akun = [
    ['surel', fakta.adaSurel],
    ['nomorHp', fakta.adaNomorHp],
  ] as const
  return akun.flatMap(([kunci, ada]) =>
    ada === undefined
      ? []
      : [
          {
            kelompok: 'pribadi' as const,
            jenis: 'akun' as const,
            apa: 'isian' as const,
            kunci,
            label: labelAkun[kunci],
            ada,
          },
        ],
  )
}

function scoreKelompok(butir: readonly Butir[], kelompok: Kelompok): number {
  const milik = butir.filter((satu) => satu.kelompok === kelompok)
  // Of whom a group asks nothing, nothing is missing.
  return milik.length === 0 ? 100 : (milik.filter((satu) => satu.ada).length / milik.length) * 100
}

function weighTotal(kelompok: Readonly<Record<Kelompok, number>>): number {
  const jumlah = kelompokKelengkapan.reduce((n, satu) => n + bobotKelompok[satu], 0)
  return (
    kelompokKelengkapan.reduce((n, satu) => n + bobotKelompok[satu] * kelompok[satu], 0) / jumlah
  )
}

function mapKelompok(getSkor: (kelompok: Kelompok) => number): Record<Kelompok, number> {
  return {
    pribadi: getSkor('pribadi'),
    kualifikasi: getSkor('kualifikasi'),
    kompetensi: getSkor('kompetensi'),
    kinerja: getSkor('kinerja'),
    pendukung: getSkor('pendukung'),
  }
}

/**
 * The share of required fields and proofs that are there, per group and overall, and what is
 * missing. It needs the whole record: confidential rows that the reader may not see are still there
 * to be counted. A service asks for its own list, not for this percentage (P11.3).
 */
export function deriveKelengkapan(
  rekam: RekamPegawai,
  hariIni: string,
  bukti: BuktiBaris,
  fakta: FaktaLuar = {},
): Kelengkapan {
  const butir = [
    ...listButirAkun(fakta),
    ...listSyarat(rekam, hariIni).flatMap(({ jenis, baris, sebutan }) =>
      listButirBaris(jenis, baris, bukti, sebutan),
    ),
  ]
  const kelompok = mapKelompok((satu) => scoreKelompok(butir, satu))
  const kekurangan = butir
    .filter((satu) => !satu.ada)
    .map(({ kelompok: milik, jenis, apa, kunci, label }) => ({
      kelompok: milik,
      jenis,
      apa,
      kunci,
      label,
    }))
  return { kelompok, total: weighTotal(kelompok), kekurangan }
}

/** Completeness of a unit, an office or the province; kept as sums so that parts add up exactly. */
export type KelengkapanKumpulan = {
  readonly pegawai: number
  readonly lengkap: number
  readonly jumlahSkor: Readonly<Record<Kelompok, number>>
  /** How many people miss it, by kind and field ("identitas.agama") or proof ("identitas"). */
  readonly kurang: Readonly<Record<string, number>>
}

export function aggregateKelengkapan(semua: readonly Kelengkapan[]): KelengkapanKumpulan {
  const kurang: Record<string, number> = {}
  for (const { kekurangan } of semua) {
    const kunci = kekurangan.map(({ jenis, kunci: isian }) => (isian ? `${jenis}.${isian}` : jenis))
    for (const satu of new Set(kunci)) kurang[satu] = (kurang[satu] ?? 0) + 1
  }
  return {
    pegawai: semua.length,
    lengkap: semua.filter((satu) => satu.kekurangan.length === 0).length,
    jumlahSkor: mapKelompok((kelompok) =>
      semua.reduce((jumlah, satu) => jumlah + satu.kelompok[kelompok], 0),
    ),
    kurang,
  }
}

/** Units into their office: as if all their people had been counted at once. */
export function mergeKelengkapan(bagian: readonly KelengkapanKumpulan[]): KelengkapanKumpulan {
  const kurang: Record<string, number> = {}
  for (const [kunci, jumlah] of bagian.flatMap((satu) => Object.entries(satu.kurang))) {
    kurang[kunci] = (kurang[kunci] ?? 0) + jumlah
  }
  const sum = (getNilai: (satu: KelengkapanKumpulan) => number) =>
    bagian.reduce((jumlah, satu) => jumlah + getNilai(satu), 0)
  return {
    pegawai: sum((satu) => satu.pegawai),
    lengkap: sum((satu) => satu.lengkap),
    jumlahSkor: mapKelompok((kelompok) => sum((satu) => satu.jumlahSkor[kelompok])),
    kurang,
  }
}

/** The mean of a collection, 0 to 100; an empty one has none. */
export function getRerataKelengkapan(
  kumpulan: KelengkapanKumpulan,
): Pick<Kelengkapan, 'kelompok' | 'total'> | null {
  if (kumpulan.pegawai === 0) return null
  const kelompok = mapKelompok((satu) => kumpulan.jumlahSkor[satu] / kumpulan.pegawai)
  return { kelompok, total: weighTotal(kelompok) }
}
