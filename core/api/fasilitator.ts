import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { DokumenId, PenugasanFasilitatorId, UsulanPenunjukanId } from './objek.ts'

const KodeUnit = z.string().regex(/^[0-9A-Z.]{1,30}$/)
const Nomor = z.string().trim().min(3).max(100)
const Alasan = z.string().trim().min(3).max(500)

/** Why a task ended by itself (P10.6). */
export const SebabGugur = z.enum(['pemberhentian', 'mutasi', 'jabatan', 'akun_ditutup'])
export type SebabGugur = z.infer<typeof SebabGugur>

/** How a task stands today; suspended by a fact, not by a person's word. */
export const KeadaanTugas = z.enum(['aktif', 'belum_mulai', 'ditangguhkan', 'berakhir'])
export type KeadaanTugas = z.infer<typeof KeadaanTugas>

export const UsulanPenunjukan = z.object({
  id: z.uuid(),
  pegawaiId: z.uuid(),
  nama: z.string(),
  perangkatDaerah: z.string(),
  unit: z.array(z.string()),
  nomorSurat: z.string(),
  tanggalSurat: z.string(),
  /** Why the office chose this person; null where the letter on paper says it. */
  pertimbangan: z.string().nullable(),
  menggantikan: z.uuid().nullable(),
  status: z.enum(['diajukan', 'ditetapkan', 'ditolak', 'dicabut']),
  /** Why it was returned or taken back. */
  alasan: z.string().nullable(),
  diajukanPada: z.iso.datetime(),
})
export type UsulanPenunjukan = z.infer<typeof UsulanPenunjukan>

export const PenugasanFasilitator = z.object({
  id: z.uuid(),
  akunId: z.uuid(),
  nama: z.string(),
  namaPengguna: z.string(),
  perangkatDaerah: z.string(),
  namaPerangkatDaerah: z.string(),
  /** Null for the whole office. */
  unit: z.array(z.string()).nullable(),
  nomorKeputusan: z.string(),
  tanggalKeputusan: z.string().nullable(),
  mulai: z.string(),
  /** Last day; null while it is open. */
  sampai: z.string().nullable(),
  keadaan: KeadaanTugas,
  sebabGugur: SebabGugur.nullable(),
  alasanAkhir: z.string().nullable(),
})
export type PenugasanFasilitator = z.infer<typeof PenugasanFasilitator>

/** The head of the office proposes; an administrator enters a letter that came on paper. */
export const proposeFasilitator = defineEndpoint({
  name: 'proposeFasilitator',
  summary: 'Proposes an employee as fasilitator of units of the own office (P10.4, P10.5)',
  method: 'POST',
  path: '/api/fasilitator/usulan',
  roles: ['user_personal', 'administrator'],
  body: z.object({
    nip: z.string().max(64),
    unit: z.array(KodeUnit).min(1).max(500),
    nomorSurat: Nomor,
    tanggalSurat: z.iso.date(),
    pertimbangan: Alasan.nullable().default(null),
    menggantikan: PenugasanFasilitatorId.nullable(),
    mampuKomputer: z.literal(true),
    memahamiKepegawaian: z.literal(true),
  }),
  response: z.object({ id: z.uuid() }),
  errors: ['unit_tidak_sah', 'penunjukan_usang'],
})

/** What a head of an office sees of a task there. */
export const FasilitatorKantor = PenugasanFasilitator.pick({
  id: true,
  nama: true,
  unit: true,
  nomorKeputusan: true,
  mulai: true,
  sampai: true,
  keadaan: true,
  sebabGugur: true,
})
export type FasilitatorKantor = z.infer<typeof FasilitatorKantor>

export const KantorDikepalai = z.object({
  kode: z.string(),
  nama: z.string(),
  unit: z.array(
    z.object({
      kode: z.string(),
      nama: z.string(),
      /** Nobody looks after it today (P10.6). */
      kosong: z.boolean(),
    }),
  ),
  fasilitator: z.array(FasilitatorKantor),
  usulan: z.array(UsulanPenunjukan),
})
export type KantorDikepalai = z.infer<typeof KantorDikepalai>

/** Empty for whoever heads no office today: there is no fourth login (P8). */
export const listKantorDikepalai = defineEndpoint({
  name: 'listKantorDikepalai',
  summary: 'Offices that one heads, with their units, fasilitators and nominations (P10.4-6)',
  method: 'GET',
  path: '/api/fasilitator/kantor-saya',
  roles: ['user_personal'],
  response: z.object({ kantor: z.array(KantorDikepalai) }),
  errors: [],
})

/** What would hold a nomination up; the first that applies. */
export const HambatanCalon = z.enum(['sudah_diusulkan', 'administrator', 'tanpa_akun'])
export type HambatanCalon = z.infer<typeof HambatanCalon>

