import type { JenisRiwayat } from './jenis-riwayat.ts'
import { findPangkalMkg, findTmtMasuk } from './masa-kerja.ts'
import { deriveNilai } from './nilai-turunan.ts'
import { findBerlaku, getMulai, getNilai, getSelesai, type RekamPegawai } from './rekam.ts'
import { getHariSebelum, isTanggal } from './tanggal.ts'

/**
 * Current values as they are kept beside the person: those that stand still between two dates.
 * Age, service and time in grade grow daily, so only the days from which they are counted are kept;
 * the legal position is confidential (P10.2c) and kept nowhere.
 */
export type NilaiTersimpan = Readonly<Record<string, string | null>>

const text = (nilai: number | null | undefined): string | null =>
  nilai === null || nilai === undefined ? null : String(nilai)

/** Values by the kinds of history that they come from. */
function listKelompokNilai(
  rekam: RekamPegawai,
  tanggal: string,
): readonly (readonly [readonly JenisRiwayat[], NilaiTersimpan])[] {
  const nilai = deriveNilai(rekam, tanggal)
  const pangkal = findPangkalMkg(rekam, tanggal)
  const identitas = findBerlaku(rekam, 'identitas', tanggal)
  return [
    [['kepegawaian', 'cpns', 'pns', 'pppk'], { jenisPegawai: nilai.jenisPegawai }],
    [
      ['pangkat', 'pppk'],
      {
        golongan: nilai.golongan,
        pangkat: nilai.pangkat,
        tmtGolongan: nilai.tmtGolongan,
        mkgTanggal: pangkal?.tanggal ?? null,
        mkgBulan: text(pangkal?.bulan),
        tmtKgbBerikutnya: nilai.tmtKgbBerikutnya,
      },
    ],
    [['pangkat', 'pppk', 'gaji'], { gajiPokok: text(nilai.gajiPokok) }],
    [
      ['jabatan'],
      {
        jabatan: nilai.jabatan,
        jenisJabatan: nilai.jenisJabatan,
        eselon: nilai.eselon,
        jenjang: nilai.jenjang,
        kelasJabatan: nilai.kelasJabatan,
        tmtJabatan: nilai.tmtJabatan,
        unitJabatan: nilai.unitKerja,
        bup: text(nilai.bup),
        tmtPensiun: nilai.tmtPensiun,
      },
    ],
    [['pendidikan'], { pendidikanTerakhir: nilai.pendidikanTerakhir }],
    [['cpns', 'pppk'], { tmtMasuk: findTmtMasuk(rekam) ?? null }],
    [['pasangan'], { jumlahPasangan: text(nilai.jumlahPasangan) }],
    [['anak'], { jumlahAnak: text(nilai.jumlahAnak) }],
    [
      ['identitas'],
      {
        tanggalLahir: getNilai(identitas, 'tanggalLahir') ?? null,
        jenisKelamin: getNilai(identitas, 'jenisKelamin') ?? null,
      },
    ],
  ]
}

/**
 * What is written beside the person. A value whose histories never had a row is not written: what a
 * migration brought stays until the record itself says something.
 */
export function deriveTersimpan(
  rekam: RekamPegawai,
  tanggal: string,
  pernahAda: ReadonlySet<JenisRiwayat> = new Set(rekam.baris.map(({ jenis }) => jenis)),
): NilaiTersimpan {
  const bagian = listKelompokNilai(rekam, tanggal)
    .filter(([jenis]) => jenis.some((satu) => pernahAda.has(satu)))
    .map(([, nilai]) => nilai)
  return Object.assign({}, ...bagian) as NilaiTersimpan
}

/** The first day of a date or of a bare year. */
function toHari(tanggal: string | null): string | null {
  if (tanggal === null) return null
  const hari = /^\d{4}$/.test(tanggal) ? `${tanggal}-01-01` : tanggal
  return isTanggal(hari) ? hari : null
}

/**
 * The last day on which the kept values still hold without anybody changing the record: the day
 * before a row begins, a row's own last day, the day before the next step of pay. Null for ever.
 */
export function findBatasTersimpan(rekam: RekamPegawai, tanggal: string): string | null {
  const sah = rekam.baris.filter(({ status }) => status === 'valid')
  const batas = sah.flatMap((satu) => {
    const [mulai, selesai] = [toHari(getMulai(satu)), toHari(getSelesai(satu))]
    return [
      ...(mulai !== null && mulai > tanggal ? [getHariSebelum(mulai)] : []),
      // A marriage has ended on its last day, anything else the day after: whichever comes first.
      ...(selesai !== null && selesai > tanggal ? [getHariSebelum(selesai)] : []),
      ...(selesai === tanggal ? [selesai] : []),
    ]
  })
  const { tmtKgbBerikutnya } = deriveNilai(rekam, tanggal)
  if (tmtKgbBerikutnya !== null) batas.push(getHariSebelum(tmtKgbBerikutnya))
  return batas.toSorted()[0] ?? null
}
