import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { KodeAkunId, PegawaiId } from './objek.ts'

/** Where somebody of a unit stands on the way to an account of their own. */
export const keadaanUndangan = [
  'belum_diundang',
  'diundang',
  'kedaluwarsa',
  'dicabut',
  'aktif',
  'tertutup',
] as const

export const Undangan = z.object({
  pegawaiId: z.uuid(),
  nama: z.string(),
  nip: z.string(),
  keadaan: z.enum(keadaanUndangan),
  /** The newest invitation; null when there never was one. */
  kodeId: z.uuid().nullable(),
  dibuatPada: z.iso.datetime().nullable(),
  kedaluwarsa: z.iso.datetime().nullable(),
})
export type Undangan = z.infer<typeof Undangan>

const KodeUnit = z.string().regex(/^[0-9A-Z.]{1,30}$/)

export const listUndangan = defineEndpoint({
  name: 'listUndangan',
  summary: 'Who of a unit has an account, who was invited and until when',
  method: 'GET',
  path: '/api/undangan',
  roles: ['administrator'],
  query: z.object({ unit: KodeUnit }),
  response: z.object({ undangan: z.array(Undangan) }),
  errors: [],
})

/** Also the renewal: an older code dies when a new one is made. */
export const invitePegawai = defineEndpoint({
  name: 'invitePegawai',
  summary:
    'Opens accounts with the NIP as user name, and makes the one-time codes of their letters; whoever has activated already is left alone',
  method: 'POST',
  path: '/api/undangan',
  roles: ['administrator'],
  body: z.object({ pegawai: z.array(PegawaiId).min(1).max(200) }),
  response: z.object({ dibuat: z.int(), dilewati: z.int(), kedaluwarsa: z.iso.datetime() }),
  errors: ['pengelola_lain_diperlukan'],
})

export const revokeUndangan = defineEndpoint({
  name: 'revokeUndangan',
  summary: 'A letter that went astray: its code opens nothing any more',
  method: 'POST',
  path: '/api/undangan/:kodeAkunId/cabut',
  roles: ['fasilitator', 'administrator'],
  params: z.object({ kodeAkunId: KodeAkunId }),
  body: z.object({ alasan: z.string().trim().min(3).max(500) }),
  response: z.object({ dicabut: z.literal(true) }),
  errors: [],
})

export const printSuratUnit = defineEndpoint({
  name: 'printSuratUnit',
  summary: 'The letters of all open invitations of a unit as one PDF; each print is logged',
  method: 'GET',
  path: '/api/undangan/surat',
  roles: ['administrator'],
  query: z.object({ unit: KodeUnit }),
  response: 'berkas',
  errors: [],
})

export const printSurat = defineEndpoint({
  name: 'printSurat',
  summary:
    'One letter as PDF: an invitation, or the half of a recovery that the asking pengelola has logged',
  method: 'GET',
  path: '/api/undangan/:kodeAkunId/surat',
  roles: ['fasilitator', 'administrator'],
  params: z.object({ kodeAkunId: KodeAkunId }),
  response: 'berkas',
  errors: [],
})

/** How the owner was recognised, in person (P30.2j). */
export const identitasPemilik = ['ktp', 'kartu_pegawai', 'paspor'] as const

export const Pemulihan = z.object({
  kodeId: z.uuid(),
  pegawaiId: z.uuid(),
  nama: z.string(),
  nip: z.string(),
  dicatatOleh: z.string(),
  dibuatPada: z.iso.datetime(),
  kedaluwarsa: z.iso.datetime(),
  /** The second pengelola; null while one is waited for. */
  disaksikanOleh: z.string().nullable(),
  /** Which half the asking account may print. */
  bagianSaya: z.literal([1, 2]).nullable(),
})
export type Pemulihan = z.infer<typeof Pemulihan>

export const listPemulihan = defineEndpoint({
  name: 'listPemulihan',
  summary: 'Recoveries that are under way, of people whom the asking account may see',
  method: 'GET',
  path: '/api/pemulihan',
  roles: ['fasilitator', 'administrator'],
  response: z.object({ pemulihan: z.array(Pemulihan) }),
  errors: [],
})

export const startPemulihan = defineEndpoint({
  name: 'startPemulihan',
  summary:
    'The first of two pengelola has seen the owner and a proof of identity; nobody sees or sets a password (P30.2j)',
  method: 'POST',
  path: '/api/pemulihan',
  roles: ['fasilitator', 'administrator'],
  body: z.object({ pegawaiId: PegawaiId, identitas: z.enum(identitasPemilik) }),
  response: z.object({ kodeId: z.uuid(), kedaluwarsa: z.iso.datetime() }),
  errors: ['pengelola_lain_diperlukan', 'akun_belum_aktif'],
})

export const witnessPemulihan = defineEndpoint({
  name: 'witnessPemulihan',
  summary: 'The second pengelola has seen them too; each holds half of the code',
  method: 'POST',
  path: '/api/pemulihan/:kodeAkunId/saksi',
  roles: ['fasilitator', 'administrator'],
  params: z.object({ kodeAkunId: KodeAkunId }),
  response: z.object({ kodeId: z.uuid(), kedaluwarsa: z.iso.datetime() }),
  errors: ['pengelola_lain_diperlukan'],
})
