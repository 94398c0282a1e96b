import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { BuktiPasskey, PasskeyBaru } from '@meja/core/api/passkey.ts'
import type { Database, Transaksi } from '../database/connection.ts'

/** Ed25519, ES256, RS256: what authenticators of today make and Node verifies without experiments. */
const algoritma = [-8, -7, -257]

/** Where passkeys belong to: the name of this server, and the pages that may ask for them. */
export type PihakPasskey = { readonly id: string; readonly asal: string }

/** Null where the server has no name: browsers bind no passkey to a number. */
export function findPihak(publicUrl: string): PihakPasskey | null {
  const { hostname, origin } = new URL(publicUrl)
  return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? { id: hostname, asal: origin } : null
}

/** The challenge of any passkey of this server; the browser shows which there are. */
export function buildPilihanMasuk({ id }: PihakPasskey) {
  return generateAuthenticationOptions({ rpID: id, userVerification: 'required' })
}

export type PemilikPasskey = { akunId: string; namaPengguna: string; nama: string }

/** The challenge of a new one: found without a name, and opened by finger, face or PIN. */
export async function buildPilihanDaftar(
  transaksi: Transaksi,
  { id }: PihakPasskey,
  { akunId, namaPengguna, nama }: PemilikPasskey,
) {
  const ada = await transaksi
    .selectFrom('passkey')
    .select(['kredensial', 'perantara'])
    .where('akunId', '=', akunId)
    .execute()
  return generateRegistrationOptions({
    rpName: 'Meja ASN',
    rpID: id,
    userID: new Uint8Array(Buffer.from(akunId.replaceAll('-', ''), 'hex')),
    userName: namaPengguna,
    userDisplayName: nama,
    attestationType: 'none',
    supportedAlgorithmIDs: algoritma,
    excludeCredentials: ada.map(({ kredensial, perantara }) => ({
      id: kredensial,
      transports: perantara,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

type BarisPasskey = { akunId: string; kunciPublik: string; penghitung: string; perantara: string[] }

/** Whose passkey signed this challenge; null when none did. */
export async function findPemilik(
  database: Database | Transaksi,
  pihak: PihakPasskey,
  bukti: BuktiPasskey,
  tantangan: string,
): Promise<{ akunId: string; penghitung: number } | null> {
  const { rows } = await sql<BarisPasskey>`select * from cari_passkey(${bukti.id})`.execute(
    database,
  )
  const [baris] = rows
  if (baris === undefined) return null
  const { userHandle, ...response } = bukti.response
  const pegangan = Buffer.from(baris.akunId.replaceAll('-', ''), 'hex').toString('base64url')
  if (userHandle !== undefined && userHandle !== pegangan) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...bukti,
        clientExtensionResults: {},
        response: { ...response, ...(userHandle !== undefined && { userHandle }) },
      },
      expectedChallenge: tantangan,
      expectedOrigin: pihak.asal,
      expectedRPID: pihak.id,
      requireUserVerification: true,
      credential: {
        id: bukti.id,
        publicKey: new Uint8Array(Buffer.from(baris.kunciPublik, 'base64url')),
        counter: Number(baris.penghitung),
        transports: baris.perantara,
      },
    })
    if (!verified) return null
    return { akunId: baris.akunId, penghitung: authenticationInfo.newCounter }
  } catch {
    // The library says what was wrong in an error; whoever tries learns only that it was.
    return null
  }
}

/** Notes the use of a passkey; within the transaction of its owner. */
export async function noteDipakai(
  transaksi: Transaksi,
  kredensial: string,
  penghitung: number,
): Promise<void> {
  await transaksi
    .updateTable('passkey')
    .set({ penghitung, dipakaiPada: new Date() })
    .where('kredensial', '=', kredensial)
    .execute()
}

/** Keeps a new passkey whose maker signed this challenge; false when it did not. */
export async function savePasskey(
  transaksi: Transaksi,
  pihak: PihakPasskey,
  akunId: string,
  baru: { jawaban: PasskeyBaru; tantangan: string; nama: string },
): Promise<boolean> {
  const { jawaban, tantangan, nama } = baru
  const { transports, ...response } = jawaban.response
  const hasil = await verifyRegistrationResponse({
    response: {
      ...jawaban,
      clientExtensionResults: {},
      response: { ...response, ...(transports && { transports }) },
    },
    expectedChallenge: tantangan,
    expectedOrigin: pihak.asal,
    expectedRPID: pihak.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algoritma,
  }).catch(() => null)
  if (hasil === null || !hasil.verified) return false
  const { credential } = hasil.registrationInfo
  await transaksi
    .insertInto('passkey')
    .values({
      akunId,
      kredensial: credential.id,
      kunciPublik: Buffer.from(credential.publicKey).toString('base64url'),
      penghitung: credential.counter,
      perantara: [...(credential.transports ?? [])],
      nama,
    })
    .execute()
  return true
}
