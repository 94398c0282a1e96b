import { z } from 'zod'
import { SumberRiwayat } from '../domain/status-usulan.ts'
import { defineEndpoint } from './endpoint.ts'
import { PegawaiId } from './objek.ts'
import { DokumenKasus, IsiRiwayat, JenisUsulan, PegawaiRingkas, Teks } from './verifikasi.ts'

const semua = ['user_personal', 'fasilitator', 'administrator'] as const
const Waktu = z.iso.datetime({ offset: true })

export const BarisRekam = z.object({
  id: z.uuid(),
  jenis: JenisUsulan,
  isi: IsiRiwayat,
  status: z.enum(['valid', 'digantikan', 'dicabut']),
  sumber: SumberRiwayat,
  versi: z.int().positive(),
  /** First and last day on which the fact holds; null where the kind has none or it is open. */
  berlakuDari: z.iso.date().nullable(),
  berlakuSampai: z.iso.date().nullable(),
  dibuatPada: Waktu,
  /** When it was replaced or withdrawn; null while it is part of the record. */
  berakhirPada: Waktu.nullable(),
  alasan: z.string().nullable(),
  menggantikan: z.uuid().nullable(),
  usulanId: z.uuid().nullable(),
  verifikasi: z
    .object({
      oleh: z.string(),
      pada: Waktu,
      metode: z.enum(['asli', 'legalisir', 'sistem_lain']).nullable(),
    })
    .nullable(),
  dokumen: z.array(DokumenKasus),
})
export type BarisRekam = z.infer<typeof BarisRekam>

const PegawaiRekam = PegawaiRingkas.extend({
  perangkatDaerah: z.string(),
  /** Grows with every change of the record. */
  versi: z.int().positive(),
})

const TeksKosong = z.string().nullable()
const Bilangan = z.int().nullable()

/** What is current on the day of the reading; computed, never typed (record model, section 2). */
export const NilaiKini = z.object({
  jenisPegawai: TeksKosong,
  golongan: TeksKosong,
  pangkat: TeksKosong,
  tmtGolongan: TeksKosong,
  /** Months. */
  masaKerjaGolongan: Bilangan,
  jabatan: TeksKosong,
  jenisJabatan: TeksKosong,
  eselon: TeksKosong,
  jenjang: TeksKosong,
  kelasJabatan: TeksKosong,
  tmtJabatan: TeksKosong,
  unit: TeksKosong,
  unitKerja: TeksKosong,
  pendidikanTerakhir: TeksKosong,
  /** Whole rupiah; null where it is masked. */
  gajiPokok: Bilangan,
  tmtKgbBerikutnya: TeksKosong,
  usia: Bilangan,
  bup: Bilangan,
  tmtPensiun: TeksKosong,
  /** Months. */
  masaKerja: Bilangan,
  jumlahPasangan: z.int(),
  jumlahAnak: z.int(),
})
export type NilaiKini = z.infer<typeof NilaiKini>

export const getRekam = defineEndpoint({
  name: 'getRekam',
  summary: 'One person on one page: every open history, as known at an instant (P4, P1.11)',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/rekam',
  roles: semua,
  params: z.object({ pegawaiId: PegawaiId }),
  query: z.object({
    /** The record as it was known at this instant; now when absent. */
    per: Waktu.optional(),
    /** With rows that were replaced or withdrawn. */
    semua: z.stringbool().default(false),
  }),
  response: z.object({
    pegawai: PegawaiRekam,
    baris: z.array(BarisRekam),
    kini: NilaiKini,
    per: Waktu,
    /** Values that are masked for this reader (record model, section 6). */
    disamarkan: z.boolean(),
  }),
  errors: [],
})

export const openRekamRahasia = defineEndpoint({
  name: 'openRekamRahasia',
  summary:
    'Confidential histories of one person, for a stated purpose; each reading is logged (P10.2c)',
  method: 'POST',
  path: '/api/pegawai/:pegawaiId/rekam-rahasia',
  roles: ['administrator'],
  params: z.object({ pegawaiId: PegawaiId }),
  body: z.object({ tujuan: Teks(200).pipe(z.string().min(10)) }),
  response: z.object({ baris: z.array(BarisRekam), per: Waktu }),
  errors: [],
})
