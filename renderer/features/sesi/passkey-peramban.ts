import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { getTantangan, type BuktiPemilik } from '@meja/core/api/keamanan.ts'
import { BuktiPasskey, PasskeyBaru } from '@meja/core/api/passkey.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'

/** Passkeys belong to the server's name: only a page that came from there can make or use one. */
export function isPasskeyBisa(alamat: string | null): boolean {
  return alamat === globalThis.location.origin && browserSupportsWebAuthn()
}

/** A person who turns away and a device that does not know the passkey look the same to a page. */
async function ask<T>(kerja: () => Promise<T>): Promise<T> {
  try {
    return await kerja()
  } catch {
    throw new ApiError('passkey_ditolak')
  }
}

export async function provePasskey(): Promise<BuktiPemilik> {
  const { pilihan } = await callEndpoint(getTantangan, {})
  const optionsJSON = pilihan as unknown as PublicKeyCredentialRequestOptionsJSON
  return ask(async () => ({
    passkey: BuktiPasskey.parse(await startAuthentication({ optionsJSON })),
  }))
}

export function makePasskey(pilihan: Record<string, unknown>): Promise<PasskeyBaru> {
  const optionsJSON = pilihan as unknown as PublicKeyCredentialCreationOptionsJSON
  return ask(async () => PasskeyBaru.parse(await startRegistration({ optionsJSON })))
}
