import { z } from 'zod'
import { NomorHp, Surel } from '../domain/kontak.ts'
import { defineEndpoint } from './endpoint.ts'
import { PasskeyId } from './objek.ts'
import { BuktiPasskey, PasskeyBaru } from './passkey.ts'

const semua = ['user_personal', 'fasilitator', 'administrator'] as const

/**
 * That whoever asks is still the owner, and not a passer-by at an open screen: the password of today,
 * or a passkey that has signed the challenge of `getTantangan`.
 */
export const BuktiPemilik = z.union([
  z.object({ kataSandi: z.string().min(1).max(200) }),
  z.object({ passkey: BuktiPasskey }),
])
export type BuktiPemilik = z.infer<typeof BuktiPemilik>

/** Options of the browser's own interface; only the browser reads them. */
const Pilihan = z.record(z.string(), z.unknown())
const KodeCadangan = z.object({ kodeCadangan: z.array(z.string()) })

export const Keamanan = z.object({
  namaPengguna: z.string(),
  surel: z.string().nullable(),
  nomorHp: z.string().nullable(),
  /** The owner has entered a code that was sent there: only then are messages sent. */
  surelDiverifikasi: z.boolean(),
  totpSejak: z.iso.datetime().nullable(),
  passkey: z.array(
    z.object({
      id: z.uuid(),
      nama: z.string(),
      dibuatPada: z.iso.datetime(),
      dipakaiPada: z.iso.datetime().nullable(),
    }),
  ),
  /** Recovery codes that have not been used. */
  sisaCadangan: z.int(),
  /** The last second factor of this account stays: the rule asks for one (P8). */
  wajib: z.boolean(),
  /** Where passkeys are made and used: the address of this server, if it has a name. */
  alamatPasskey: z.string().nullable(),
})
export type Keamanan = z.infer<typeof Keamanan>

export const getKeamanan = defineEndpoint({
  name: 'getKeamanan',
  summary: 'How the own account is opened and where its owner is reached; the owner alone (P30.2j)',
  method: 'GET',
  path: '/api/keamanan',
  roles: semua,
  tanpaPakta: true,
  response: Keamanan,
  errors: [],
})

export const getTantangan = defineEndpoint({
  name: 'getTantangan',
  summary: 'A challenge that a passkey of the own account signs, in place of the password',
  method: 'POST',
  path: '/api/keamanan/tantangan',
  roles: semua,
  tanpaPakta: true,
  response: z.object({ pilihan: Pilihan }),
  errors: ['passkey_ditolak'],
})

export const changeSandi = defineEndpoint({
  name: 'changeSandi',
  summary: 'The owner sets the own password; every other session ends (P30.2j)',
  method: 'POST',
  path: '/api/keamanan/sandi',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ bukti: BuktiPemilik, kataSandi: z.string().max(300) }),
  response: z.object({ sesiBerakhir: z.int() }),
  errors: ['sandi_salah', 'sandi_lemah', 'passkey_ditolak'],
})

export const changeKontak = defineEndpoint({
  name: 'changeKontak',
  summary: 'The owner sets the own e-mail and mobile number; the audit trail has no value (P30.2j)',
  method: 'POST',
  path: '/api/keamanan/kontak',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ bukti: BuktiPemilik, surel: Surel, nomorHp: NomorHp }),
  response: z.object({ surel: z.string(), nomorHp: z.string() }),
  errors: ['sandi_salah', 'passkey_ditolak'],
})

export const requestKodeSurel = defineEndpoint({
  name: 'requestKodeSurel',
  summary: 'Sends a code to the own address, which its owner then enters; at most one a minute',
  method: 'POST',
  path: '/api/keamanan/surel/kode',
  roles: semua,
  tanpaPakta: true,
  response: z.object({ dikirim: z.literal(true) }),
  errors: ['surel_belum_diatur'],
})

/** A wrong code is an answer, not a refusal: that it was tried has to be kept. */
export const verifySurel = defineEndpoint({
  name: 'verifySurel',
  summary: 'The code that came to the own address; good once, for half an hour and five attempts',
  method: 'POST',
  path: '/api/keamanan/surel/verifikasi',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ kode: z.string().max(20) }),
  response: z.object({ hasil: z.enum(['sah', 'salah', 'mati']) }),
  errors: [],
})

export const startTotp = defineEndpoint({
  name: 'startTotp',
  summary: 'A new secret for an authenticator app; it counts once its first code is given',
  method: 'POST',
  path: '/api/keamanan/totp/mulai',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ bukti: BuktiPemilik }),
  response: z.object({ uri: z.string(), rahasia: z.string() }),
  errors: ['sandi_salah', 'passkey_ditolak'],
})

export const saveTotp = defineEndpoint({
  name: 'saveTotp',
  summary: 'The first code of the app: from now on it is the second step; answers recovery codes',
  method: 'POST',
  path: '/api/keamanan/totp',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ kode: z.string().max(20) }),
  response: KodeCadangan,
  errors: ['kode_kedua_salah'],
})

export const removeTotp = defineEndpoint({
  name: 'removeTotp',
  summary: 'Removes the authenticator app, unless it is the last second factor of a pengelola',
  method: 'POST',
  path: '/api/keamanan/totp/hapus',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ bukti: BuktiPemilik }),
  response: z.object({ dihapus: z.literal(true) }),
  errors: ['sandi_salah', 'passkey_ditolak', 'faktor_terakhir'],
})

export const startPasskey = defineEndpoint({
  name: 'startPasskey',
  summary: 'A challenge with which the browser makes a passkey for the own account',
  method: 'POST',
  path: '/api/keamanan/passkey/mulai',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ bukti: BuktiPemilik }),
  response: z.object({ pilihan: Pilihan }),
  errors: ['sandi_salah', 'passkey_ditolak'],
})

export const savePasskey = defineEndpoint({
  name: 'savePasskey',
  summary: 'Keeps the public half of a new passkey; answers recovery codes with the first factor',
  method: 'POST',
  path: '/api/keamanan/passkey',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ jawaban: PasskeyBaru, nama: z.string().trim().min(1).max(60) }),
  response: KodeCadangan,
  errors: ['passkey_ditolak'],
})

export const removePasskey = defineEndpoint({
  name: 'removePasskey',
  summary: 'Removes a passkey, unless it is the last second factor of a pengelola',
  method: 'POST',
  path: '/api/keamanan/passkey/:passkeyId/hapus',
  roles: semua,
  tanpaPakta: true,
  params: z.object({ passkeyId: PasskeyId }),
  body: z.object({ bukti: BuktiPemilik }),
  response: z.object({ dihapus: z.literal(true) }),
  errors: ['sandi_salah', 'passkey_ditolak', 'faktor_terakhir'],
})

export const renewCadangan = defineEndpoint({
  name: 'renewCadangan',
  summary: 'Ten new recovery codes in place of all before, shown this once',
  method: 'POST',
  path: '/api/keamanan/cadangan',
  roles: semua,
  tanpaPakta: true,
  body: z.object({ bukti: BuktiPemilik }),
  response: KodeCadangan,
  errors: ['sandi_salah', 'passkey_ditolak'],
})
