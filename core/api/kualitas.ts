import { z } from 'zod'
import { kodeIndikator } from '../domain/kualitas-data.ts'
import { defineEndpoint } from './endpoint.ts'
import { PegawaiId } from './objek.ts'
import { JenisUsulan, PegawaiRingkas } from './verifikasi.ts'

const pengelola = ['fasilitator', 'administrator'] as const
const Persen = z.number().min(0).max(100)
const Kode = z.string().regex(/^[0-9A-Z.]{1,30}$/)
const Label = z.object({ id: z.string(), en: z.string() })

const SkorKelompok = z.object({
  pribadi: Persen,
  kualifikasi: Persen,
  kompetensi: Persen,
  kinerja: Persen,
  pendukung: Persen,
})
const SkorDimensi = z.object({
  completeness: Persen,
  timeliness: Persen,
  accuracy: Persen,
  consistency: Persen,
})
export const KodeIndikator = z.enum(kodeIndikator as [(typeof kodeIndikator)[number]])

/** One thing that is missing, and whether the employee can bring it. */
export const Kekurangan = z.object({
  kelompok: SkorKelompok.keyof(),
  jenis: z.union([JenisUsulan, z.literal('akun')]),
  apa: z.enum(['isian', 'bukti']),
  kunci: z.string().nullable(),
  label: Label,
  /** Only administrators enter this kind (P10.2c). */
  olehAdministrator: z.boolean(),
  /** The row that holds now and lacks it; null where there is no row at all. */
  riwayatId: z.uuid().nullable(),
})
export type Kekurangan = z.infer<typeof Kekurangan>

export const getKelengkapan = defineEndpoint({
  name: 'getKelengkapan',
  summary: 'Completeness of one record by group, what is missing, and its data quality (P6, P11.3)',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/kelengkapan',
  roles: ['user_personal', ...pengelola],
  params: z.object({ pegawaiId: PegawaiId }),
  response: z.object({
    pegawai: PegawaiRingkas,
    kelompok: SkorKelompok,
    total: Persen,
    kekurangan: z.array(Kekurangan),
    kualitas: z.object({
      dimensi: SkorDimensi,
      total: Persen,
      /** Indicators that fail, in the order of the reference. */
      gagal: z.array(KodeIndikator),
      /** Those that rest on confidential rows: of the daily run, and only for administrators. */
      rahasia: z.object({ gagal: z.array(KodeIndikator), per: z.iso.date() }).nullable(),
    }),
    /** The day for which it was reckoned. */
    per: z.iso.date(),
  }),
  errors: [],
})

/** Of a unit, an office, or everything that this login sees. */
export const KumpulanKualitas = z.object({
  kode: z.string(),
  nama: z.string(),
  pegawai: z.int().nonnegative(),
  /** How many of them have been looked at; the rest waits for the daily run. */
  dinilai: z.int().nonnegative(),
  lengkap: z.int().nonnegative(),
  kelengkapan: z.object({ kelompok: SkorKelompok, total: Persen }).nullable(),
  kualitas: z.object({ dimensi: SkorDimensi, total: Persen }).nullable(),
  gagal: z.array(z.object({ kode: KodeIndikator, jumlah: z.int().positive() })),
})
export type KumpulanKualitas = z.infer<typeof KumpulanKualitas>

export const getKualitas = defineEndpoint({
  name: 'getKualitas',
  summary:
    'Completeness and the 27 indicators of BKN per office, or per unit of one office (P13); own office only for a fasilitator',
  method: 'GET',
  path: '/api/kualitas',
  roles: pengelola,
  query: z.object({ perangkatDaerah: Kode.optional() }),
  response: z.object({
    induk: KumpulanKualitas,
    bagian: z.array(KumpulanKualitas),
    /** What is missing most often: kind and field, and how many lack it. */
    kurang: z.array(
      z.object({
        jenis: JenisUsulan,
        kunci: z.string().nullable(),
        label: Label,
        jumlah: z.int().positive(),
      }),
    ),
  }),
  errors: [],
})

export const listKualitasPegawai = defineEndpoint({
  name: 'listKualitasPegawai',
  summary: 'People of one unit, the worst data first; of one indicator only those who fail it',
  method: 'GET',
  path: '/api/kualitas/:unitKerja/pegawai',
  roles: pengelola,
  params: z.object({ unitKerja: Kode }),
  query: z.object({
    indikator: KodeIndikator.optional(),
    /** The last person of the page before. */
    setelah: PegawaiId.optional(),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    unit: z.object({ kode: z.string(), nama: z.string(), perangkatDaerah: z.string() }),
    pegawai: z.array(
      PegawaiRingkas.extend({
        kelengkapan: Persen,
        kualitas: Persen,
        gagal: z.array(KodeIndikator),
      }),
    ),
    berlanjut: z.boolean(),
  }),
  errors: [],
})