export const CalonFasilitator = z.object({
  nama: z.string(),
  unitKerja: z.string(),
  perangkatDaerah: z.string(),
  hambatan: HambatanCalon.nullable(),
})
export type CalonFasilitator = z.infer<typeof CalonFasilitator>

/** By whole NIP, and in the body: it holds the date of birth (nip.md). */
export const findCalonFasilitator = defineEndpoint({
  name: 'findCalonFasilitator',
  summary: 'An employee of the office that one heads, before the nomination',
  method: 'POST',
  path: '/api/fasilitator/calon',
  roles: ['user_personal'],
  body: z.object({ nip: z.string().max(64) }),
  response: z.object({ calon: CalonFasilitator.nullable() }),
  errors: [],
})

export const withdrawUsulanFasilitator = defineEndpoint({
  name: 'withdrawUsulanFasilitator',
  summary: 'The head of the office takes a nomination back before it is decided',
  method: 'POST',
  path: '/api/fasilitator/usulan/:usulanPenunjukanId/cabut',
  roles: ['user_personal'],
  params: z.object({ usulanPenunjukanId: UsulanPenunjukanId }),
  body: z.object({ alasan: Alasan }),
  response: z.object({ status: z.literal('dicabut') }),
  errors: ['penunjukan_usang'],
})

export const listUsulanFasilitator = defineEndpoint({
  name: 'listUsulanFasilitator',
  summary: 'Nominations of the own office, or of all for administrators',
  method: 'GET',
  path: '/api/fasilitator/usulan',
  roles: ['user_personal', 'administrator'],
  response: z.object({ usulan: z.array(UsulanPenunjukan) }),
  errors: [],
})

export const appointFasilitator = defineEndpoint({
  name: 'appointFasilitator',
  summary: "Enters the Governor's decree that makes a nominee fasilitator (P10.5)",
  method: 'POST',
  path: '/api/fasilitator/usulan/:usulanPenunjukanId/tetapkan',
  roles: ['administrator'],
  params: z.object({ usulanPenunjukanId: UsulanPenunjukanId }),
  body: z.object({
    nomorKeputusan: Nomor,
    tanggalKeputusan: z.iso.date(),
    dokumenId: DokumenId,
    mulai: z.iso.date(),
    sampai: z.iso.date().nullable(),
  }),
  response: z.object({ penugasanId: z.uuid() }),
  errors: ['penunjukan_usang', 'calon_tanpa_akun', 'isian_tidak_sah', 'bukti_kurang'],
})

export const rejectUsulanFasilitator = defineEndpoint({
  name: 'rejectUsulanFasilitator',
  summary: 'Returns a nomination with the reason',
  method: 'POST',
  path: '/api/fasilitator/usulan/:usulanPenunjukanId/tolak',
  roles: ['administrator'],
  params: z.object({ usulanPenunjukanId: UsulanPenunjukanId }),
  body: z.object({ alasan: Alasan }),
  response: z.object({ status: z.literal('ditolak') }),
  errors: ['penunjukan_usang'],
})

export const listFasilitator = defineEndpoint({
  name: 'listFasilitator',
  summary: 'Tasks of all fasilitators, with those that ended by themselves',
  method: 'GET',
  path: '/api/fasilitator',
  roles: ['administrator'],
  response: z.object({ fasilitator: z.array(PenugasanFasilitator) }),
  errors: [],
})

export const endFasilitator = defineEndpoint({
  name: 'endFasilitator',
  summary: 'Ends the task of a fasilitator on a day (P10.6)',
  method: 'POST',
  path: '/api/fasilitator/:penugasanId/akhiri',
  roles: ['administrator'],
  params: z.object({ penugasanId: PenugasanFasilitatorId }),
  body: z.object({ sampai: z.iso.date(), alasan: Alasan }),
  response: z.object({ status: z.literal('diakhiri') }),
  errors: ['penunjukan_usang'],
})

export const changeUnitFasilitator = defineEndpoint({
  name: 'changeUnitFasilitator',
  summary: 'Other units under the same decree from a day on; what was until then stays as it was',
  method: 'POST',
  path: '/api/fasilitator/:penugasanId/unit',
  roles: ['administrator'],
  params: z.object({ penugasanId: PenugasanFasilitatorId }),
  body: z.object({
    unit: z.array(KodeUnit).min(1).max(500),
    mulai: z.iso.date(),
    alasan: Alasan,
  }),
  response: z.object({ penugasanId: z.uuid() }),
  errors: ['penunjukan_usang', 'unit_tidak_sah', 'isian_tidak_sah'],
})

export const listUnitTanpaFasilitator = defineEndpoint({
  name: 'listUnitTanpaFasilitator',
  summary: 'Units that nobody looks after today (P10.6)',
  method: 'GET',
  path: '/api/fasilitator/unit-kosong',
  roles: ['administrator'],
  response: z.object({
    unit: z.array(z.object({ kode: z.string(), nama: z.string(), perangkatDaerah: z.string() })),
  }),
  errors: [],
})
