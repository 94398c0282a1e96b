import { z } from 'zod'
import { AksiUsulan, HasilKeputusan, StatusUsulan, SumberRiwayat } from '../domain/status-usulan.ts'
import { defineEndpoint } from './endpoint.ts'
import { PegawaiId } from './objek.ts'
import { JenisUsulan, PernyataanAsli } from './verifikasi.ts'

/** Microseconds count: two things of one transaction must not meet in one page break. */
const Waktu = z.iso.datetime({ offset: true })

/** PostgreSQL knows no year 0. */
const hasTahunBiasa = (saat: string) => /^[12]/.test(saat)

const dasar = {
  /** Names the event; with `pada` the place from which the next page goes on. */
  kunci: z.string(),
  pada: Waktu,
}
/** User name of the account; null where this reader may not know it. */
const oleh = z.string().nullable()

/** Something that happened to one person's record; whose values they were, never which. */
export const Peristiwa = z.discriminatedUnion('macam', [
  z.object({
    ...dasar,
    macam: z.literal('usulan'),
    oleh,
    usulanId: z.uuid(),
    jenis: JenisUsulan,
    aksi: AksiUsulan,
    sumber: SumberRiwayat,
    /** As the proposal stands now. */
    status: StatusUsulan,
  }),
  z.object({
    ...dasar,
    macam: z.literal('keputusan'),
    oleh,
    usulanId: z.uuid(),
    jenis: JenisUsulan,
    aksi: AksiUsulan,
    hasil: HasilKeputusan,
    metode: PernyataanAsli.shape.metode.nullable(),
  }),
  z.object({
    ...dasar,
    macam: z.literal('dokumen'),
    dokumenId: z.uuid(),
    /** Code of core/reference/jenis-dokumen. */
    jenisDokumen: z.string(),
    halaman: z.int().positive(),
  }),
  /** Rows that came without a proposal: an import, another system. */
  z.object({
    ...dasar,
    macam: z.literal('masuk'),
    sumber: SumberRiwayat,
    jumlah: z.int().positive(),
  }),
  /** Rows taken out again without a proposal: an import that was undone. */
  z.object({
    ...dasar,
    macam: z.literal('keluar'),
    sumber: SumberRiwayat,
    jumlah: z.int().positive(),
    alasan: z.string(),
  }),
  z.object({
    ...dasar,
    macam: z.literal('cetak_drh'),
    oleh,
    nomorCetak: z.string(),
    disamarkan: z.boolean(),
  }),
  z.object({ ...dasar, macam: z.literal('baca_rahasia'), oleh, tujuan: z.string() }),
])
export type Peristiwa = z.infer<typeof Peristiwa>

export const getLinimasa = defineEndpoint({
  name: 'getLinimasa',
  summary:
    'What happened to one person and when, newest first; prints and readings of confidential data for administrators (P10.2c)',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/linimasa',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  params: z.object({ pegawaiId: PegawaiId }),
  query: z.object({
    /** `pada` and `kunci` of the last event of the page before. */
    sebelum: Waktu.refine(hasTahunBiasa).optional(),
    kunci: z.string().max(80).default(''),
    batas: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    peristiwa: z.array(Peristiwa),
    /** True when older events follow. */
    berlanjut: z.boolean(),
  }),
  errors: [],
})
