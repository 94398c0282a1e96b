import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

const pengelola = ['fasilitator', 'administrator'] as const

/**
 * The label under which a workstation wraps its data key to the server (RSA-OAEP): the account is part
 * of it, so that the wrap of one person opens for nobody else, whoever sends it in.
 */
export function getLabelPemulihan(akunId: string): string {
  return `meja-asn/kunci-data/1/${akunId}`
}

export const KunciServer = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** RSA, SubjectPublicKeyInfo in base64. */
  kunciPublik: z.base64().max(2000),
})
export type KunciServer = z.infer<typeof KunciServer>

export const getKunciServer = defineEndpoint({
  name: 'getKunciServer',
  summary:
    'The public key to which workstations wrap their data key, so that a lost PIN loses nothing',
  method: 'GET',
  path: '/api/kunci/server',
  roles: pengelola,
  response: KunciServer,
  errors: [],
})

export const postBukaKunci = defineEndpoint({
  name: 'postBukaKunci',
  summary:
    "Opens a workstation's wrapped data key for its signed-in owner; each opening is audited",
  method: 'POST',
  path: '/api/kunci/buka',
  roles: pengelola,
  body: z.object({
    idKunci: KunciServer.shape.id,
    bungkus: z.base64().max(2000),
    komputer: z.uuid(),
  }),
  response: z.object({ kunci: z.base64().length(44) }),
  errors: ['kunci_tidak_sah'],
})

/** What happens to a screen; in the words in which an administrator reads it (P30.2b). */
export const PeristiwaLayar = z.enum([
  'dikunci',
  'dibuka_pin',
  'dibuka_masuk',
  'pin_dibuat',
  'pin_diganti',
  'pin_salah',
  'pin_habis',
  'keadaan_mundur',
  'meja_diperiksa',
  'meja_belum_bersih',
  /** A case was decided whose original lies on this desk, and its return to its owner. */
  'asli_di_meja',
  'asli_dikembalikan',
  'keluar',
  /** Nothing of this person is left on the workstation. */
  'dilepas',
])
export type PeristiwaLayar = z.infer<typeof PeristiwaLayar>

export const CatatanLayar = z.object({
  /** Counts every event of this person on this workstation, for ever: going back shows. */
  urutan: z.int().positive(),
  peristiwa: PeristiwaLayar,
  /** By the workstation's clock. */
  pada: z.iso.datetime({ offset: true }),
  /** The decision that an original belongs to; nothing else has one. */
  rujukan: z.uuid().nullable().default(null),
})
export type CatatanLayar = z.infer<typeof CatatanLayar>

const tentangAsli = new Set<PeristiwaLayar>(['asli_di_meja', 'asli_dikembalikan'])

/** As it is sent in: an original belongs to a decision, and nothing else does. */
const CatatanDikirim = CatatanLayar.refine(
  ({ peristiwa, rujukan }) => tentangAsli.has(peristiwa) === (rujukan !== null),
)

export const postCatatanLayar = defineEndpoint({
  name: 'postCatatanLayar',
  summary: 'Locks, unlocks and wrong PINs of a workstation, sent at the next contact',
  method: 'POST',
  path: '/api/kunci/catatan',
  roles: pengelola,
  body: z.object({ komputer: z.uuid(), catatan: z.array(CatatanDikirim).min(1).max(500) }),
  response: z.object({ diterima: z.int().min(0) }),
  errors: [],
})

export const getCatatanLayar = defineEndpoint({
  name: 'getCatatanLayar',
  summary: 'The newest locks and unlocks of all workstations',
  method: 'GET',
  path: '/api/kunci/catatan',
  roles: ['administrator'],
  response: z.object({
    catatan: z.array(
      CatatanLayar.extend({
        akunId: z.uuid(),
        namaPengguna: z.string(),
        komputer: z.uuid(),
        diterimaPada: z.iso.datetime({ offset: true }),
      }),
    ),
  }),
  errors: [],
})
