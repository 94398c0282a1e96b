import type { FaktaLuar } from './aturan/aturan.ts'
import { listTemuanNik } from './aturan/identitas.ts'
import {
  deriveKelengkapan,
  getRerataKelengkapan,
  kelompokKelengkapan,
  type BuktiBaris,
  type Kelengkapan,
} from './kelengkapan.ts'
import {
  deriveKualitas,
  kodeIndikator,
  scoreKumpulan,
  type KodeIndikator,
  type SkorKualitas,
} from './kualitas-data.ts'
import { findBatasTersimpan } from './nilai-tersimpan.ts'
import { deriveNilai, findJabatan } from './nilai-turunan.ts'
import { findTmtMasuk } from './masa-kerja.ts'
import { getNilai, listRiwayat, type RekamPegawai } from './rekam.ts'
import { addBulan, getHariSebelum } from './tanggal.ts'

/**
 * Indicators that rest on confidential rows (P10.2c): legal position, end of service, unpaid leave.
 * They are reckoned apart, where those rows may be read, and shown to administrators only.
 */
export const indikatorRahasia: readonly KodeIndikator[] = ['TIM_5', 'TIM_6', 'ACC_4']

export const indikatorTerbuka: readonly KodeIndikator[] = kodeIndikator.filter(
  (kode) => !indikatorRahasia.includes(kode),
)

/** Hundredths of a percent, whole: sums of them are exact and can be taken back. */
const toSeperseratus = (skor: number): number => Math.round(skor * 100)

/** What one person adds to the sums of a unit. */
export type Ukuran = Readonly<Record<string, number>>

export type KualitasSatu = {
  readonly kelengkapan: Kelengkapan
  readonly skor: SkorKualitas
  readonly gagal: readonly KodeIndikator[]
}

/** Until Dukcapil is asked, a NIK that is there and breaks no rule of its own is taken as valid (ACC_5). */
function isNikSah(rekam: RekamPegawai): boolean {
  const milik = listRiwayat(rekam, 'kartu_keluarga').at(-1)
  if (getNilai(milik?.isi, 'nik') === undefined) return false
  const temuan = listTemuanNik({ rekam, hariIni: '', fakta: {} })
  return temuan.every(({ riwayatId }) => riwayatId !== milik?.id)
}

/** Completeness and the open indicators of one person; `lengkap` has the confidential rows' outline. */
export function deriveKualitasTerbuka(
  rekam: RekamPegawai,
  lengkap: RekamPegawai,
  hariIni: string,
  bukti: BuktiBaris,
  luar: FaktaLuar = {},
): KualitasSatu {
  const fakta = { nikTervalidasi: isNikSah(rekam), ...luar }
  const gagal = deriveKualitas(rekam, hariIni, fakta).gagal.filter((kode) =>
    indikatorTerbuka.includes(kode),
  )
  return {
    kelengkapan: deriveKelengkapan(lengkap, hariIni, bukti, fakta),
    skor: scoreKumpulan(1, Object.fromEntries(gagal.map((kode) => [kode, 1]))),
    gagal,
  }
}

/** The confidential indicators of one person; the record with every row. */
export function listGagalRahasia(rekam: RekamPegawai, hariIni: string): KodeIndikator[] {
  return deriveKualitas(rekam, hariIni).gagal.filter((kode) => indikatorRahasia.includes(kode))
}

export function buildUkuran({ kelengkapan, gagal }: KualitasSatu): Ukuran {
  const kurang = new Set(
    kelengkapan.kekurangan.map(({ jenis, kunci }) =>
      kunci === null ? `kurang.${jenis}` : `kurang.${jenis}.${kunci}`,
    ),
  )
  return {
    dinilai: 1,
    ...(kelengkapan.kekurangan.length === 0 && { lengkap: 1 }),
    ...Object.fromEntries(
      kelompokKelengkapan.map((satu) => [
        `skor.${satu}`,
        toSeperseratus(kelengkapan.kelompok[satu]),
      ]),
    ),
    ...Object.fromEntries(gagal.map((kode) => [kode, 1])),
    ...Object.fromEntries([...kurang].map((satu) => [satu, 1])),
  }
}

export type UkuranKumpulan = {
  readonly pegawai: number
  /** How many of them have been looked at. */
  readonly dinilai: number
  readonly lengkap: number
  /** Null where nobody has been looked at. */
  readonly kelengkapan: Pick<Kelengkapan, 'kelompok' | 'total'> | null
  readonly kualitas: SkorKualitas | null
  readonly gagal: Readonly<Partial<Record<KodeIndikator, number>>>
  readonly kurang: Readonly<Record<string, number>>
}

/** What the sums of a unit, an office or the province say. */
export function readUkuran(jumlah: ReadonlyMap<string, number>): UkuranKumpulan {
  const get = (ukuran: string) => jumlah.get(ukuran) ?? 0
  const dinilai = get('dinilai')
  const gagal: Partial<Record<KodeIndikator, number>> = {}
  for (const kode of kodeIndikator) if (get(kode) > 0) gagal[kode] = get(kode)
  const kurang = [...jumlah].flatMap(([ukuran, n]) =>
    ukuran.startsWith('kurang.') && n > 0 ? [[ukuran.slice('kurang.'.length), n] as const] : [],
  )
  const skor = (kelompok: (typeof kelompokKelengkapan)[number]) => get(`skor.${kelompok}`) / 100
  return {
    pegawai: get('pegawai'),
    dinilai,
    lengkap: get('lengkap'),
    kelengkapan: getRerataKelengkapan({
      pegawai: dinilai,
      lengkap: get('lengkap'),
      jumlahSkor: {
        pribadi: skor('pribadi'),
        kualifikasi: skor('kualifikasi'),
        kompetensi: skor('kompetensi'),
        kinerja: skor('kinerja'),
        pendukung: skor('pendukung'),
      },
      kurang: {},
    }),
    kualitas: dinilai === 0 ? null : scoreKumpulan(dinilai, gagal),
    gagal,
    kurang: Object.fromEntries(kurang),
  }
}

/**
 * The last day on which completeness and open indicators hold if nobody changes the record: the
 * year's end (performance of two years is asked), or a limit of the law that the person reaches.
 */
export function findBatasKualitas(rekam: RekamPegawai, hariIni: string): string {
  const tmtCpns = getNilai(listRiwayat(rekam, 'cpns').at(-1)?.isi, 'tmtCpns')
  const tmtMasuk = findTmtMasuk(rekam)
  const tmtJabatan = findJabatan(rekam, hariIni)?.['tmtJabatan'] ?? undefined
  const { tmtPensiun } = deriveNilai(rekam, hariIni)
  const batas = [
    ...(tmtCpns === undefined ? [] : [addBulan(tmtCpns, 12)]),
    ...(tmtMasuk === undefined ? [] : [getHariSebelum(addBulan(tmtMasuk, 24))]),
    ...(tmtJabatan === undefined ? [] : [addBulan(tmtJabatan, 24)]),
    ...(tmtPensiun === null ? [] : [getHariSebelum(tmtPensiun)]),
    findBatasTersimpan(rekam, hariIni) ?? '9999-12-31',
    `${hariIni.slice(0, 4)}-12-31`,
  ]
  return batas.filter((satu) => satu >= hariIni).toSorted()[0] ?? hariIni
}
