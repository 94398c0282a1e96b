import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { IngatanServer } from './kiriman.ts'

/** What a workstation says of itself: nothing of its place, and of people only a count (P30.2c). */
const KeadaanKomputer = z.object({
  terkunci: z.boolean(),
  belumTerkirim: z.int().min(0).max(100_000),
  /** Of these: refused, waiting for the person to look. */
  ditolak: z.int().min(0).max(100_000).default(0),
  /** When the oldest decision without a receipt was taken, by that workstation's clock. */
  tertuaPada: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Originals that were seen here and have not been handed back (P30.2b). */
  asliDiMeja: z.int().min(0).max(10_000).default(0),
  versi: z.string().regex(/^\d+\.\d+\.\d+[\w.-]{0,20}$/),
})

/** An administrator's order, until the workstation has closed its screen (P1.21). */
export const PerintahKunci = z.object({
  id: z.uuid(),
  alasan: z.string(),
  dimintaPada: z.iso.datetime({ offset: true }),
  dimintaOleh: z.string(),
})
export type PerintahKunci = z.infer<typeof PerintahKunci>

export const KomputerTerlihat = KeadaanKomputer.extend({
  id: z.uuid(),
  akunId: z.uuid(),
  namaPengguna: z.string(),
  perangkatDaerah: z.object({ kode: z.string(), nama: z.string() }).nullable(),
  kontakPada: z.iso.datetime({ offset: true }),
  /** Seconds that its clock is ahead of the server's. */
  bedaJam: z.int(),
  /** Since when nothing of this person is left there. */
  dilepasPada: z.iso.datetime({ offset: true }).nullable(),
  perintah: PerintahKunci.nullable(),
})
export type KomputerTerlihat = z.infer<typeof KomputerTerlihat>

export const postDenyut = defineEndpoint({
  name: 'postDenyut',
  summary:
    'A workstation tells that it is there, and learns whether its screen must close and how far the server remembers',
  method: 'POST',
  path: '/api/komputer/denyut',
  roles: ['fasilitator', 'administrator'],
  body: KeadaanKomputer.extend({
    komputer: z.uuid(),
    pada: z.iso.datetime({ offset: true }),
    /** The order that it has carried out. */
    dijalankan: z.uuid().nullable(),
  }),
  response: IngatanServer.extend({ kunci: z.uuid().nullable() }),
  errors: [],
})

export const getKomputer = defineEndpoint({
  name: 'getKomputer',
  summary: 'Workstations by last contact, with what they said of themselves then',
  method: 'GET',
  path: '/api/komputer',
  roles: ['administrator'],
  response: z.object({
    komputer: z.array(KomputerTerlihat),
    per: z.iso.datetime({ offset: true }),
  }),
  errors: [],
})

export const postPerintahKunci = defineEndpoint({
  name: 'postPerintahKunci',
  summary: 'Closes the screen of a workstation at its next contact, with a reason that is audited',
  method: 'POST',
  path: '/api/komputer/kunci',
  roles: ['administrator'],
  body: z.object({
    komputer: z.uuid(),
    akunId: z.uuid(),
    alasan: z.string().trim().min(5).max(200),
  }),
  response: PerintahKunci,
  errors: ['tidak_ditemukan'],
})
